#pragma once
// Where chance comes from. Ids and draws take a Random; tests and the demo pass a seeded one, the server the
// system's. Secrets (tokens, keys) come from platform/crypto, never from here.

#include <cstdint>
#include <memory>
#include <span>

namespace base {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
    // Uniform in [0, bound), bound > 0, without modulo bias.
    std::uint64_t below(std::uint64_t bound);
    std::uint64_t next();
};

// splitmix64 (Steele, Lea, Flood 2014): the same numbers on every machine for the same seed. Thread-safe.
std::unique_ptr<Random> seeded_random(std::uint64_t seed);
// The operating system's generator. Thread-safe.
std::unique_ptr<Random> system_random();

// The step behind seeded_random, for algorithms that carry their own state.
std::uint64_t splitmix64(std::uint64_t& state);

}  // namespace base
