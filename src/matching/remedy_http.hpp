#pragma once
// The endpoint of remedies.

#include "access/call.hpp"
#include "matching/remedy_shapes.hpp"

namespace matching {

base::Result<Remedies> show_remedies(access::Visit& visit, RemediesQuery const& query);

}  // namespace matching
