#include "platform/http/route.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/http/problem.hpp"

namespace http {

namespace {

// Segments of "/api/pairings/{id}" without the first slash.
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    for (;;) {
        auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        if (end == std::string_view::npos) return segments;
        path.remove_prefix(end + 1);
    }
}

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool may_stand_in_path(char letter) {
    constexpr std::string_view kMarks = "-_.~/@:,+=$!*'()&";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           kMarks.find(letter) != std::string_view::npos;
}

base::Refusal unsupported(std::string code, std::string detail) {
    return {base::RefusalKind::unsupported, std::move(code), std::move(detail), {}, {}};
}

}  // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> children;
    std::unique_ptr<Node> parameter;
    std::map<Method, Route> routes;

    Node const* find(std::vector<std::string_view> const& segments, std::size_t at,
                     std::vector<std::string_view>& values) const {
        if (at == segments.size()) return routes.empty() ? nullptr : this;
        if (auto child = children.find(segments[at]); child != children.end())
            if (auto const* found = child->second->find(segments, at + 1, values)) return found;
        if (parameter == nullptr || segments[at].empty()) return nullptr;
        values.push_back(segments[at]);
        if (auto const* found = parameter->find(segments, at + 1, values)) return found;
        values.pop_back();
        return nullptr;
    }

    void list(std::vector<Route const*>& all) const {
        for (auto const& [method, route] : routes) all.push_back(&route);
        for (auto const& [name, child] : children) child->list(all);
        if (parameter != nullptr) parameter->list(all);
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route) {
    if (!route.path.starts_with('/')) throw std::logic_error("a route's path begins with a slash: " + route.path);
    auto* node = root_.get();
    for (auto segment : segments_of(route.path)) {
        if (segment.empty() && route.path != "/") throw std::logic_error("an empty step in the path " + route.path);
        auto& next = is_parameter(segment) ? node->parameter : node->children[std::string(segment)];
        if (next == nullptr) next = std::make_unique<Node>();
        node = next.get();
    }
    auto method = route.method;
    auto [at, fresh] = node->routes.try_emplace(method, std::move(route));
    if (!fresh) throw std::logic_error("two routes for " + std::string(name_of(method)) + " " + at->second.path);
}

void Router::set_pages(Handler handler) {
    pages_ = std::make_unique<Route>();
    pages_->path = "/";
    pages_->handler = std::move(handler);
}

Match Router::match(Method method, std::string_view path) const {
    Match match;
    std::vector<std::string_view> values;
    auto const* node = root_->find(segments_of(path), 0, values);
    auto wanted = method == Method::head ? Method::get : method;
    if (node == nullptr) {
        bool is_page = wanted == Method::get && pages_ != nullptr && path != "/api" && !path.starts_with("/api/");
        if (is_page)
            match.route = pages_.get();
        else
            match.refusal = base::not_found("this path");
        return match;
    }
    auto at = node->routes.find(wanted);
    if (at == node->routes.end()) {
        match.refusal = unsupported("method", "not with this method");
        for (auto const& [allowed, route] : node->routes) {
            match.allow.append(match.allow.empty() ? "" : ", ").append(name_of(allowed));
            if (allowed == Method::get) match.allow += ", HEAD";
        }
        return match;
    }
    match.route = &at->second;
    std::size_t next = 0;
    for (auto segment : segments_of(at->second.path))
        if (is_parameter(segment)) match.parameters.emplace_back(segment.substr(1, segment.size() - 2), values[next++]);
    return match;
}

std::vector<Route const*> Router::all() const {
    std::vector<Route const*> all;
    root_->list(all);
    return all;
}

std::optional<std::string_view> path_of(std::string_view target) {
    auto path = target.substr(0, target.find('?'));
    if (!path.starts_with('/') || path.find("//") != std::string_view::npos) return std::nullopt;
    if (!std::ranges::all_of(path, may_stand_in_path)) return std::nullopt;
    for (auto segment : segments_of(path))
        if (segment == "." || segment == "..") return std::nullopt;
    return path;
}

std::optional<base::Refusal> check_body_headers(Route const& route, Headers const& headers, bool has_body) {
    if (route.content_types.empty()) {
        if (!has_body) return std::nullopt;
        return base::Refusal{base::RefusalKind::malformed, "body_not_expected", "this route takes no body", {}, {}};
    }
    // A coding would hide the true size from the limit.
    if (headers.find("content-encoding")) return unsupported("content_encoding", "send the body without a coding");
    auto type = media_type(headers.find("content-type").value_or(""));
    if (std::ranges::find(route.content_types, type) == route.content_types.end())
        return unsupported("content_type", "this route takes another content type");
    return std::nullopt;
}

Response answer(Match const& match, Request& request) {
    if (!match.allow.empty()) {
        auto response = problem(405, match.refusal->code, match.refusal->detail, request.request_id);
        response.headers.add("Allow", match.allow);
        return response;
    }
    if (match.refusal) return problem(*match.refusal, request.request_id);
    request.parameters = match.parameters;
    if (auto refusal = check_body_headers(*match.route, request.headers, !request.body.empty()))
        return problem(*refusal, request.request_id);
    auto answered = match.route->handler(request);
    if (!answered) return problem(answered.refusal(), request.request_id);
    return std::move(*answered);
}

}  // namespace http
