#pragma once
// The OpenAPI 3.1 document of all routes under /api/, made from the route table and the described structs, so that it
// cannot drift from what is served.

#include <string>

#include "platform/http/route.hpp"

namespace http {

struct DocumentHead {
    std::string title;
    std::string version;
    std::string description;
};

// One line per key path is not needed: the text is indented by two so that a change reads well in a diff.
std::string openapi(Router const& router, DocumentHead const& head);

}  // namespace http
