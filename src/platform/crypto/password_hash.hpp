#pragma once
// Argon2id. The parameters stand in the hash, so that a stronger cost replaces a weaker one at the next sign-in.
// Each hash takes 19 MiB and some 30 ms; HashingPool bounds how many run and how many wait, so that a flood of
// sign-ins can exhaust neither memory nor the threads that serve everybody else.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace crypto {

struct HashingCost {
    std::uint64_t passes = 2;
    std::size_t bytes = std::size_t{19} * 1024 * 1024;
};
// For tests alone: the least that libsodium accepts.
constexpr HashingCost kTestCost{1, 8192};

struct HashingBounds {
    std::size_t running = 2;
    std::size_t waiting = 8;
};

class HashingPool {
  public:
    HashingPool(HashingCost cost, HashingBounds bounds);

    // All three wait for a place; refused with `unavailable` when too many wait already.
    base::Result<std::string> hash(std::string_view password);
    base::Result<bool> verify(std::string_view password, std::string const& hash);
    // The same work for a person who does not exist, so that time tells nothing about who does.
    base::Result<bool> verify_nobody(std::string_view password);

    // Another cost than today's: to be hashed again while the password is at hand.
    [[nodiscard]] bool is_outdated(std::string const& hash) const;
    // How often verify_nobody did its work; tests look here instead of at a stopwatch.
    [[nodiscard]] std::uint64_t dummy_runs() const;
    // The most that ever ran and waited at once.
    [[nodiscard]] HashingBounds peak() const;

  private:
    class Place;

    HashingCost cost_;
    HashingBounds bounds_;
    std::string dummy_hash_;
    mutable std::mutex mutex_;
    std::condition_variable freed_;
    std::size_t running_ = 0;
    std::size_t waiting_ = 0;
    HashingBounds peak_{0, 0};
    std::uint64_t dummy_runs_ = 0;
};

// Too many are signing in at once.
base::Refusal too_busy_to_hash();

}  // namespace crypto
