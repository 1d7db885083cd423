#pragma once
// A route is data: the line a reader sees, the checks the server makes before the handler, and what the OpenAPI
// document says all come from it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace http {

inline constexpr std::size_t kDefaultBodyLimit = std::size_t{256} << 10U;

enum class Compress { yes, no };
// Quiet requests leave no access-log line, request id or metric of their own.
enum class Trace { usual, quiet };

struct Route {
    Method method = Method::get;
    std::string path = {};  // "/api/pairings/{id}/agreement"
    Handler handler = {};
    std::string who_may = {};  // told in the document as x-permission
    std::string summary = {};
    std::size_t body_limit = kDefaultBodyLimit;
    // Of a body; none: the route takes no body, and one that is sent is refused.
    std::vector<std::string> content_types = {};
    meta::Type const* query = nullptr;
    meta::Type const* input = nullptr;
    meta::Type const* output = nullptr;
    int success = 200;
    bool takes_idempotency_key = false;
    // No for answers that hold a secret (a link, a code): its length must not tell about it.
    Compress compress = Compress::yes;
    Trace trace = Trace::usual;
    // Keys of this operation in the document beside the usual ones: "x-shows" -> JSON.
    std::map<std::string, std::string> extensions = {};
};

struct Match {
    Route const* route = nullptr;
    Pairs parameters = {};
    // What is answered when there is no route.
    std::optional<base::Refusal> refusal = {};
    std::string allow = {};  // of a 405
};

class Router {
  public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    // Two routes of one method and shape, or a path that is not well formed, are refused (std::logic_error).
    void add(Route route);
    // What answers GET outside every route: the pages of the front end.
    void set_pages(Handler handler);

    // HEAD is answered by the GET route. Paths are compared octet by octet: case, a trailing slash and anything
    // escaped make another path.
    [[nodiscard]] Match match(Method method, std::string_view path) const;
    [[nodiscard]] std::vector<Route const*> all() const;

  private:
    struct Node;
    std::unique_ptr<Node> root_;
    std::unique_ptr<Route> pages_;
};

// The part of a target before `?`. Empty when the path holds anything but unreserved characters and single slashes, or
// a `.` or `..` segment: there is one spelling of each path and no other.
std::optional<std::string_view> path_of(std::string_view target);

// What can be refused before the body is read: its content type, its coding, its being there at all.
std::optional<base::Refusal> check_body_headers(Route const& route, Headers const& headers, bool has_body);

// Runs the handler of a matched route: content type, body, then the handler; refusals become problems. Exceptions
// pass through.
Response answer(Match const& match, Request& request);

}  // namespace http
