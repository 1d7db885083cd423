#pragma once
// The endpoint of "why not these two?".

#include "access/call.hpp"
#include "matching/why_not_shapes.hpp"

namespace matching {

base::Result<WhyNot> show_why_not(access::Visit& visit, WhyNotQuery const& query);

}  // namespace matching
