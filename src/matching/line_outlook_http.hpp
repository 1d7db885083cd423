#pragma once

#include "access/call.hpp"
#include "matching/line_outlook_shapes.hpp"

namespace matching {

base::Result<LineOutlook> show_line_outlook(access::Call& call);

}  // namespace matching
