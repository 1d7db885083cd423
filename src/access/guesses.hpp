#pragma once
// How often somebody may try what only the right one should know: links in a path, and the codes that come with them.
// Every route that is open to anyone and has a part of its path to guess is counted by itself (door.cpp): failures by
// address, and by path from all addresses together, so that many addresses do not guess one code. Where everybody sends
// to one path (ballots), failures are counted by address alone: nobody locks the others out. Counted in memory and by
// each node for itself; forgotten a quarter of an hour after the first.

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/refusal.hpp"
#include "base/time.hpp"

namespace obverse::access {

class Guesses {
  public:
    static constexpr int kPerAddress = 30;
    static constexpr int kPerPath = 100;
    static constexpr base::Duration kForgottenAfter = std::chrono::minutes(15);

    // How long this address, or this path, has to wait; nothing when it may try. `path`: "" where it is everybody's.
    [[nodiscard]] std::optional<base::Duration> wait_of(std::string const& address, std::string const& path,
                                                        base::Instant wall);
    void count_failure(std::string const& address, std::string const& path, base::Instant wall);

  private:
    struct Failures {
        int count = 0;
        base::Instant first_at;
    };
    std::optional<base::Duration> wait_of_one(std::string const& key, int free, base::Instant wall);
    void count(std::string const& key, base::Instant wall);
    void forget_old(base::Instant wall);

    std::mutex mutex_;
    std::map<std::string, Failures> failures_;
};

// 429 with Retry-After, in whole seconds.
base::Refusal try_later(base::Duration wait);

// An IPv6 address counts as its /64: one household, not one address of 2^64.
std::string counted_address(std::string const& address);

}  // namespace obverse::access
