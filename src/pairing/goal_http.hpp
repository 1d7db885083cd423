#pragma once
// Endpoints of goals, the ladder and targets, for the two alone.

#include "access/call.hpp"
#include "pairing/goal_shapes.hpp"

namespace pairing {

base::Result<PairGoals> show_goals(access::Call& call);
base::Result<PairGoals> put_goal(access::Call& call, GoalChange const& change);
base::Result<PairGoals> delete_goal(access::Call& call);
base::Result<PairGoals> put_ladder(access::Call& call, LadderChange const& change);
base::Result<PairGoals> put_targets(access::Call& call, TargetsChange const& change);
base::Result<PairGoals> put_echo(access::Call& call, Echo const& echo);

}  // namespace pairing
