#pragma once
// The one way by which this house reads an address that somebody has given it. Nothing is fetched unless the operator
// allows it. Only https on port 443 and only public addresses: the name is resolved once, every address of it must be
// public, the connection is pinned to them, and what is really dialled is judged again. No redirect is followed, no
// proxy, no cookie, no compressed answer; the certificate is verified. What comes is bounded in size and time, and
// neither the address nor the answer is written down anywhere.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"

namespace outbound {

// Where to, once it has been looked at.
struct Address {
    std::string url;     // normalised by libcurl, which dials it
    std::string origin;  // "https://calendar.example", with its port when it is not the scheme's own
    std::string host;    // in small letters, without a dot at its end, an IPv4 address in dotted form
    std::uint16_t port = 443;

    auto operator<=>(Address const&) const = default;
};

// What the operator lets be fetched; nothing when empty. An entry is
//   "*"                                any https address of the public internet
//   "calendar.example"                 that host, by https and at public addresses alone
//   "http://calendar.internal:8080"    exactly that origin, also without TLS and at private addresses
using AllowList = std::vector<std::string>;
// The first entry that is none of these; empty when all are well.
std::string malformed_entry(AllowList const& allowed);

enum class Trouble {
    malformed,    // no address, or one with a name and a password in it
    not_https,    // another scheme or port
    not_allowed,  // not on the operator's list, or not of the public internet
    unreachable,  // no such name, no connection, no TLS to be believed, no answer in time, another answer than 200
    redirected,
    too_large,
    too_busy,  // too many are being fetched at this moment
};
BOOST_DESCRIBE_ENUM(Trouble, malformed, not_https, not_allowed, unreachable, redirected, too_large, too_busy)

template <class T>
using Fetched = tl::expected<T, Trouble>;

// `webcal://` is https. Looks at the text alone and asks nobody.
Fetched<Address> look_at(std::string_view text, AllowList const& allowed);

struct Limits {
    std::chrono::milliseconds connects_within{5'000};
    std::chrono::milliseconds answers_within{10'000};
    std::size_t octets = 2U << 20U;
    int at_once = 4;  // in the whole program
};

// The addresses of a name, as text; the system's resolver unless a test says otherwise.
using Resolve = std::function<std::vector<std::string>(std::string const& host)>;

// Blocks for as long as the limits say: never inside a transaction.
Fetched<std::string> fetch(std::string_view text, AllowList const& allowed, Limits const& limits = {},
                           Resolve const& resolve = {});

}  // namespace outbound
