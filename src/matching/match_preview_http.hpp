#pragma once

#include "access/call.hpp"
#include "matching/match_preview.hpp"

namespace matching {

// Opens no transaction: what is pasted touches no table, no event and no log.
base::Result<Preview> post_match_preview(access::Visit& visit, PreviewInput const& input);

}  // namespace matching
