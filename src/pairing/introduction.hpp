#pragma once
// One of a pair introduces the other to a colleague (R35). First the partner is asked, then, after a yes, the
// colleague; each answers privately. Both yeses make it, at once. A *not now* looks like no answer to everybody: until
// the closing day it waits, from then on it is not going ahead, and nobody is told why (rules 3 and 4).

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "pairing/pairing.hpp"
#include "programme/programme.hpp"

namespace pairing {

using IntroductionId = base::Id<struct IntroductionTag>;

inline constexpr int kDaysToIntroduce = 14;
inline constexpr int kDaysBetweenIntroductions = 90;  // of the same partner to the same colleague
inline constexpr std::size_t kMostWaitingIntroductions = 3;

enum class IntroductionReply { yes, not_now };
BOOST_DESCRIBE_ENUM(IntroductionReply, yes, not_now)

enum class IntroductionPart { introducer, partner, colleague };
BOOST_DESCRIBE_ENUM(IntroductionPart, introducer, partner, colleague)

enum class IntroductionState { waiting, made, not_going_ahead };
BOOST_DESCRIBE_ENUM(IntroductionState, waiting, made, not_going_ahead)

struct Introduction {
    IntroductionId id;
    PairingId pairing_id;
    PersonId introducer_id;
    PersonId partner_id;
    PersonId colleague_id;
    base::Day asked_on;
    base::Day closes_on;  // from this day on nobody answers any more
    std::optional<base::Day> made_on;
    std::string why;

    auto operator<=>(Introduction const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Introduction, (),
                      (id, pairing_id, introducer_id, partner_id, colleague_id, asked_on, closes_on, made_on, why))

// Whoever stands higher, by what the programme is; in a reciprocal one and among peers either of the two.
bool may_introduce(programme::Direction direction, Side side);

IntroductionState state_of(Introduction const& introduction, base::Day today);

// `earlier`: those of the pair so far. Refuses a pair that is over or has not begun, one of the two as the colleague,
// more than three that wait, and the same colleague again within ninety days.
base::Result<Introduction> introduce(Pairing const& pairing, Introduction wanted,
                                     std::vector<Introduction> const& earlier, base::Day today);

struct IntroductionReplies {
    std::optional<IntroductionReply> partner;
    std::optional<IntroductionReply> colleague;

    auto operator<=>(IntroductionReplies const&) const = default;
};
// Whether the colleague has been asked: only after the partner's yes, and never where the two are kept apart.
bool reaches_colleague(IntroductionReplies const& replies, bool are_kept_apart);
// The part somebody has in it; empty for everybody else, and for a colleague who has not been asked.
std::optional<IntroductionPart> part_of(Introduction const& introduction, IntroductionReplies const& replies,
                                        bool are_kept_apart, PersonId person);

struct IntroductionReplied {
    Introduction introduction;
    IntroductionReplies replies;
};
// Refuses the introducer, and everybody once it is made or closed; the same answer again changes nothing.
base::Result<IntroductionReplied> reply(Introduction introduction, IntroductionReplies replies, IntroductionPart part,
                                        IntroductionReply given, base::Day today);

base::Refusal introduction_not_found();
base::Refusal introduction_over();

}  // namespace pairing
