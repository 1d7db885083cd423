#pragma once
// Feedback on what somebody did, not on who they are (R36): the situation, what I saw, its effect, one wish. The other
// picks one of them as a goal, and after two more conversations the two look at it again. Never a rating; the words
// that speak about a person are noticed in the browser alone (rules D21).

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "pairing/goal.hpp"

namespace pairing {

using FeedbackId = base::Id<struct FeedbackTag>;

inline constexpr std::size_t kMostFeedback = 100;  // of a pair
inline constexpr std::int32_t kMeetingsToLookAgain = 2;

struct FeedbackWords {
    std::string situation;
    std::string saw;
    std::string effect;
    std::string wish;

    auto operator<=>(FeedbackWords const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeedbackWords, (), (situation, saw, effect, wish))

struct Feedback {
    FeedbackId id;
    PairingId pairing_id;
    PersonId author_id;
    base::Day written_on;
    std::optional<std::int32_t> looks_again_at;  // picked: after so many conversations of the pair
    FeedbackWords words;
    std::optional<std::string> author_look;
    std::optional<std::string> receiver_look;

    auto operator<=>(Feedback const&) const = default;
    [[nodiscard]] bool is_looked_at() const { return author_look || receiver_look; }
};

// Trimmed. Refuses an empty part (`too_short` at its pointer) and a pair that is over or has not begun; `standing`: the
// feedback that is changed, which must not be a goal yet; `count`: how many the pair has.
base::Result<Feedback> write_feedback(Pairing const& pairing, std::optional<Feedback> const& standing, Feedback wanted,
                                      std::size_t count);
base::Result<bool> may_take_back(Feedback const& feedback);

struct PickedFeedback {
    Feedback feedback;
    Goal goal;  // in the first free place of the receiver's side
};
// By the receiver. `goals`: with the outcomes of the agreement. Refuses a second one while the two have not looked at
// the first again, and a side whose three places are taken.
base::Result<PickedFeedback> pick(Pairing const& pairing, Feedback feedback, std::vector<Feedback> const& all,
                                  std::vector<Goal> const& goals, std::string const& text);
// Whether the two have met twice since it was picked and nobody has looked at it yet.
bool is_due(Feedback const& feedback, std::int32_t meetings_held);
// By either, in their own words; empty takes them back.
base::Result<Feedback> look_at(Feedback feedback, PersonId by, std::string const& text);

base::Refusal feedback_not_found();

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::FeedbackWords> = std::array{
    meta::Limit{"situation", 1, 500, "When and where"}, meta::Limit{"saw", 1, 500, "What you saw or heard"},
    meta::Limit{"effect", 1, 500, "What it did, to you or to others"}, meta::Limit{"wish", 1, 300, "One wish"}};
