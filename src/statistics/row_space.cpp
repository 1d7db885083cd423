#include "statistics/row_space.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace statistics {

namespace {

constexpr std::size_t kMostSteps = 1U << 20U;
constexpr std::int64_t kLargestScale = 1'000'000'000;

// Chooses for row after row whether it is in; a column that no later row touches must be nought or one by then.
class SetWalk {
  public:
    SetWalk(std::vector<std::vector<std::int64_t>> const& rows, std::vector<std::size_t> const& pivots,
            std::int64_t scale, std::size_t columns, Mask forbidden, std::function<bool(Mask)> const& visit)
        : rows_{rows},
          pivots_{pivots},
          scale_{scale},
          forbidden_{forbidden},
          visit_{visit},
          sums_(columns, 0),
          final_at_(rows.size()) {
        for (std::size_t column = 0; column < columns; ++column)
            for (auto row = rows.size(); row-- > 0;)
                if (rows[row][column] != 0) {
                    final_at_[row].push_back(column);
                    break;
                }
    }

    // False: too many steps.
    bool walk() {
        step(0);
        return steps_ <= kMostSteps;
    }

  private:
    void step(std::size_t row) {
        if (done_ || ++steps_ > kMostSteps) return;
        if (row == rows_.size()) {
            if (auto const found = set(); found != 0) done_ = visit_(found);
            return;
        }
        if (is_possible(row)) step(row + 1);
        if (((forbidden_ >> pivots_[row]) & 1U) != 0) return;
        add(row, 1);
        if (is_possible(row)) step(row + 1);
        add(row, -1);
    }

    void add(std::size_t row, std::int64_t times) {
        for (std::size_t column = 0; column < sums_.size(); ++column) sums_[column] += times * rows_[row][column];
    }

    [[nodiscard]] bool is_possible(std::size_t row) const {
        return std::all_of(final_at_[row].begin(), final_at_[row].end(), [&](std::size_t column) {
            return sums_[column] == 0 || (sums_[column] == scale_ && ((forbidden_ >> column) & 1U) == 0);
        });
    }

    [[nodiscard]] Mask set() const {
        Mask found = 0;
        for (std::size_t column = 0; column < sums_.size(); ++column)
            if (sums_[column] != 0) found |= Mask{1} << column;
        return found;
    }

    std::vector<std::vector<std::int64_t>> const& rows_;
    std::vector<std::size_t> const& pivots_;
    std::int64_t scale_;
    Mask forbidden_;
    std::function<bool(Mask)> const& visit_;
    std::vector<std::int64_t> sums_;
    std::vector<std::vector<std::size_t>> final_at_;
    std::size_t steps_ = 0;
    bool done_ = false;
};

}  // namespace

std::vector<Rational> RowSpace::row_of(Mask mask) const {
    std::vector<Rational> row(columns_);
    for (std::size_t column = 0; column < columns_; ++column) row[column] = (mask >> column) & 1U;
    return row;
}

void RowSpace::reduce(std::vector<Rational>& row) const {
    for (auto const& known : rows_) {
        if (row[known.pivot].is_zero()) continue;
        Rational const times = row[known.pivot];
        for (std::size_t column = 0; column < columns_; ++column)
            if (!known.values[column].is_zero()) row[column] -= times * known.values[column];
    }
}

bool RowSpace::add(std::vector<Rational> row) {
    reduce(row);
    auto const first = std::find_if(row.begin(), row.end(), [](Rational const& value) { return !value.is_zero(); });
    if (first == row.end()) return false;
    auto const pivot = static_cast<std::size_t>(first - row.begin());
    auto const times = Rational{1} / *first;
    for (auto& value : row)
        if (!value.is_zero()) value *= times;
    for (auto& known : rows_) {
        if (known.values[pivot].is_zero()) continue;
        Rational const of = known.values[pivot];
        for (std::size_t column = 0; column < columns_; ++column)
            if (!row[column].is_zero()) known.values[column] -= of * row[column];
    }
    rows_.push_back({pivot, std::move(row)});
    return true;
}

bool RowSpace::contains(Mask mask) const {
    auto row = row_of(mask);
    reduce(row);
    return std::all_of(row.begin(), row.end(), [](Rational const& value) { return value.is_zero(); });
}

RowSpace RowSpace::complement() const {
    RowSpace other{columns_};
    Mask pivots = 0;
    for (auto const& row : rows_) pivots |= Mask{1} << row.pivot;
    for (std::size_t column = 0; column < columns_; ++column) {
        if (((pivots >> column) & 1U) != 0) continue;
        std::vector<Rational> across(columns_);
        across[column] = 1;
        for (auto const& row : rows_) across[row.pivot] = -row.values[column];
        other.add(std::move(across));
    }
    return other;
}

bool RowSpace::each_set(Mask forbidden, std::function<bool(Mask)> const& visit) const {
    Whole scale = 1;
    for (auto const& row : rows_)
        for (auto const& value : row.values) scale = lcm(scale, denominator(value));
    if (scale > kLargestScale) return false;
    std::vector<std::vector<std::int64_t>> rows;
    std::vector<std::size_t> pivots;
    for (auto const& row : rows_) {
        pivots.push_back(row.pivot);
        auto& whole = rows.emplace_back();
        for (auto const& value : row.values) {
            Whole const scaled = numerator(value) * (scale / denominator(value));
            if (abs(scaled) > kLargestScale * 1000) return false;
            whole.push_back(static_cast<std::int64_t>(scaled));
        }
    }
    return SetWalk{rows, pivots, static_cast<std::int64_t>(scale), columns_, forbidden, visit}.walk();
}

}  // namespace statistics
