#pragma once

#include "access/call.hpp"
#include "care/monday_shapes.hpp"

namespace care {

base::Result<MondayAnswer> show_monday(access::Call& call);

}  // namespace care
