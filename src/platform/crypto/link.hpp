#pragma once
// Links are computed, not stored: base64url(key number, organisation, id, nonce, purpose) . HMAC(link key, same).
// The row that the link points at keeps the nonce, when it expires and whether it was used; a database or a
// backup alone opens nothing, and the same row gives the same link at each retry. A new nonce voids the old link.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "platform/crypto/key_folder.hpp"

namespace crypto {

using Nonce = base::Id<struct NonceTag>;
Nonce random_nonce();

struct Link {
    std::string purpose;  // the room's word: "activation"
    base::AnyId organisation;
    base::AnyId id;
    Nonce nonce;

    auto operator<=>(Link const&) const = default;
};

// The token that stands in the address.
std::string sign_link(Keys const& keys, Link const& link);
// Nothing when the token was not made by one of our keys for this purpose. Says nothing about expiry or use.
std::optional<Link> open_link(Keys const& keys, std::string_view purpose, std::string_view token);

}  // namespace crypto
