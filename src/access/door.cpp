#include "access/door.hpp"

#include "access/guesses.hpp"
#include "access/idempotency.hpp"
#include "platform/http/origin.hpp"

namespace obverse::access {

namespace {

bool has_a_path_to_guess(Endpoint const& endpoint) {
    return endpoint.path.find('{') != std::string::npos;
}
// A link or its code in the path; or a ballot to forge, which is taken from nobody in particular.
bool has_something_to_guess(Endpoint const& endpoint) {
    auto const is_ballot = endpoint.trace == http::Trace::quiet && !endpoint.reads_only();
    return endpoint.may == May::anyone && (has_a_path_to_guess(endpoint) || is_ballot);
}

http::Response to_response(Answer answer, http::Headers headers) {
    http::Response response;
    response.status = answer.status;
    response.headers = std::move(headers);
    response.content_type = std::move(answer.content_type);
    response.body = std::move(answer.body);
    return response;
}

// One request on its way through one endpoint.
class Passage {
  public:
    // `guesses`: where failures are counted, when there is something to guess.
    Passage(Endpoint const& endpoint, Tools& tools, Identify const& identify, Guesses* guesses,
            http::Request const& request)
        : endpoint_(endpoint), tools_(tools), identify_(identify), guesses_(guesses), request_(request) {}

    base::Result<http::Response> go() {
        TRY_VOID(may_guess());
        auto answer = admitted();
        if (!answer) {
            if (guesses_ != nullptr && is_wrong_guess(answer.refusal()))
                guesses_->count_failure(request_.client_address, guessed_path(), tools_.clock.wall());
            return answer.refusal();
        }
        return to_response(std::move(*answer), std::move(headers_));
    }

  private:
    base::Result<bool> may_guess() {
        if (guesses_ == nullptr) return true;
        auto const wait = guesses_->wait_of(request_.client_address, guessed_path(), tools_.clock.wall());
        if (wait) return try_later(*wait);
        return true;
    }

    std::string guessed_path() const { return has_a_path_to_guess(endpoint_) ? request_.path : std::string(); }

    static bool is_wrong_guess(base::Refusal const& refusal) {
        return refusal.kind == base::RefusalKind::not_found || refusal.kind == base::RefusalKind::invalid;
    }

    base::Result<Answer> admitted() {
        if (auto refusal = http::check_origin(request_, tools_.public_url)) return *refusal;
        if (endpoint_.reads_only() && endpoint_.opens_transaction) return read();
        TRY(viewer, tools_.database.read([this](db::Tx& tx) { return allowed_viewer(tx); }));
        TRY(key, key_that_counts());
        if (endpoint_.opens_transaction) return write(key);
        return key ? visit_once(viewer, *key) : visit(std::move(viewer));
    }

    base::Result<Answer> read() {
        return tools_.database.read([this](db::Tx& tx) { return in(tx); });
    }

    // The viewer is looked up again in here: whoever was cut off since the first look is refused.
    base::Result<Answer> write(std::optional<std::string> const& key) {
        return tools_.database.write([&](db::Tx& tx) -> base::Result<Answer> {
            if (!key) return in(tx);
            TRY(viewer, allowed_viewer(tx));
            TRY(earlier, idempotency::find(tx, viewer, *key, request_, tools_.clock.wall()));
            if (earlier) return *earlier;
            TRY(answer, in(tx));
            idempotency::store(tx, viewer, *key, request_, answer, tools_.clock.wall());
            return answer;
        });
    }

    base::Result<Answer> in(db::Tx& tx) {
        TRY(viewer, allowed_viewer(tx));
        Call call{{tools_, request_, std::move(viewer), tools_.clock.now()}, tx};
        auto answer = endpoint_.in_transaction(endpoint_, call);
        headers_ = std::move(call.headers);
        return answer;
    }

    base::Result<std::optional<std::string>> key_that_counts() {
        if (endpoint_.is_idempotent_by_nature || endpoint_.reads_only()) return std::optional<std::string>();
        return idempotency::key_of(request_);
    }

