#pragma once

#include "access/call.hpp"
#include "pairing/continuation_shapes.hpp"

namespace pairing {

base::Result<ContinuationAnswer> show_continuation(access::Call& call);
base::Result<ContinuationAnswer> put_continuation(access::Call& call, ContinuationGiven const& given);

}  // namespace pairing
