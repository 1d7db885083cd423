#pragma once
// A word of help to one person, with times that fit both. Planned by the night or asked by a coordinator; sent when the
// person usually works, in their own zone, and never twice within seven days, whatever the number of their pairs.
//
// What a nudge says never tells whose side moved a date (rules E), and its mail holds only what an assistant may know
// (rules 12): that times wait. In no list of mails does it stand, for its recipient would tell whose side it was.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "care/ladder.hpp"
#include "meeting/slots.hpp"

namespace care {

using access::PersonId;
using NudgeId = base::Id<struct NudgeTag>;

inline constexpr auto kBetweenNudges = std::chrono::hours(24 * 7);
// A coordinator's question is there for so long.
inline constexpr int kAskedDays = 14;

enum class NudgeStep { one, both, asked };
BOOST_DESCRIBE_ENUM(NudgeStep, one, both, asked)

struct Nudge {
    NudgeId id;
    PairingId pairing_id;
    PersonId person_id;
    NudgeStep step = NudgeStep::one;
    std::optional<SignKind> sign;  // none: asked how it goes
    std::int32_t amount = 0;
    base::Instant planned_at;
    std::optional<base::Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(Nudge, (), (id, pairing_id, person_id, step, sign, amount, planned_at, sent_at))

// Whom the step that was just reached helps: the one who can mend it, then both. Nobody on the last step.
std::vector<Side> helped_by(Ladder const& ladder);
// In somebody's usual times; those who said none work from nine to five, Monday to Friday.
bool is_working_time(meeting::Week const& week, base::Instant now);
// How many times a nudge brings along.
std::size_t slots_with(NudgeStep step);

base::Refusal asked_recently();
base::Refusal pair_not_running();

}  // namespace care
