#pragma once
// The timeline of a pair, for one of its two.

#include "access/call.hpp"
#include "record/timeline.hpp"

namespace record {

base::Result<Timeline> show_timeline(access::Call& call);

}  // namespace record
