#pragma once
// Reads two runs beside each other; writes nothing.

#include "matching/comparison_shapes.hpp"
#include "platform/db/db.hpp"

namespace matching::store {

// The pairs of both, without further suggestions. Refuses a cursor of another list.
base::Result<RunComparison> page_of_comparison(db::Tx& tx, access::Viewer const& viewer, MatchRun const& before,
                                               MatchRun const& now, ComparisonQuery const& query);

}  // namespace matching::store
