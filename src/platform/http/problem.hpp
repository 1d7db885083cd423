#pragma once
// Refusals on the wire: RFC 9457 problem details. The one table from a kind of refusal to an HTTP status.

#include <string>

#include "base/refusal.hpp"
#include "platform/http/message.hpp"

namespace http {

int status_of(base::RefusalKind kind);

// {type, title, status, code, detail, request_id, params, errors: [{pointer, code, params}]}
Response problem(base::Refusal const& refusal, std::string const& request_id);
// A status that no refusal of a room stands for: 405, 408, 411, 431, 500, 501, 505.
Response problem(int status, std::string_view code, std::string_view detail, std::string const& request_id);

std::string_view reason_of(int status);

// The shape, for the document.
struct ProblemError {
    std::string pointer;
    std::string code;
    std::map<std::string, std::string> params;
};
BOOST_DESCRIBE_STRUCT(ProblemError, (), (pointer, code, params))

struct Problem {
    std::string type;
    std::string title;
    std::int32_t status = 0;
    std::string code;
    std::string detail;
    std::string request_id;
    std::map<std::string, std::string> params;
    std::vector<ProblemError> errors;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, request_id, params, errors))

}  // namespace http
