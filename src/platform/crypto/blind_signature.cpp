#include "platform/crypto/blind_signature.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace crypto {
namespace {

constexpr std::size_t kModulusBits = 3072;
constexpr std::size_t kPrefixOctets = 32;
constexpr int kSaltOctets = 48;

using HeldKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using HeldContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using HeldDigest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

template <class Write>
Bytes der_of(EVP_PKEY* key, Write write) {
    auto const size = write(key, nullptr);
    if (size <= 0) throw std::runtime_error("an RSA key could not be written");
    Bytes der(static_cast<std::size_t>(size));
    auto* at = der.data();
    write(key, &at);
    return der;
}

HeldKey rsa_only(EVP_PKEY* read) {
    HeldKey key(read, &EVP_PKEY_free);
    if (key && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) key.reset();
    return key;
}
HeldKey read_secret(std::span<std::uint8_t const> der) {
    auto const* at = der.data();
    return rsa_only(d2i_AutoPrivateKey(nullptr, &at, static_cast<std::int64_t>(der.size())));
}
HeldKey read_public(std::span<std::uint8_t const> der) {
    auto const* at = der.data();
    return rsa_only(d2i_PUBKEY(nullptr, &at, static_cast<std::int64_t>(der.size())));
}

std::size_t octets_of(EVP_PKEY* key) {
    return static_cast<std::size_t>(EVP_PKEY_get_size(key));
}

// RSASP1, the bare power: OpenSSL refuses what is not below the modulus.
std::optional<Bytes> raise_to_secret(EVP_PKEY* key, std::span<std::uint8_t const> number) {
    HeldContext const context(EVP_PKEY_CTX_new(key, nullptr), &EVP_PKEY_CTX_free);
    Bytes power(octets_of(key));
    auto size = power.size();
    if (EVP_PKEY_sign_init(context.get()) <= 0 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) <= 0 ||
        EVP_PKEY_sign(context.get(), power.data(), &size, number.data(), number.size()) <= 0 || size != power.size())
        return std::nullopt;
    return power;
}

// RSAVP1.
std::optional<Bytes> raise_to_public(EVP_PKEY* key, Bytes const& number) {
    HeldContext const context(EVP_PKEY_CTX_new(key, nullptr), &EVP_PKEY_CTX_free);
    Bytes power(octets_of(key));
    auto size = power.size();
    if (EVP_PKEY_verify_recover_init(context.get()) <= 0 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) <= 0 ||
        EVP_PKEY_verify_recover(context.get(), power.data(), &size, number.data(), number.size()) <= 0)
        return std::nullopt;
    return power;
}

}  // namespace

BlindKey make_blind_key() {
    HeldKey const key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", kModulusBits), &EVP_PKEY_free);
    if (!key) throw std::runtime_error("an RSA key could not be made");
    return {der_of(key.get(), i2d_PrivateKey), der_of(key.get(), i2d_PUBKEY)};
}

std::optional<Bytes> sign_blinded(std::span<std::uint8_t const> secret, std::span<std::uint8_t const> blinded) {
    auto const key = read_secret(secret);
    if (!key || blinded.size() != octets_of(key.get())) return std::nullopt;
    // 0 is its own power: a signature of nothing.
    if (std::all_of(blinded.begin(), blinded.end(), [](std::uint8_t octet) { return octet == 0; })) return std::nullopt;
    auto signature = raise_to_secret(key.get(), blinded);
    if (!signature) return std::nullopt;
    // A fault in the sum would give the key away.
    auto const back = raise_to_public(key.get(), *signature);
    if (!back || !is_equal(*back, blinded)) throw std::runtime_error("a blind signature did not verify");
    return signature;
}

bool is_signed_blindly(std::span<std::uint8_t const> public_key, std::span<std::uint8_t const> prepared,
                       std::span<std::uint8_t const> signature) {
    auto const key = read_public(public_key);
    if (!key || prepared.size() < kPrefixOctets || signature.size() != octets_of(key.get())) return false;
    HeldDigest const digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_PKEY_CTX* context = nullptr;  // the digest's own
    return EVP_DigestVerifyInit(digest.get(), &context, EVP_sha384(), nullptr, key.get()) > 0 &&
           EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha384()) > 0 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, kSaltOctets) > 0 &&
           EVP_DigestVerify(digest.get(), signature.data(), signature.size(), prepared.data(), prepared.size()) == 1;
}

}  // namespace crypto
