#pragma once
// What goes in and out about anonymous first. Nothing on the way out says who either of the two is, nor whether the
// other wants to open their name.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "acquaintance/acquaintance.hpp"
#include "matching/reason_shapes.hpp"
#include "platform/meta.hpp"
#include "programme/called.hpp"

namespace acquaintance {

struct LevelWords {
    std::string least;
    std::string most;  // the same word where the band is one level
};
BOOST_DESCRIBE_STRUCT(LevelWords, (), (least, most))

struct AcquaintanceBrief {
    AcquaintanceId id;
    ProgrammeId programme_id;
    programme::Called programme;
    Side side = Side::mentor;  // yours
    State state = State::suggested;
    std::optional<LevelWords> levels;             // between which the other stands
    std::vector<matching::ReasonShown> you_want;  // what the other brings for you
    std::vector<matching::ReasonShown> they_want;
    std::vector<matching::ReasonShown> styles;
    base::Day closes_on;
    base::Day last_on;
    std::optional<Answer> answer;  // your own
    bool opens_name = false;       // you have chosen to; the other learns it when they do too
};
BOOST_DESCRIBE_STRUCT(AcquaintanceBrief, (),
                      (id, programme_id, programme, side, state, levels, you_want, they_want, styles, closes_on,
                       last_on, answer, opens_name))

struct MyAcquaintances {
    std::vector<AcquaintanceBrief> items;
};
BOOST_DESCRIBE_STRUCT(MyAcquaintances, (), (items))

struct AcquaintanceMessage {
    AcquaintanceMessageId id;
    bool is_own = false;
    std::string text;
    base::Instant shown_at;  // a full hour
};
BOOST_DESCRIBE_STRUCT(AcquaintanceMessage, (), (id, is_own, text, shown_at))

struct AcquaintanceAnswer : AcquaintanceBrief {
    std::vector<AcquaintanceMessage> messages;  // the oldest first
    std::vector<Action> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(AcquaintanceAnswer, (AcquaintanceBrief), (messages, allowed_actions))

struct AcquaintanceAnswered {
    Answer answer = Answer::rather_not;
};
BOOST_DESCRIBE_STRUCT(AcquaintanceAnswered, (), (answer))

struct NameChoice {
    bool opens = false;
};
BOOST_DESCRIBE_STRUCT(NameChoice, (), (opens))

struct AcquaintanceWritten {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AcquaintanceWritten, (), (text))

// As a coordinator sees it: how many couples were drawn, and never who, nor how many of them write.
struct AnonymousRoundShown {
    AnonymousRoundId id;
    std::int32_t number = 1;
    std::int32_t suggestions = 0;
    base::Day opened_on;
    base::Day closes_on;
    base::Day last_on;
    RoundState state = RoundState::suggested;
};
BOOST_DESCRIBE_STRUCT(AnonymousRoundShown, (), (id, number, suggestions, opened_on, closes_on, last_on, state))

struct AnonymousRounds {
    std::vector<AnonymousRoundShown> items;  // the newest first
    std::optional<NotOffered> not_offered;   // none: a round can be opened
    std::optional<std::int64_t> fewest_partners;
};
BOOST_DESCRIBE_STRUCT(AnonymousRounds, (), (items, not_offered, fewest_partners))

}  // namespace acquaintance

template <>
inline constexpr auto meta::limits<acquaintance::AcquaintanceBrief> =
    std::array{meta::doc("levels", "Neighbouring levels together, in which at least ten people of that side stand"),
               meta::doc("opens_name", "You have chosen to; the other learns it when both have"),
               meta::doc("last_on", "Of everybody in the round; names that are not open by then stay closed")};
template <>
inline constexpr auto meta::limits<acquaintance::AcquaintanceMessage> =
    std::array{meta::doc("shown_at", "The full hour from which the other is shown it")};
template <>
inline constexpr auto meta::limits<acquaintance::AcquaintanceWritten> =
    std::array{meta::Limit{"text", 1, acquaintance::kLongestText, "Shown to the other from the next full hour on"}};
template <>
inline constexpr auto meta::limits<acquaintance::AnonymousRounds> =
    std::array{meta::doc("not_offered", "Why no round can be opened now"),
               meta::doc("fewest_partners", "With how many people whoever has the fewest could be joined")};
