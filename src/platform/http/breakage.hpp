#pragma once
// What a request is answered when the house breaks under it. Exceptions pass through everything else and end here, in
// the request loop. A database that is away, busy or full is told apart from a mistake of ours: the first pass by
// waiting (503 with Retry-After) or by making room (507), and nothing has been half written.

#include <exception>
#include <string>

#include "platform/http/message.hpp"

namespace http {

Response answer_to_breakage(std::exception const& thrown, std::string const& request_id);

}  // namespace http
