#pragma once
// What a new password must be: 8 to 1,024 octets of UTF-8, not one that everybody tries first, not one made of the
// words around it. No rule about capitals, digits or signs: they make passwords weaker (NIST SP 800-63B).
//
// Passwords are compared in Unicode NFC, so that "é" typed on two keyboards is one letter. Nothing is cut off.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace signin {

inline constexpr std::size_t kShortestPassword = 8;
inline constexpr std::size_t kLongestPassword = 1024;

// As it is hashed. Empty when it cannot be anybody's password: too long, or not UTF-8.
std::string as_hashed(std::string_view password);

// `context`: sign-in name, names, organisation. Refusals are of the field `pointer`: too_short, too_long, format,
// common_password, context_password.
base::Result<std::string> check_new_password(std::string_view password, std::vector<std::string> const& context,
                                             std::string_view pointer = "/password");

}  // namespace signin
