#pragma once
// The whole contract as one table: method, path, who may, endpoint, what it does. The OpenAPI document is made of it.

#include "access/door.hpp"

namespace app {

void add_routes(access::Routes& routes);

}  // namespace app
