#pragma once
// The verbs of goals, the ladder and targets. Whoever of the two: goals are moved on by either; ladder, targets and
// echo are each person's own, and setting them is a private act, since it would say who of the two did.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/goal_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kGoalChanged{"goal.changed"};
inline constexpr audit::Kind kLadderMarked{"ladder.marked", audit::Private::yes};
inline constexpr audit::Kind kTargetsSet{"targets.set", audit::Private::yes};
inline constexpr audit::Kind kEchoGiven{"echo.given", audit::Private::yes};

base::Result<PairGoals> read_goals(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id);
base::Result<PairGoals> write_goal(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                   Goal const& wanted, base::Instant now);
base::Result<PairGoals> remove_goal(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                    Side side, std::int32_t position, base::Instant now);
base::Result<PairGoals> mark_ladder(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                    std::vector<LadderMark> const& marks, base::Instant now);
base::Result<PairGoals> set_targets(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                    std::vector<std::string> const& targets, base::Instant now);
base::Result<PairGoals> give_echo(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                  Echo const& echo, base::Instant now);

// By the schedule: both of every pair that began, ninety days after its end, whatever either has written.
void tell_echo(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace pairing
