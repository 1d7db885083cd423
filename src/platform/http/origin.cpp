#include "platform/http/origin.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace http {

namespace {

constexpr std::array<std::string_view, 3> kLoopbackHosts{"127.0.0.1", "localhost", "[::1]"};

// "http://localhost:8080" -> ":8080" when the host is one of this machine's own names.
std::optional<std::string_view> loopback_port(std::string_view origin) {
    constexpr std::string_view kScheme = "http://";
    if (!origin.starts_with(kScheme)) return std::nullopt;
    origin.remove_prefix(kScheme.size());
    for (auto host : kLoopbackHosts) {
        if (!origin.starts_with(host)) continue;
        auto port = origin.substr(host.size());
        if (port.empty() || port.front() == ':') return port;
    }
    return std::nullopt;
}

// On this machine the page may have been opened by any of the machine's own names.
bool is_ours(std::string_view origin, std::string_view ours) {
    if (origin == ours) return true;
    auto port = loopback_port(ours);
    return port && loopback_port(origin) == port;
}

}  // namespace

std::string origin_of(std::string_view url) {
    auto host = url.find("://");
    if (host == std::string_view::npos) return "";
    std::string origin(url.substr(0, std::min(url.find('/', host + 3), url.size())));
    std::ranges::transform(origin, origin.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    // Browsers leave out the port that the scheme implies.
    for (auto [scheme, port] : {std::pair{"https://", ":443"}, std::pair{"http://", ":80"}})
        if (origin.starts_with(scheme) && origin.ends_with(port))
            origin.resize(origin.size() - std::string_view(port).size());
    return origin;
}

std::optional<base::Refusal> check_origin(Request const& request, std::string_view public_url) {
    if (request.method == Method::get || request.method == Method::head) return std::nullopt;
    auto origin = request.header("origin");
    auto site = request.header("sec-fetch-site");
    bool origin_is_right = !origin || is_ours(*origin, origin_of(public_url));
    bool site_is_right = !site || *site == "same-origin";
    if ((origin || site) && origin_is_right && site_is_right) return std::nullopt;
    return base::forbidden("cross_site", "a request that writes must come from the pages of this installation");
}

}  // namespace http
