#pragma once
// Feeds numbers to BLAKE2b, little end first, so that a hash is the same on every machine.

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
    crypto_generichash_state state_;
};

}  // namespace matching::engine
