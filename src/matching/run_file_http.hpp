#pragma once
// Endpoints of a run's files.

#include "access/call.hpp"
#include "matching/run_file.hpp"

namespace matching {

base::Result<access::Document> download_pairs(access::Call& call, RunFileQuery const& query);
base::Result<access::Document> download_leftovers(access::Call& call, RunFileQuery const& query);

}  // namespace matching
