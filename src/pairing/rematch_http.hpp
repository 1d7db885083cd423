#pragma once

#include "access/call.hpp"
#include "pairing/rematch_shapes.hpp"

namespace pairing {

base::Result<RematchAnswer> show_rematch(access::Call& call);
base::Result<RematchAnswer> put_rematch(access::Call& call, RematchGiven const& given);

}  // namespace pairing
