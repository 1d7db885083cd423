#pragma once
// Feeds numbers to BLAKE2b, little end first, so that a hash is the same on every machine.

#include <array>
#include <cstdint>
#include <span>

#include <sodium.h>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

class Hasher {
  public:
    Hasher();
    void add(std::uint64_t number);
    void add(std::span<std::uint8_t const> bytes);
    [[nodiscard]] Digest finish();

  private:
    void flush();

    crypto_generichash_state state_;
    std::array<std::uint8_t, 8192> waiting_;  // numbers are many, and hashed together cost half
    std::size_t count_ = 0;
};

}  // namespace matching::engine