    // The endpoint commits by itself, so its answer is kept after that and before it is sent: a repeat is answered as
    // the first time, but two at the same moment are both carried out, unless it writes by idempotency::write_once.
    base::Result<Answer> visit_once(Viewer const& viewer, std::string const& key) {
        auto const find = [&](db::Tx& tx) { return idempotency::find(tx, viewer, key, request_, tools_.clock.wall()); };
        TRY(earlier, tools_.database.read(find));
        if (earlier) return *earlier;
        TRY(answer, visit(viewer));
        return tools_.database.write([&](db::Tx& tx) -> base::Result<Answer> {
            TRY(kept, find(tx));
            if (kept) return *kept;
            idempotency::store(tx, viewer, key, request_, answer, tools_.clock.wall());
            return answer;
        });
    }

    base::Result<Answer> visit(Viewer viewer) {
        Visit visit{tools_, request_, std::move(viewer), tools_.clock.now()};
        auto answer = endpoint_.without_transaction(endpoint_, visit);
        headers_ = std::move(visit.headers);
        return answer;
    }

    base::Result<Viewer> allowed_viewer(db::Tx& tx) {
        auto viewer = identify_(tx, request_, tools_);
        if (!allows(endpoint_.may, viewer)) return not_allowed(viewer);
        return viewer;
    }

    Endpoint const& endpoint_;
    Tools& tools_;
    Identify const& identify_;
    Guesses* guesses_;
    http::Request const& request_;
    http::Headers headers_;
};

std::string json_list(std::vector<std::string> const& rows) {
    std::string list = "[";
    for (auto const& row : rows) {
        if (list.size() > 1) list += ',';
        json::write_text(list, row);
    }
    return list + ']';
}

http::Route to_route(Endpoint const& endpoint, Tools& tools, std::shared_ptr<Identify const> const& identify,
                     std::shared_ptr<Guesses> const& guesses) {
    http::Route route;
    route.method = endpoint.method;
    route.path = endpoint.root + endpoint.path;
    route.summary = endpoint.summary;
    route.who_may = std::string(meta::name_of(endpoint.may));
    (endpoint.input_is_query() ? route.query : route.input) = endpoint.input;
    route.output = endpoint.output;
    route.success = endpoint.success;
    route.body_limit = endpoint.body_limit;
    if (endpoint.takes_body()) route.content_types = endpoint.consumes;
    route.takes_idempotency_key = !endpoint.is_idempotent_by_nature && !endpoint.reads_only();
    route.compress = endpoint.compress;
    route.trace = endpoint.trace;
    if (!endpoint.shows.empty()) route.extensions.emplace("x-shows", json_list(endpoint.shows));
    auto const counted = has_something_to_guess(endpoint) ? guesses : nullptr;
    route.handler = [&endpoint, &tools, identify, counted](http::Request const& request) {
        return Passage(endpoint, tools, *identify, counted.get(), request).go();
    };
    return route;
}

}  // namespace

std::vector<http::Route> open_door(Routes const& routes, Tools& tools, Identify identify) {
    auto const shared = std::make_shared<Identify const>(std::move(identify));
    auto const guesses = std::make_shared<Guesses>();
    std::vector<http::Route> opened;
    for (auto const& endpoint : routes.all()) opened.push_back(to_route(*endpoint, tools, shared, guesses));
    return opened;
}

Endpoint& Routes::line(http::Method method, std::string_view path, May may, std::string_view summary) {
    auto& endpoint = *endpoints_.emplace_back(std::make_unique<Endpoint>());
    endpoint.path = path;
    endpoint.method = method;
    endpoint.may = may;
    endpoint.summary = summary;
    return endpoint;
}

Answer written(Endpoint const& endpoint, meta::Type const& type, void const* value) {
    return {endpoint.success, "application/json", json::write(type, value)};
}

base::Result<bool> read_input(Endpoint const& endpoint, http::Request const& request, void* value) {
    if (endpoint.input_is_query()) return http::read_query(*endpoint.input, value, request.query);
    return json::read(*endpoint.input, value, request.body);
}

}  // namespace obverse::access
