#include "matching/engine/digest.hpp"

namespace matching::engine {

Hasher::Hasher() {
    crypto_generichash_init(&state_, nullptr, 0, Digest{}.size());
}

void Hasher::add(std::uint64_t number) {
    if (count_ + sizeof number > waiting_.size()) flush();
    for (unsigned i = 0; i < sizeof number; ++i) waiting_[count_++] = static_cast<std::uint8_t>(number >> (8U * i));
}

void Hasher::add(std::span<std::uint8_t const> bytes) {
    flush();
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
}

void Hasher::flush() {
    crypto_generichash_update(&state_, waiting_.data(), count_);
    count_ = 0;
}

Digest Hasher::finish() {
    flush();
    Digest digest{};
    crypto_generichash_final(&state_, digest.data(), digest.size());
    return digest;
}

}  // namespace matching::engine
