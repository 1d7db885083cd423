#pragma once

#include "matching/match_plan_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace matching {

// Beyond so many possible pairs a plan would keep everybody waiting.
inline constexpr std::int64_t kMostPairsToPlan = 25'000'000;

// 422; `obverse plan` has no such limit.
base::Refusal too_many_to_plan();

// For whoever coordinates the programme. Reads everybody once; computed without a transaction, without answers and
// rankings, and stored nowhere.
base::Result<MatchPlan> plan_ahead(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                                   ProgrammeId programme, base::Instant now);

}  // namespace matching
