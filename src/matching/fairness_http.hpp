#pragma once

#include "access/call.hpp"
#include "matching/fairness.hpp"

namespace matching {

base::Result<FairnessAudit> show_match_run_audit(access::Call& call);

}  // namespace matching
