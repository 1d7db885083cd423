#include "matching/engine/digest.hpp"

namespace matching::engine {

Hasher::Hasher() {
    crypto_generichash_init(&state_, nullptr, 0, Digest{}.size());
}

void Hasher::add(std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8U * i));
    add(bytes);
}

void Hasher::add(std::span<std::uint8_t const> bytes) {
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
}

Digest Hasher::finish() {
    Digest digest{};
    crypto_generichash_final(&state_, digest.data(), digest.size());
    return digest;
}

}  // namespace matching::engine
