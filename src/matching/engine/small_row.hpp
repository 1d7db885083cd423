#pragma once
// What a proof (proof_pass.hpp) counts in one mentor's row of small cells, one cell after the other or eight at a time
// (AVX2): the same counts, and together most of what a check costs.

#include <algorithm>
#include <cstdint>
#include <span>

#include "matching/engine/candidate_list.hpp"

namespace matching::engine {

// A price and a bar in four bytes. Nothing is less than 0 in a small cell, so an open bar is the one below it.
class SmallKnown {
  public:
    static constexpr int kBarBits = 11;
    static constexpr std::int32_t kBarMask = (1 << kBarBits) - 1;

    SmallKnown(std::int32_t price, std::int64_t bar)
        : both_(price * (1 << kBarBits) + static_cast<std::int32_t>(std::clamp<std::int64_t>(bar, -1, kBarMask - 1)) +
                1) {}

    [[nodiscard]] std::int32_t price() const { return both_ >> kBarBits; }
    [[nodiscard]] std::int32_t bar() const { return (both_ & kBarMask) - 1; }

  private:
    std::int32_t both_;
};

// What a couple is worth, in the scale of the prices: `none` with no benefit, and `each` more for each of it.
struct SmallWorth {
    std::int32_t none = 0;
    std::int32_t each = 0;
};

struct RowCount {
    std::uint32_t beat_bars = 0;
    std::uint32_t above_prices = 0;
};

// `mentees` by position. Fewer than 2^31 cells.
using CountRow = RowCount (*)(std::span<SmallCell const> row, SmallKnown mentor, std::span<SmallKnown const> mentees,
                              SmallWorth worth);

// Those this processor can run, the portable one first and the fastest last.
std::span<CountRow const> row_counts();

}  // namespace matching::engine
