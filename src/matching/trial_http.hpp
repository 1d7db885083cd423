#pragma once
// The endpoint of trials.

#include "access/call.hpp"
#include "matching/trial_shapes.hpp"

namespace matching {

base::Result<Trial> post_match_trial(access::Visit& visit, NewTrial const& wanted);

}  // namespace matching
