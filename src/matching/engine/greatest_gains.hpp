#pragma once
// The few options of a long row that gain most, in one pass over it (bidding.hpp).

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace matching::engine {

inline constexpr std::int32_t kNoGain = std::numeric_limits<std::int32_t>::min();

// A gain and a place in a row in one number: the greater gain is the greater one, of equal gains the first place.
class GainAtPlace {
  public:
    GainAtPlace() = default;  // none: less than any other
    GainAtPlace(std::int32_t gain, std::uint32_t place) : both_((std::int64_t{gain} << 32) + std::int64_t{~place}) {}

    [[nodiscard]] bool is_none() const { return *this == GainAtPlace(); }
    [[nodiscard]] std::int32_t gain() const { return static_cast<std::int32_t>(both_ >> 32); }
    [[nodiscard]] std::uint32_t place() const { return ~static_cast<std::uint32_t>(both_); }

    bool operator==(GainAtPlace const&) const = default;
    bool operator<(GainAtPlace const& other) const { return both_ < other.both_; }

  private:
    std::int64_t both_ = std::numeric_limits<std::int64_t>::min();
};

// The greatest first; rest() is what nothing else gains more than.
template <std::size_t kCount>
class GreatestGains {
  public:
    // Greater than least().
    void add(std::int32_t gain, std::uint32_t place) {
        leave_out(least());
        GainAtPlace const one(gain, place);
        auto at = kCount - 1;
        for (; at > 0 && greatest_[at - 1] < one; --at) greatest_[at] = greatest_[at - 1];
        greatest_[at] = one;
    }
    void leave_out(std::int32_t gain) { rest_ = std::max(rest_, gain); }

    [[nodiscard]] std::int32_t least() const { return greatest_.back().gain(); }
    [[nodiscard]] std::int32_t rest() const { return rest_; }
    [[nodiscard]] GainAtPlace operator[](std::size_t k) const { return greatest_[k]; }

  private:
    std::array<GainAtPlace, kCount> greatest_;
    std::int32_t rest_ = kNoGain;
};

}  // namespace matching::engine
