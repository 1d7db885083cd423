#pragma once
// Which addresses of the network this house may dial for somebody (server-side request forgery): those of the public
// internet alone. What is private, of this machine, of the link, for documentation, multicast, reserved, or a way
// around it (IPv4 in IPv6 in any of its forms) is not one. Sources: the special-purpose registries of IANA (RFC 6890),
// RFC 6598, RFC 6052, RFC 9637.

#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace outbound {

// As text, without brackets: "203.0.113.7", "2001:db8::1". What is no address in full is none.
bool is_public(std::string_view address);

// Of a socket address about to be dialled; empty for what is neither IPv4 nor IPv6.
std::optional<std::string> text_of(sockaddr const& address);

}  // namespace outbound
