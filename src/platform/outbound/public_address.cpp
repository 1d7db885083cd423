#include "platform/outbound/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace outbound {
namespace {

struct AddressRange {
    char const* first;
    unsigned bits;
};

constexpr std::array kNotPublic4{
    AddressRange{"0.0.0.0", 8},        // this network
    AddressRange{"10.0.0.0", 8},       // private
    AddressRange{"100.64.0.0", 10},    // shared by carriers
    AddressRange{"127.0.0.0", 8},      // this machine
    AddressRange{"169.254.0.0", 16},   // the link; the metadata of clouds
    AddressRange{"172.16.0.0", 12},    // private
    AddressRange{"192.0.0.0", 24},     // protocol assignments
    AddressRange{"192.0.2.0", 24},     // documentation
    AddressRange{"192.31.196.0", 24},  // AS112
    AddressRange{"192.52.193.0", 24},  // AMT
    AddressRange{"192.88.99.0", 24},   // 6to4 relays
    AddressRange{"192.168.0.0", 16},   // private
    AddressRange{"192.175.48.0", 24},  // AS112
    AddressRange{"198.18.0.0", 15},    // benchmarks
    AddressRange{"198.51.100.0", 24},  // documentation
    AddressRange{"203.0.113.0", 24},   // documentation
    AddressRange{"224.0.0.0", 4},      // multicast
    AddressRange{"240.0.0.0", 4},      // reserved, broadcast
};

// Only 2000::/3 is given out to anybody; within it these are not.
constexpr AddressRange kGivenOut6{"2000::", 3};
constexpr std::array kNotPublic6{
    AddressRange{"2001::", 23},          // protocol assignments; Teredo, which carries IPv4
    AddressRange{"2001:db8::", 32},      // documentation
    AddressRange{"2002::", 16},          // 6to4, which carries IPv4
    AddressRange{"2620:4f:8000::", 48},  // AS112
    AddressRange{"3fff::", 20},          // documentation
};

using Octets = std::array<std::uint8_t, 16>;

bool begin_alike(Octets const& one, Octets const& other, unsigned bits) {
    auto const whole = bits / 8;
    if (!std::equal(one.begin(), one.begin() + whole, other.begin())) return false;
    if (bits % 8 == 0) return true;
    return static_cast<unsigned>(one[whole] ^ other[whole]) >> (8U - bits % 8) == 0;
}

bool lies_in(int family, Octets const& address, AddressRange const& range) {
    Octets first{};
    inet_pton(family, range.first, first.data());
    return begin_alike(address, first, range.bits);
}

bool lies_in_any(int family, Octets const& address, std::span<AddressRange const> ranges) {
    return std::ranges::any_of(ranges, [&](AddressRange const& range) { return lies_in(family, address, range); });
}

}  // namespace

bool is_public(std::string_view address) {
    std::string const text(address);
    Octets octets{};
    if (inet_pton(AF_INET, text.c_str(), octets.data()) == 1) return !lies_in_any(AF_INET, octets, kNotPublic4);
    if (inet_pton(AF_INET6, text.c_str(), octets.data()) != 1) return false;
    return lies_in(AF_INET6, octets, kGivenOut6) && !lies_in_any(AF_INET6, octets, kNotPublic6);
}

std::optional<std::string> text_of(sockaddr const& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    void const* octets = nullptr;
    if (address.sa_family == AF_INET) octets = &reinterpret_cast<sockaddr_in const&>(address).sin_addr;
    if (address.sa_family == AF_INET6) octets = &reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr;
    if (octets == nullptr || inet_ntop(address.sa_family, octets, text.data(), text.size()) == nullptr)
        return std::nullopt;
    return text.data();
}

}  // namespace outbound
