#pragma once
// What anybody may lock and one key opens: libsodium's sealed boxes (X25519, XSalsa20-Poly1305, a fresh sender key
// each). Texts are padded, so that a length tells a band of 256 octets and no more.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/crypto/secret.hpp"

namespace crypto {

struct BoxKey {
    Key secret;
    Key public_key;
};
BoxKey make_box_key();

Bytes lock_away(Key const& public_key, std::string_view text);
// Empty: not locked with this key's other half, or changed since.
std::optional<std::string> unlock(BoxKey const& key, std::span<std::uint8_t const> locked);

}  // namespace crypto
