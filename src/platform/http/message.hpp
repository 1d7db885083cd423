#pragma once
// One request as a handler sees it, one answer as the server sends it. Plain values: nothing here knows a socket.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "platform/meta.hpp"

namespace http {

class Stream;

enum class Method { get, head, post, put, patch, remove };

// "GET" ... "DELETE".
std::string_view name_of(Method method);
std::optional<Method> parse_method(std::string_view name);

struct Header {
    std::string name;
    std::string value;
};

// In the order sent; names compare without case.
class Headers {
  public:
    void add(std::string name, std::string value) { all_.push_back({std::move(name), std::move(value)}); }
    // Replaces all of that name.
    void set(std::string name, std::string value);
    // The first of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] std::vector<Header> const& all() const { return all_; }

  private:
    std::vector<Header> all_;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string path = {};  // "/api/pairings/6f.../agreement": only unreserved characters, never `//`, `.` or `..`
    Pairs query = {};       // decoded, in the order sent
    Pairs parameters = {};  // what stands for {id} in the path
    Headers headers = {};
    std::string body = {};
    std::string client_address = {};  // of the browser, seen through trusted proxies
    std::string request_id = {};
    bool is_secure = false;  // TLS here or at a trusted proxy

    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const { return headers.find(name); }
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
    // Without parameters such as charset, in lower case.
    [[nodiscard]] std::string content_type() const;
};

struct Response {
    int status = 200;
    Headers headers = {};
    std::string content_type = {};
    std::string body = {};
    // Octets that live as long as the program, in place of `body`.
    std::string_view fixed = {};
    // An open event stream in place of a body.
    std::shared_ptr<Stream> stream = {};

    [[nodiscard]] std::string_view octets() const { return fixed.empty() ? std::string_view(body) : fixed; }
};

Response json(std::string body, int status = 200);
Response text(std::string body, int status = 200);
// 204.
Response nothing();

using Handler = std::function<base::Result<Response>(Request const&)>;

// Fills a described struct from the query string. Optional fields may be left out, lists repeat their key; a key
// nobody described, or given twice, is refused with its pointer.
base::Result<bool> read_query(meta::Type const& type, void* value, Pairs const& query);

template <class T>
base::Result<T> read_query(Request const& request) {
    T value{};
    TRY_VOID(read_query(meta::of<T>(), &value, request.query));
    return value;
}

// "a=1&b=%20x+y"; nothing when an escape is broken or the text is not UTF-8.
std::optional<Pairs> parse_query(std::string_view text);
// "application/json; charset=utf-8" -> "application/json", in lower case.
std::string media_type(std::string_view content_type);
bool equal_without_case(std::string_view one, std::string_view other);

}  // namespace http
