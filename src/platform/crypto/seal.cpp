#include "platform/crypto/seal.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sodium.h>

namespace crypto {

namespace {

constexpr std::size_t kSealNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kSealTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == sizeof(Key));

// Table and column are length-prefixed: ("ab", "c") and ("a", "bc") are two places.
Bytes sealed_place_bytes(SealedPlace const& place) {
    Bytes bytes;
    for (auto name : {place.table, place.column}) {
        bytes.push_back(static_cast<std::uint8_t>(name.size()));
        bytes.insert(bytes.end(), name.begin(), name.end());
    }
    for (auto const& id : {place.organisation, place.row}) bytes.insert(bytes.end(), id.bytes.begin(), id.bytes.end());
    return bytes;
}

SealBroken broken(SealedPlace const& place, std::string_view why) {
    return SealBroken(fmt::format("{}.{} of {} does not open: {}", place.table, place.column, place.row.text(), why));
}

}  // namespace

meta::Bytes seal(Keys const& keys, SealedPlace const& place, std::string_view text) {
    auto const& [number, key] = *keys.seal.rbegin();
    Bytes sealed(1 + kSealNonce + text.size() + kSealTag);
    sealed[0] = number;
    fill_with_secret(std::span(sealed).subspan(1, kSealNonce));
    Bytes const where = sealed_place_bytes(place);
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + 1 + kSealNonce, &length, bytes_of(text).data(),
                                               text.size(), where.data(), where.size(), nullptr, sealed.data() + 1,
                                               key.data());
    return {std::move(sealed)};
}

std::string open(Keys const& keys, SealedPlace const& place, meta::Bytes const& column) {
    auto const& sealed = column.octets;
    if (sealed.size() < 1 + kSealNonce + kSealTag) throw broken(place, "it is too short");
    auto const key = keys.seal.find(sealed[0]);
    if (key == keys.seal.end()) throw broken(place, fmt::format("key {} is missing", sealed[0]));
    Bytes const where = sealed_place_bytes(place);
    std::string text(sealed.size() - 1 - kSealNonce - kSealTag, '\0');
    unsigned long long length = 0;
    int const failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(text.data()), &length, nullptr, sealed.data() + 1 + kSealNonce,
        sealed.size() - 1 - kSealNonce, where.data(), where.size(), sealed.data() + 1, key->second.data());
    if (failed != 0) throw broken(place, "it was changed or moved");
    return text;
}

}  // namespace crypto
