#pragma once

#include "access/call.hpp"
#include "matching/band_shapes.hpp"

namespace matching {

base::Result<RunBands> show_bands(access::Call& call, BandsQuery const& query);

}  // namespace matching
