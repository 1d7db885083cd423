#pragma once
// RSABSSA-SHA384-PSS-Randomized (RFC 9474, parts 4 and 5): somebody has a message signed that the signer never sees,
// and whoever verifies the signature later cannot tell for whom it was made. The signer's and the verifier's side; the
// one who asks sits in a browser. All of it is OpenSSL; nothing is ours.

#include <optional>
#include <span>

#include "platform/crypto/secret.hpp"

namespace crypto {

// RSA, 3072 bits, made for blind signatures and nothing else.
struct BlindKey {
    Bytes secret;      // PKCS #8, DER
    Bytes public_key;  // SubjectPublicKeyInfo, DER, as a browser imports it
};

// About a second of a processor: for jobs, not for requests.
BlindKey make_blind_key();

// The blind signature, as long as the key's modulus. Empty when `blinded` is no number above 0 and below the modulus in
// exactly as many octets, or `secret` no such key. Checked against the public key before it is given away (RFC
// 9474, 4.3).
std::optional<Bytes> sign_blinded(std::span<std::uint8_t const> secret, std::span<std::uint8_t const> blinded);

// `prepared` is the message with its 32 random octets in front (RFC 9474, 4.1): at least those.
bool is_signed_blindly(std::span<std::uint8_t const> public_key, std::span<std::uint8_t const> prepared,
                       std::span<std::uint8_t const> signature);

}  // namespace crypto
