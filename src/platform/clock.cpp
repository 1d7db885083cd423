#include "platform/clock.hpp"

#include <chrono>

namespace platform {

base::Instant Clock::wall() const {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<base::Duration>(since).count()};
}

base::Duration Clock::travelled() const {
    return base::Duration(travelled_.load(std::memory_order_relaxed));
}

void Clock::set_travelled(base::Duration ahead) {
    travelled_.store(ahead.count(), std::memory_order_relaxed);
}

}  // namespace platform
