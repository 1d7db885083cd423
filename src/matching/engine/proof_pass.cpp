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

class WideKnown {
  public:
    WideKnown(Worth price, Bar bar) : price_(price), bar_(bar) {}

    [[nodiscard]] Worth price() const { return price_; }
    [[nodiscard]] Bar bar() const { return bar_; }

  private:
    Worth price_;
    Bar bar_;
};

// Calls `count_row` with each mentor and their row.
template <class Cell, class CountOne>
PassCount count_in_rows(CandidateList const& candidates, std::span<Cell const> cells, std::size_t mentors,
                        CountOne count_row) {
    static constexpr std::size_t kAhead = 2048;  // bytes
    static constexpr std::size_t kLine = 64;
    auto const memory = std::as_bytes(cells);
    PassCount count;
    for (std::size_t mentor = 0; mentor < mentors; ++mentor) {
        auto const first = candidates.first_of(mentor);
        // Rows are short, and it is not plain to the processor that the next one follows.
        auto const last = std::min(candidates.first_of(mentor + 1) * sizeof(Cell) + kAhead, memory.size());
        for (auto at = first * sizeof(Cell) + kAhead; at < last; at += kLine) __builtin_prefetch(&memory[at]);
        auto const row = cells.subspan(first, candidates.first_of(mentor + 1) - first);
        RowCount const found = count_row(mentor, row);
        count.beat_bars += found.beat_bars;
        count.above_prices += found.above_prices;
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
    auto const mentors = wide(figures.mentor_bars, figures.mentor_prices);
    auto const mentees = wide(figures.mentee_bars, figures.mentee_prices);
    return count_in_rows(candidates, cells, mentors.size(), [&](std::size_t mentor, std::span<Cell const> row) {
        auto const& ours = mentors[mentor];
        RowCount count;
        for (auto const& cell : row) {
            auto const& theirs = mentees[cell.mentee()];
            auto const worth = has_prices ? worth_of_couple(cell.benefit(), figures.priority) : Worth{};
            count.beat_bars +=
                static_cast<std::uint32_t>(cell.mentor_benefit() > ours.bar() && cell.mentee_benefit() > theirs.bar());
            count.above_prices += static_cast<std::uint32_t>(worth - ours.price() > theirs.price());
        }
        return count;
    });
}

PassCount count_in_small(CandidateList const& candidates, std::span<SmallCell const> cells, PassFigures const& figures,
                         Scale const& scale, CountRow count_row) {
    auto const small = [&](std::vector<Bar> const& bars, std::vector<Worth> const& prices) {
        return known_of<SmallKnown>(bars, [&](std::size_t i) { return scale.in_one(prices[i]); });
    };
    auto const none = scale.in_one(worth_of_couple(0, figures.priority));
    SmallWorth const worth{none, scale.in_one(worth_of_couple(1, figures.priority)) - none};
    auto const mentors = small(figures.mentor_bars, *figures.mentor_prices);
    auto const mentees = small(figures.mentee_bars, *figures.mentee_prices);
    return count_in_rows(candidates, cells, mentors.size(), [&](std::size_t mentor, std::span<SmallCell const> row) {
        return count_row(row, mentors[mentor], mentees, worth);
    });
}

}  // namespace

PassCount pass_over(CandidateList const& candidates, PassFigures const& figures, CountRow count_row) {
    return candidates.with_cells([&](auto cells) {
        if constexpr (std::is_same_v<decltype(cells), std::span<SmallCell const>>)
            if (figures.mentor_prices != nullptr)
                if (auto const scale = Scale::for_all(figures))
                    return count_in_small(candidates, cells, figures, *scale, count_row);
        return count_in_full(candidates, cells, figures);
    });
}

}  // namespace matching::engine
