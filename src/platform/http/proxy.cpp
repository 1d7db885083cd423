#include "platform/http/proxy.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <arpa/inet.h>

namespace http {

namespace {

// 4 or 16 octets; an IPv4 address that came as IPv6 ("::ffff:10.0.0.1") is an IPv4 address.
std::optional<std::string> octets_of(std::string_view address) {
    std::string text(address);
    std::string octets(16, '\0');
    if (inet_pton(AF_INET, text.c_str(), octets.data()) == 1) {
        octets.resize(4);
        return octets;
    }
    if (inet_pton(AF_INET6, text.c_str(), octets.data()) != 1) return std::nullopt;
    std::string const mapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
    if (octets.starts_with(mapped)) return octets.substr(12);
    return octets;
}

bool begin_alike(std::string_view one, std::string_view other, unsigned bits) {
    if (one.size() != other.size()) return false;
    auto whole = bits / 8;
    if (one.substr(0, whole) != other.substr(0, whole)) return false;
    if (bits % 8 == 0) return true;
    auto differing = static_cast<unsigned char>(one[whole] ^ other[whole]);
    return differing >> (8U - bits % 8) == 0;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

base::Result<TrustedProxies> TrustedProxies::parse(std::vector<std::string> const& networks) {
    TrustedProxies proxies;
    for (std::string_view network : networks) {
        auto slash = network.find('/');
        auto octets = octets_of(network.substr(0, slash));
        if (!octets) return base::invalid("", "proxy", {{"value", std::string(network)}});
        auto most = static_cast<unsigned>(octets->size() * 8);
        unsigned bits = most;
        if (slash != std::string_view::npos) {
            auto const* end = network.data() + network.size();
            auto [at, error] = std::from_chars(network.data() + slash + 1, end, bits);
            if (error != std::errc{} || at != end || bits > most)
                return base::invalid("", "proxy", {{"value", std::string(network)}});
        }
        proxies.networks_.push_back({*octets, bits});
    }
    return proxies;
}

bool TrustedProxies::trusts(std::string_view address) const {
    auto octets = octets_of(address);
    return octets && std::ranges::any_of(networks_, [&](Network const& network) {
               return begin_alike(network.octets, *octets, network.bits);
           });
}

std::string TrustedProxies::client_address(std::string_view peer, Headers const& headers) const {
    if (!trusts(peer)) return std::string(peer);
    std::string chain;
    for (auto const& header : headers.all())
        if (equal_without_case(header.name, "x-forwarded-for"))
            chain.append(chain.empty() ? "" : ",").append(header.value);
    std::string_view rest = chain;
    std::string_view client = peer;
    while (!rest.empty()) {
        auto comma = rest.rfind(',');
        auto last = trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
        // What is no address was made up before the first trusted proxy.
        if (!octets_of(last)) break;
        client = last;
        if (comma == std::string_view::npos || !trusts(last)) break;
        rest = rest.substr(0, comma);
    }
    return std::string(client);
}

bool TrustedProxies::spoke_https(std::string_view peer, Headers const& headers) const {
    if (!trusts(peer)) return false;
    auto scheme = headers.find("x-forwarded-proto");
    return scheme && equal_without_case(trimmed(*scheme), "https");
}

bool is_loopback(std::string_view address) {
    if (address == "localhost") return true;
    auto octets = octets_of(address);
    if (!octets) return false;
    if (octets->size() == 4) return octets->front() == 127;
    return *octets == std::string(15, '\0') + '\x01';
}

}  // namespace http
