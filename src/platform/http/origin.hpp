#pragma once
// Cross-site requests. There are no tokens: a request that writes and carries a cookie must come from our own pages,
// and must be of a kind that another site's form cannot send.

#include <optional>
#include <string_view>

#include "base/refusal.hpp"
#include "platform/http/message.hpp"

namespace http {

// Nothing when the request may go on. GET and HEAD always may. Others need, when `Origin` is there, an Origin equal to
// `public_url`; and when `Sec-Fetch-Site` is there, `same-origin`; at least one of the two must be there.
// Refusal: forbidden `cross_site`.
std::optional<base::Refusal> check_origin(Request const& request, std::string_view public_url);

// Scheme, host and port of a URL, in the form browsers send as Origin: "https://host", "http://127.0.0.1:8080".
std::string origin_of(std::string_view url);

}  // namespace http
