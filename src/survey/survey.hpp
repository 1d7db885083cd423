#pragma once
// What the two of a pair are asked, and when (evidence 2.2 and 2.3, R32; rules 9 for a small programme).
//   open -> saved -> sent, or skipped; until the closing day each may follow each.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/pairing.hpp"
#include "platform/meta.hpp"

namespace survey {

using SurveyId = base::Id<struct SurveyTag>;
using access::PersonId;
using pairing::PairingId;

enum class Kind { pulse, midpoint, end };
BOOST_DESCRIBE_ENUM(Kind, pulse, midpoint, end)

enum class State { open, saved, sent, skipped };
BOOST_DESCRIBE_ENUM(State, open, saved, sent, skipped)

struct Survey {
    SurveyId id;
    PairingId pairing_id;
    Kind kind = Kind::pulse;
    std::int32_t number = 0;  // of the conversation, for a pulse
    base::Day opened_on;
};
BOOST_DESCRIBE_STRUCT(Survey, (), (id, pairing_id, kind, number, opened_on))

// The last day on which it can be answered.
inline constexpr int kOpenDays = 21;
base::Day closes_on(Survey const& survey);

// Where a started pair stands, as far as questions depend on it.
struct Standing {
    base::Day started_on;
    base::Day ends_on;
    std::int32_t meetings_agreed = 1;
    std::int32_t meetings_held = 0;
    bool is_small = false;   // a programme of up to thirty pairs
    bool is_paused = false;  // then nothing is asked
    bool is_over = false;    // and others may know
};

// Half of the meetings or half of the time, whichever comes first.
bool is_half_way(Standing const& standing, base::Day today);
// All of the meetings, the last day, or over.
bool is_at_the_end(Standing const& standing, base::Day today);

struct Due {
    Kind kind;
    std::int32_t number = 0;

    auto operator<=>(Due const&) const = default;
};
// Opened already, as far as it decides what opens.
struct Opened {
    std::int32_t last_pulse = 0;
    bool midpoint = false;
    bool end = false;
};
// What opens now. In a small programme a pulse follows meetings 1, 3 and the last; where the end has come, nobody is
// asked any more how half way was.
std::vector<Due> due(Standing const& standing, Opened const& opened, base::Day today);
Opened with(Opened opened, Due const& one);
// Once what is due has been opened: the day on which time alone opens something more. None for a pair that pauses, and
// once the end has been asked.
std::optional<base::Day> next_on(Standing const& standing, Opened const& opened);

// The keys of the items that are asked, in the order of their instruments; within one, mixed by `seed`.
std::vector<std::string> items_of(Kind kind, bool is_small, std::uint64_t seed);

struct ItemAnswer {
    std::string item;
    std::optional<std::int32_t> value;  // 1..5; empty: cannot say

    auto operator<=>(ItemAnswer const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ItemAnswer, (), (item, value))

// Refuses an item that was not asked or is answered twice (`unknown`, `twice`, at /answers/<position>).
base::Result<bool> check_answers(std::vector<ItemAnswer> const& answers, std::vector<std::string> const& asked);
base::Result<bool> check_open(Survey const& survey, base::Day today);

// What may help whoever answered so; for their eyes, never stored (rules D6).
enum class Tip {
    say_what_you_mean,   // could not
    ask_for_your_side,   // one gives, one gets
    make_time_worth_it,  // not worth the time
    leaving_is_free,     // does not know how to leave without drawbacks
    somebody_to_talk_to  // does not feel safe with the other
};
BOOST_DESCRIBE_ENUM(Tip, say_what_you_mean, ask_for_your_side, make_time_worth_it, leaving_is_free, somebody_to_talk_to)
std::vector<Tip> tips_from(std::vector<ItemAnswer> const& answers);

base::Refusal survey_not_found();
base::Refusal survey_closed();

}  // namespace survey

template <>
inline constexpr auto meta::limits<survey::ItemAnswer> =
    std::array{meta::Limit{"item", 1, 40, "The key of an item that is asked"},
               meta::Limit{"value", 1, 5, "From 1, not at all, to 5, fully; null: cannot say"}};
