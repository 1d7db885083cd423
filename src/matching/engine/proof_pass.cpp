#include "matching/engine/proof_pass.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <type_traits>

namespace matching::engine {

namespace {

// Both numbers of a worth in one: compared like the two one after the other, as long as no sum of three carries from
// the second to the first.
class Scale {
  public:
    // Empty if they do not fit.
    static std::optional<Scale> for_all(PassFigures const& figures) {
        Worth most{1, 1};
        include(most, worth_of_couple(SmallCell::kMost, figures.priority));
        for (auto const* prices : {figures.mentor_prices, figures.mentee_prices})
            for (auto const& price : *prices) include(most, price);
        if (most.first > kFarthest || most.second > kFarthest) return std::nullopt;
        auto const one = static_cast<std::int64_t>(std::bit_ceil(static_cast<std::uint64_t>(3 * most.second + 1)));
        if (most.first * one + most.second > kFarthest) return std::nullopt;
        return Scale(static_cast<std::int32_t>(one));
    }

    [[nodiscard]] std::int32_t in_one(Worth worth) const {
        return static_cast<std::int32_t>(worth.first * one_ + worth.second);
    }

  private:
    static constexpr std::int64_t kFarthest = 1 << 20;

    explicit Scale(std::int32_t one) : one_(one) {}

    // A number or its complement is not negative, and neither is out of range.
    static void include(Worth& most, Worth worth) {
        most.first = std::max({most.first, worth.first, ~worth.first});
        most.second = std::max({most.second, worth.second, ~worth.second});
    }

    std::int32_t one_;  // what one of the first number is
};

// Nothing is less than 0 in a small cell, so an open bar is the one below it.
class SmallKnown {
  public:
    SmallKnown(std::int32_t price, Bar bar)
        : both_(price * (1 << kBits) + static_cast<std::int32_t>(std::clamp<Bar>(bar, -1, kMask - 1)) + 1) {}

    [[nodiscard]] std::int32_t price() const { return both_ >> kBits; }
    [[nodiscard]] std::int32_t bar() const { return (both_ & kMask) - 1; }

  private:
    static constexpr int kBits = 11;
    static constexpr std::int32_t kMask = (1 << kBits) - 1;

    std::int32_t both_;
};

class WideKnown {
  public:
    WideKnown(Worth price, Bar bar) : price_(price), bar_(bar) {}

    [[nodiscard]] Worth price() const { return price_; }
    [[nodiscard]] Bar bar() const { return bar_; }

  private:
    Worth price_;
    Bar bar_;
};

// `mentors` and `mentees` say what is known, `worth_of(benefit)` is like their prices.
template <class Cell, class Known, class WorthOf>
PassCount count_in_rows(CandidateList const& candidates, std::span<Cell const> cells, std::vector<Known> const& mentors,
                        std::vector<Known> const& mentees, WorthOf worth_of) {
    PassCount count;
    auto const* const known = mentees.data();
    for (std::size_t mentor = 0; mentor < mentors.size(); ++mentor) {
        auto const first = candidates.first_of(mentor);
        auto const bar = mentors[mentor].bar();
        auto const price = mentors[mentor].price();
        // Without branches: which of them it is cannot be foreseen.
        std::uint32_t beat = 0;
        std::uint32_t above = 0;
        auto const row = cells.subspan(first, candidates.first_of(mentor + 1) - first);
#pragma GCC unroll 4
        for (auto const& cell : row) {
            auto const theirs = known[cell.mentee()];
            beat += static_cast<std::uint32_t>(cell.mentor_benefit() > bar) &
                    static_cast<std::uint32_t>(cell.mentee_benefit() > theirs.bar());
            above += static_cast<std::uint32_t>(worth_of(cell.benefit()) - price > theirs.price());
        }
        count.beat_bars += beat;
        count.above_prices += above;
    }
    return count;
}

template <class Known, class PriceOf>
std::vector<Known> known_of(std::vector<Bar> const& bars, PriceOf price_of) {
    std::vector<Known> known;
    known.reserve(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) known.emplace_back(price_of(i), bars[i]);
    return known;
}

template <class Cell>
PassCount count_in_full(CandidateList const& candidates, std::span<Cell const> cells, PassFigures const& figures) {
    auto const has_prices = figures.mentor_prices != nullptr;
    auto const wide = [&](std::vector<Bar> const& bars, std::vector<Worth> const* prices) {
        return known_of<WideKnown>(bars, [&](std::size_t i) { return has_prices ? (*prices)[i] : Worth{}; });
    };
    return count_in_rows(candidates, cells, wide(figures.mentor_bars, figures.mentor_prices),
                         wide(figures.mentee_bars, figures.mentee_prices), [&](std::int32_t benefit) {
                             return has_prices ? worth_of_couple(benefit, figures.priority) : Worth{};
                         });
}

PassCount count_in_small(CandidateList const& candidates, std::span<SmallCell const> cells, PassFigures const& figures,
                         Scale const& scale) {
    auto const small = [&](std::vector<Bar> const& bars, std::vector<Worth> const& prices) {
        return known_of<SmallKnown>(bars, [&](std::size_t i) { return scale.in_one(prices[i]); });
    };
    auto const none = scale.in_one(worth_of_couple(0, figures.priority));
    auto const each = scale.in_one(worth_of_couple(1, figures.priority)) - none;
    return count_in_rows(candidates, cells, small(figures.mentor_bars, *figures.mentor_prices),
                         small(figures.mentee_bars, *figures.mentee_prices),
                         [&](std::int32_t benefit) { return none + each * benefit; });
}

}  // namespace

PassCount pass_over(CandidateList const& candidates, PassFigures const& figures) {
    return candidates.with_cells([&](auto cells) {
        if constexpr (std::is_same_v<decltype(cells), std::span<SmallCell const>>)
            if (figures.mentor_prices != nullptr)
                if (auto const scale = Scale::for_all(figures))
                    return count_in_small(candidates, cells, figures, *scale);
        return count_in_full(candidates, cells, figures);
    });
}

}  // namespace matching::engine
