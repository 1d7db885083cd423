#pragma once
// Endpoints of opening a name, for administrators. The contact asks at the concern.

#include "access/call.hpp"
#include "care/name_opening_shapes.hpp"

namespace care {

base::Result<NameOpenings> list_name_openings(access::Call& call);
base::Result<NameOpeningAnswer> put_name_agreement(access::Call& call);

}  // namespace care
