#pragma once

#include "access/call.hpp"
#include "matching/match_plan_shapes.hpp"

namespace matching {

base::Result<MatchPlan> show_match_plan(access::Visit& visit);

}  // namespace matching
