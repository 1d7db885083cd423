#pragma once
// The one door. It turns a line of the table of routes (app/routes.hpp) into an HTTP route:
//
//   routes.put("/pairings/{id}/agreement/signature", May::participant, pairing::sign_agreement, "Sign the agreement");
//
// For every request, in this order: who is asking, who may, same origin, the input, then the transaction (a snapshot
// for GET, a serializable write otherwise) with the viewer looked up again inside it, the idempotency key, the
// endpoint, and commit on a value or rollback on a refusal. Endpoints see none of this.

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "access/call.hpp"
#include "access/may.hpp"
#include "platform/http/route.hpp"
#include "platform/json.hpp"
#include "platform/meta.hpp"

namespace obverse::access {

// Who is asking, from the cookie or token of a request; nobody() when there is none that counts. Runs in the
// request's own transaction. From app/wiring, so that this room never learns what a session is.
using Identify = std::function<Viewer(db::Tx&, http::Request const&, Tools const&)>;

// What an endpoint answered, already in the form it is sent.
struct Answer {
    int status = 200;
    std::string content_type;
    std::string body;
};

struct Endpoint {
    std::string path;  // below `root`
    std::string root = "/api";
    http::Method method;
    May may;
    std::string summary;
    meta::Type const* input = nullptr;   // body, or query on GET, DELETE and uploads
    meta::Type const* output = nullptr;  // nullptr: nothing, or a document
    bool opens_transaction = true;
    // Answered again, it does no more than once; takes no Idempotency-Key and stores none (engineering.md 3).
    bool is_idempotent_by_nature = false;
    int success = 200;
    std::size_t body_limit = http::kDefaultBodyLimit;
    std::vector<std::string> consumes{"application/json"};
    bool takes_upload = false;
    http::Compress compress = http::Compress::yes;
    http::Trace trace = http::Trace::usual;
    std::vector<std::string> shows;  // the rows of rules B that the answer can show (engineering.md 15.12)

    // The endpoint without its type, and what calls it by that type: one of the two, by `opens_transaction`.
    void (*function)() = nullptr;
    base::Result<Answer> (*in_transaction)(Endpoint const&, Call&) = nullptr;
    base::Result<Answer> (*without_transaction)(Endpoint const&, Visit&) = nullptr;

    Endpoint& by_nature() { return is_idempotent_by_nature = true, *this; }
    Endpoint& creates() { return success = 201, *this; }
    Endpoint& accepted() { return success = 202, *this; }
    // A raw body of one of these types, read by the endpoint itself (engineering.md 14.12).
    Endpoint& takes(std::vector<std::string> types, std::size_t limit) {
        return consumes = std::move(types), body_limit = limit, takes_upload = true, *this;
    }
    [[nodiscard]] bool reads_only() const { return method == http::Method::get; }
    [[nodiscard]] bool input_is_query() const { return reads_only() || method == http::Method::remove || takes_upload; }
    [[nodiscard]] bool takes_body() const { return takes_upload || (input != nullptr && !input_is_query()); }
    // Not part of the JSON contract: an address that other programs than a browser read.
    Endpoint& at_root() { return root.clear(), *this; }
    // The answer holds a secret (a link, a code): never compressed, so that its length says nothing.
    Endpoint& holds_secret() { return compress = http::Compress::no, *this; }
    Endpoint& quiet() { return trace = http::Trace::quiet, *this; }
    Endpoint& may_show(std::initializer_list<std::string_view> rows) {
        return shows.assign(rows.begin(), rows.end()), *this;
    }
};

class Routes {
  public:
    template <class F>
    Endpoint& get(std::string_view path, May may, F endpoint, std::string_view summary) {
        return bind(line(http::Method::get, path, may, summary), endpoint);
    }
    template <class F>
    Endpoint& post(std::string_view path, May may, F endpoint, std::string_view summary) {
        return bind(line(http::Method::post, path, may, summary), endpoint);
    }
    template <class F>
    Endpoint& put(std::string_view path, May may, F endpoint, std::string_view summary) {
        return bind(line(http::Method::put, path, may, summary), endpoint).by_nature();
    }
    template <class F>
    Endpoint& patch(std::string_view path, May may, F endpoint, std::string_view summary) {
        return bind(line(http::Method::patch, path, may, summary), endpoint).by_nature();
    }
    template <class F>
    Endpoint& remove(std::string_view path, May may, F endpoint, std::string_view summary) {
        return bind(line(http::Method::remove, path, may, summary), endpoint).by_nature();
    }

    [[nodiscard]] std::vector<std::unique_ptr<Endpoint>> const& all() const { return endpoints_; }

  private:
    Endpoint& line(http::Method method, std::string_view path, May may, std::string_view summary);
    template <class F>
    static Endpoint& bind(Endpoint& endpoint, F function);

    std::vector<std::unique_ptr<Endpoint>> endpoints_;
};

// The routes as the server takes them. `tools` and `identify` must outlive the routes.
std::vector<http::Route> open_door(Routes const& routes, Tools& tools, Identify identify);

// From here on: how a function becomes an endpoint.

// The input of a request: its query on GET, DELETE and uploads, else its JSON body. Unknown names are refused.
base::Result<bool> read_input(Endpoint const& endpoint, http::Request const& request, void* value);

// `value` as JSON.
Answer written(Endpoint const& endpoint, meta::Type const& type, void const* value);

// By value: a document is moved out of it.
template <class A>
// NOLINTNEXTLINE(performance-unnecessary-value-param)
base::Result<Answer> in_sent_form(Endpoint const& endpoint, base::Result<A> result) {
    if (!result) return result.refusal();
    if constexpr (std::is_same_v<A, Nothing>)
        return Answer{204, {}, {}};
    else if constexpr (std::is_same_v<A, Document>)
        return Answer{endpoint.success, std::move(result->content_type), std::move(result->body)};
    else
        return written(endpoint, meta::of<A>(), &*result);
}

template <class>
struct Signature;
template <class A, class V>
struct Signature<base::Result<A> (*)(V&)> {
    using Output = A;
    using Where = V;
    using Input = void;
};
template <class A, class V, class I>
struct Signature<base::Result<A> (*)(V&, I const&)> {
    using Output = A;
    using Where = V;
    using Input = I;
};

// One instance per signature, not per endpoint: what is compiled again and again is short.
template <class F>
base::Result<Answer> run(Endpoint const& endpoint, typename Signature<F>::Where& where) {
    using Input = typename Signature<F>::Input;
    auto const function = reinterpret_cast<F>(endpoint.function);
    if constexpr (std::is_void_v<Input>) {
        return in_sent_form(endpoint, function(where));
    } else {
        Input input{};
        TRY_VOID(read_input(endpoint, where.request, &input));
        return in_sent_form(endpoint, function(where, input));
    }
}

template <class F>
Endpoint& Routes::bind(Endpoint& endpoint, F function) {
    using Shape = Signature<F>;
    using Output = typename Shape::Output;
    if constexpr (!std::is_void_v<typename Shape::Input>) endpoint.input = &meta::of<typename Shape::Input>();
    if constexpr (!std::is_same_v<Output, Nothing> && !std::is_same_v<Output, Document>)
        endpoint.output = &meta::of<Output>();
    endpoint.function = reinterpret_cast<void (*)()>(function);
    if constexpr (std::is_same_v<typename Shape::Where, Call>) {
        endpoint.in_transaction = &run<F>;
    } else {
        static_assert(std::is_same_v<typename Shape::Where, Visit>);
        endpoint.opens_transaction = false;
        endpoint.without_transaction = &run<F>;
    }
    return endpoint;
}

}  // namespace obverse::access
