#include "support/blind_asker.hpp"

#include <initializer_list>
#include <memory>
#include <stdexcept>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace support {
namespace {

using crypto::Bytes;

using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;
using Workspace = std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)>;
using PublicKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

void expect(bool holds) {
    if (!holds) throw std::runtime_error("OpenSSL could not do the asker's sum");
}
Number number_of(Bytes const& octets) {
    return Number(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr), &BN_free);
}
Bytes octets_of(BIGNUM const* number, std::size_t size) {
    Bytes octets(size);
    expect(BN_bn2binpad(number, octets.data(), static_cast<int>(size)) == static_cast<int>(size));
    return octets;
}
Number part_of(EVP_PKEY* key, char const* name) {
    BIGNUM* number = nullptr;
    expect(EVP_PKEY_get_bn_param(key, name, &number) == 1);
    return {number, &BN_free};
}
PublicKey read(Bytes const& der) {
    auto const* at = der.data();
    return PublicKey(d2i_PUBKEY(nullptr, &at, static_cast<std::int64_t>(der.size())), &EVP_PKEY_free);
}

Bytes sha384(Bytes const& octets) {
    Bytes digest(48);
    expect(EVP_Digest(octets.data(), octets.size(), digest.data(), nullptr, EVP_sha384(), nullptr) == 1);
    return digest;
}
Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes whole;
    for (auto const& part : parts) whole.insert(whole.end(), part.begin(), part.end());
    return whole;
}

// MGF1 (RFC 8017, B.2.1).
Bytes mask_from(Bytes const& seed, std::size_t size) {
    Bytes mask;
    for (std::uint8_t counter = 0; mask.size() < size; ++counter)
        mask = joined({mask, sha384(joined({seed, {0, 0, 0, counter}}))});
    mask.resize(size);
    return mask;
}

// EMSA-PSS (RFC 8017, 9.1.1) with 48 octets of salt, for one bit less than a modulus of `size` whole octets.
Bytes encode(Bytes const& prepared, std::size_t size) {
    Bytes salt(48);
    crypto::fill_with_secret(salt);
    auto const digest = sha384(joined({Bytes(8, 0), sha384(prepared), salt}));
    auto block = joined({Bytes(size - 2 * 48 - 2, 0), {1}, salt});
    auto const mask = mask_from(digest, block.size());
    for (std::size_t i = 0; i < block.size(); ++i) block[i] ^= mask[i];
    block.front() &= 0x7fU;
    return joined({block, digest, {0xbc}});
}

}  // namespace

BlindAsker::BlindAsker(Bytes const& public_key, std::string_view message) : prepared_(32) {
    auto const key = read(public_key);
    auto const modulus = part_of(key.get(), OSSL_PKEY_PARAM_RSA_N);
    auto const exponent = part_of(key.get(), OSSL_PKEY_PARAM_RSA_E);
    auto const size = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    crypto::fill_with_secret(prepared_);
    prepared_.insert(prepared_.end(), message.begin(), message.end());
    Workspace const workspace(BN_CTX_new(), &BN_CTX_free);
    Number const blind(BN_new(), &BN_free);
    Number const inverse(BN_new(), &BN_free);
    Number const power(BN_new(), &BN_free);
    expect(BN_rand_range(blind.get(), modulus.get()) == 1);
    expect(BN_mod_inverse(inverse.get(), blind.get(), modulus.get(), workspace.get()) != nullptr);
    expect(BN_mod_exp(power.get(), blind.get(), exponent.get(), modulus.get(), workspace.get()) == 1);
    auto const encoded = number_of(encode(prepared_, size));
    expect(BN_mod_mul(power.get(), power.get(), encoded.get(), modulus.get(), workspace.get()) == 1);
    modulus_ = octets_of(modulus.get(), size);
    blinded_ = octets_of(power.get(), size);
    inverse_ = octets_of(inverse.get(), size);
}

Bytes BlindAsker::open(Bytes const& blind_signature) const {
    return unblind(modulus_, blind_signature, inverse_);
}

Bytes unblind(Bytes const& modulus, Bytes const& number, Bytes const& inverse) {
    Workspace const workspace(BN_CTX_new(), &BN_CTX_free);
    Number const product(BN_new(), &BN_free);
    expect(BN_mod_mul(product.get(), number_of(number).get(), number_of(inverse).get(), number_of(modulus).get(),
                      workspace.get()) == 1);
    return octets_of(product.get(), modulus.size());
}

}  // namespace support
