#pragma once
// The endpoint of two runs beside each other.

#include "access/call.hpp"
#include "matching/comparison_shapes.hpp"

namespace matching {

base::Result<RunComparison> show_comparison(access::Call& call, ComparisonQuery const& query);

}  // namespace matching
