#pragma once
// Anonymous first (rules 14): two people who may meet, hidden from each other and from everybody else until both open
// their names.
//
//   an acquaintance: suggested -> talking -> opened (a pairing begins) or over
//   its round:       suggested -> talking -> over, for all of its people on the same days
//
// Each opens their name or leaves at any time; the other learns of an opened name when both are open, never before.
// What one writes is shown to the other from the next full hour on, and nothing has a finer time.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "matching/suggestion.hpp"

namespace acquaintance {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;
using matching::Answer;
using matching::Side;
using AnonymousRoundId = base::Id<struct AnonymousRoundTag>;
using AcquaintanceId = base::Id<struct AcquaintanceTag>;
using AcquaintanceMessageId = base::Id<struct AcquaintanceMessageTag>;

// Fewer people whom somebody could be, and a card would name them (rules 14).
inline constexpr std::int64_t kFewestPartners = 10;
// After the answers have closed.
inline constexpr int kTalkingDays = 28;
// What was written can be read, and shown to a confidential contact, so long after the last day; then it is gone.
inline constexpr int kKeptAfterDays = 30;
inline constexpr std::int32_t kLongestText = 4000;  // characters
inline constexpr std::int64_t kMostMessages = 500;
// Everybody is judged with everybody while the coordinator waits.
inline constexpr std::int64_t kMostPeople = 2000;

enum class RoundState { suggested, talking, over };
BOOST_DESCRIBE_ENUM(RoundState, suggested, talking, over)

struct AnonymousRound {
    AnonymousRoundId id;
    ProgrammeId programme_id;
    std::int32_t number = 1;
    std::int32_t suggestions = 0;  // couples that were drawn
    base::Day opened_on;
    base::Day closes_on;
    base::Instant closes_at;
    base::Day last_on;
    RoundState state = RoundState::suggested;
};
BOOST_DESCRIBE_STRUCT(AnonymousRound, (),
                      (id, programme_id, number, suggestions, opened_on, closes_on, closes_at, last_on, state))

enum class State { suggested, talking, opened, over };
BOOST_DESCRIBE_ENUM(State, suggested, talking, opened, over)

struct One {
    PersonId person_id;
    std::optional<Answer> answer;
    bool opens_name = false;
};

struct Acquaintance {
    AcquaintanceId id;
    AnonymousRound round;
    State state = State::suggested;
    One mentor;
    One mentee;

    [[nodiscard]] One const& of(Side side) const { return side == Side::mentor ? mentor : mentee; }
    [[nodiscard]] One& of(Side side) { return side == Side::mentor ? mentor : mentee; }
};
Side other(Side side);

struct Message {
    AcquaintanceMessageId id;
    std::int64_t position = 0;
    Side side = Side::mentor;
    std::string text;
    base::Instant shown_at;
};

// As one of the two has it: a suggestion is gone when its answers close, and a talk is over after its last day, whether
// or not a job has come to it. `today` is the organisation's.
State state_for_one(Acquaintance const& acquaintance, base::Day today, base::Instant now);

// May be changed until the answers close. Refuses round_has_closed.
base::Result<Acquaintance> answer(Acquaintance acquaintance, Side by, Answer given, base::Instant now);
// What becomes of it when the answers close: `may_meet` as the two stand that day. Without two happy answers it is
// over.
State joined(Acquaintance const& acquaintance, bool may_meet);

// Refuse takes_nothing_now. Opening is taken back by the same verb, until the other's opens too.
base::Result<Acquaintance> open_name(Acquaintance acquaintance, Side by, bool opens, base::Day today,
                                     base::Instant now);
base::Result<Acquaintance> leave(Acquaintance acquaintance, base::Day today, base::Instant now);
base::Result<Message> write(Acquaintance const& acquaintance, Side by, AcquaintanceMessageId id, std::int64_t position,
                            std::string const& text, base::Day today, base::Instant now);
// Whether `side` is shown it: what is one's own at once, the other's from its hour on.
bool is_shown_to(Message const& message, Side side, base::Instant now);

enum class Action { answer, write, open_name, close_name, leave, report };
BOOST_DESCRIBE_ENUM(Action, answer, write, open_name, close_name, leave, report)
std::vector<Action> allowed_actions(Acquaintance const& acquaintance, Side side, base::Day today, base::Instant now);

// Why a programme is not offered anonymous first now. Codes as the page tells them.
enum class NotOffered {
    off,  // the programme did not choose it
    closed,
    round_running,
    too_many_people,
    nobody_to_suggest,
    too_few_partners,  // somebody has fewer than kFewestPartners
};
BOOST_DESCRIBE_ENUM(NotOffered, off, closed, round_running, too_many_people, nobody_to_suggest, too_few_partners)
base::Refusal not_offered(NotOffered why);

base::Instant full_hour_after(base::Instant now);

base::Refusal acquaintance_not_found();
base::Refusal message_not_found();
base::Refusal takes_nothing_now();

}  // namespace acquaintance
