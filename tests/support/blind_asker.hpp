#pragma once
// The side of RFC 9474 that sits in a browser: prepares and blinds a message, and opens what was signed. Written out
// with OpenSSL's numbers, apart from the product's code, for tests alone.

#include <string_view>

#include "platform/crypto/secret.hpp"

namespace support {

class BlindAsker {
  public:
    // `public_key` as DER. Draws prefix, salt and blind.
    BlindAsker(crypto::Bytes const& public_key, std::string_view message);

    [[nodiscard]] crypto::Bytes const& prepared() const { return prepared_; }
    [[nodiscard]] crypto::Bytes const& blinded() const { return blinded_; }
    // The signature of `prepared()`, from that of `blinded()`.
    [[nodiscard]] crypto::Bytes open(crypto::Bytes const& blind_signature) const;

  private:
    crypto::Bytes modulus_;
    crypto::Bytes prepared_;
    crypto::Bytes blinded_;
    crypto::Bytes inverse_;
};

// `number` times `inverse` by `modulus`, as long as the modulus (RFC 9474, 4.4).
crypto::Bytes unblind(crypto::Bytes const& modulus, crypto::Bytes const& number, crypto::Bytes const& inverse);

}  // namespace support
