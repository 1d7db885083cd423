#pragma once
// Where time comes from. `now` is the domain's and may travel (a demo that shows next week); `wall` never does, and
// sessions, tokens, throttles, leases and idempotency go by it, so that nobody is signed out by a journey.
// Rules never hold a clock: time is an argument.

#include <atomic>
#include <cstdint>

#include "base/time.hpp"

namespace platform {

class Clock {
  public:
    Clock() = default;
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual base::Instant wall() const;
    [[nodiscard]] base::Instant now() const { return wall() + travelled(); }

    // How far the domain is ahead. Kept in the database of a demo installation; every process reads it from there.
    [[nodiscard]] base::Duration travelled() const;
    void set_travelled(base::Duration ahead);

  private:
    std::atomic<std::int64_t> travelled_{0};
};

// Stands still until it is moved.
class TestClock final : public Clock {
  public:
    explicit TestClock(base::Instant start) : wall_(start.microseconds) {}
    [[nodiscard]] base::Instant wall() const override { return {wall_.load()}; }
    void advance(base::Duration by) { wall_ += by.count(); }

  private:
    std::atomic<std::int64_t> wall_;
};

}  // namespace platform
