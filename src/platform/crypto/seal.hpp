#pragma once
// Sealed columns: XChaCha20-Poly1305. The first byte is the key's number, then 24 bytes of nonce. The place
// (table, column, organisation, row) is bound in, so that a value moved to another row or column does not open.
// Sealed text is never indexed, sorted or filtered.

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/meta.hpp"

namespace crypto {

struct SealedPlace {
    std::string_view table;
    std::string_view column;
    base::AnyId organisation;
    base::AnyId row;
};

// The row cannot be: its key is gone, or somebody changed or moved it.
struct SealBroken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

meta::Bytes seal(Keys const& keys, SealedPlace const& place, std::string_view text);
// Throws SealBroken.
std::string open(Keys const& keys, SealedPlace const& place, meta::Bytes const& sealed);

}  // namespace crypto
