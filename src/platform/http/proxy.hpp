#pragma once
// Who is really asking, when a proxy stands in front. Only what a trusted proxy added is believed.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace http {

class TrustedProxies {
  public:
    TrustedProxies() = default;
    // Addresses and networks: "10.0.0.7", "192.168.0.0/16", "::1", "fd00::/8". Refusal: invalid `proxy`.
    static base::Result<TrustedProxies> parse(std::vector<std::string> const& networks);

    [[nodiscard]] bool is_empty() const { return networks_.empty(); }
    [[nodiscard]] bool trusts(std::string_view address) const;
    // The peer, or, where the peer is trusted, the last address of X-Forwarded-For that is not.
    [[nodiscard]] std::string client_address(std::string_view peer, Headers const& headers) const;
    // Did the browser speak https to the trusted peer (X-Forwarded-Proto)?
    [[nodiscard]] bool spoke_https(std::string_view peer, Headers const& headers) const;

  private:
    struct Network {
        std::string octets;  // 4 or 16
        unsigned bits;
    };
    std::vector<Network> networks_;
};

// "127.0.0.1", "::1", "localhost": reached from this machine only.
bool is_loopback(std::string_view address);

}  // namespace http
