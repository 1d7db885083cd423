#include "platform/crypto/sealed_box.hpp"

#include <stdexcept>

#include <sodium.h>

namespace crypto {
namespace {

constexpr std::size_t kBand = 256;

static_assert(crypto_box_PUBLICKEYBYTES == std::tuple_size_v<Key> &&
              crypto_box_SECRETKEYBYTES == std::tuple_size_v<Key>);

}  // namespace

BoxKey make_box_key() {
    BoxKey key;
    if (crypto_box_keypair(key.public_key.data(), key.secret.data()) != 0)
        throw std::runtime_error("a box key could not be made");
    return key;
}

Bytes lock_away(Key const& public_key, std::string_view text) {
    Bytes padded(text.begin(), text.end());
    padded.resize(text.size() + kBand);
    std::size_t size = 0;
    if (sodium_pad(&size, padded.data(), text.size(), kBand, padded.size()) != 0)
        throw std::runtime_error("a text could not be padded");
    Bytes locked(size + crypto_box_SEALBYTES);
    if (crypto_box_seal(locked.data(), padded.data(), size, public_key.data()) != 0)
        throw std::runtime_error("a text could not be locked away");
    return locked;
}

std::optional<std::string> unlock(BoxKey const& key, std::span<std::uint8_t const> locked) {
    if (locked.size() < crypto_box_SEALBYTES) return std::nullopt;
    Bytes padded(locked.size() - crypto_box_SEALBYTES);
    std::size_t size = 0;
    if (crypto_box_seal_open(padded.data(), locked.data(), locked.size(), key.public_key.data(), key.secret.data()) !=
            0 ||
        sodium_unpad(&size, padded.data(), padded.size(), kBand) != 0)
        return std::nullopt;
    return std::string(padded.begin(), padded.begin() + static_cast<std::ptrdiff_t>(size));
}

}  // namespace crypto
