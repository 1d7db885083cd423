#pragma once
// What every answer gets before it is sent, whoever made it: security headers, ETag and 304, compression, length.

#include <string>

#include "platform/http/message.hpp"
#include "platform/http/route.hpp"

namespace http {

struct FinishOptions {
    bool is_https = false;  // the public address is https: browsers are told to stay there
    bool may_compress = true;
    bool keeps_alive = true;
};

// Adds the headers, and empties the body of a 304 or of an answer to HEAD. Handlers may set Cache-Control,
// Content-Security-Policy and ETag themselves; without them an answer is never stored, and its ETag is a hash of
// exactly what this viewer gets.
void finish(Request const& request, Response& response, FinishOptions const& options);

// Status line and header fields with the empty line. Fields whose name or value could split the header are a broken
// house (std::logic_error).
std::string head_of(Response const& response);

// Does `If-None-Match` name this tag? Weak comparison.
bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace http
