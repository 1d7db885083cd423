#include "platform/http/problem.hpp"

#include "platform/json.hpp"

namespace http {

namespace {

Response response_of(Problem const& problem) {
    auto response = json(json::write(problem), problem.status);
    response.content_type = "application/problem+json";
    return response;
}

}  // namespace

int status_of(base::RefusalKind kind) {
    switch (kind) {
        case base::RefusalKind::malformed:
            return 400;
        case base::RefusalKind::unauthenticated:
            return 401;
        case base::RefusalKind::not_found:
            return 404;
        case base::RefusalKind::forbidden:
            return 403;
        case base::RefusalKind::conflict:
            return 409;
        case base::RefusalKind::too_large:
            return 413;
        case base::RefusalKind::unsupported:
            return 415;
        case base::RefusalKind::invalid:
            return 422;
        case base::RefusalKind::throttled:
            return 429;
        case base::RefusalKind::unavailable:
            return 503;
    }
    return 500;
}

std::string_view reason_of(int status) {
    switch (status) {
        case 100:
            return "Continue";
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 411:
            return "Length Required";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 507:
            return "Insufficient Storage";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Status";
    }
}

Response problem(base::Refusal const& refusal, std::string const& request_id) {
    Problem problem{.type = "about:blank",
                    .title = "",
                    .status = status_of(refusal.kind),
                    .code = refusal.code,
                    .detail = refusal.detail,
                    .request_id = request_id,
                    .params = refusal.params,
                    .errors = {}};
    problem.title = reason_of(problem.status);
    for (auto const& error : refusal.errors) problem.errors.push_back({error.pointer, error.code, error.params});
    auto response = response_of(problem);
    if (auto wait = refusal.params.find("retry_after"); wait != refusal.params.end())
        response.headers.add("Retry-After", wait->second);
    return response;
}

Response problem(int status, std::string_view code, std::string_view detail, std::string const& request_id) {
    return response_of({.type = "about:blank",
                        .title = std::string(reason_of(status)),
                        .status = status,
                        .code = std::string(code),
                        .detail = std::string(detail),
                        .request_id = request_id,
                        .params = {},
                        .errors = {}});
}

}  // namespace http
