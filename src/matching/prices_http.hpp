#pragma once

#include "access/call.hpp"
#include "matching/prices_shapes.hpp"

namespace matching {

base::Result<Prices> show_prices(access::Call& call);

}  // namespace matching
