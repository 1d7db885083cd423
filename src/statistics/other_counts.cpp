#include "statistics/other_counts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace statistics {

namespace {

constexpr std::size_t kMostTries = 4000;

struct KnownSum {
    Mask groups;
    std::int64_t sum;
};

struct Range {
    std::int64_t least;
    std::int64_t most;
};
using Ranges = std::array<Range, kMostUnknowns>;

template <class F>
void each_group(Mask groups, F const& f) {
    for (auto rest = groups; rest != 0; rest &= rest - 1) f(static_cast<std::size_t>(std::countr_zero(rest)));
}

// False: no counts can have this sum. `changed`: a range became narrower.
bool narrow(KnownSum const& known, Ranges& ranges, bool& changed) {
    std::int64_t least = 0;
    std::int64_t most = 0;
    each_group(known.groups, [&](std::size_t group) {
        least += ranges[group].least;
        most += ranges[group].most;
    });
    if (least > known.sum || most < known.sum) return false;
    each_group(known.groups, [&](std::size_t group) {
        auto& range = ranges[group];
        auto const up = known.sum - (least - range.least);
        auto const down = known.sum - (most - range.most);
        if (up >= range.most && down <= range.least) return;
        // The sums of ends stay as they were: they are looser than they could be, and true.
        range.most = std::min(range.most, up);
        range.least = std::max(range.least, down);
        changed = true;
    });
    return true;
}

bool propagate(std::vector<KnownSum> const& sums, Ranges& ranges) {
    for (bool changed = true; changed;) {
        changed = false;
        for (auto const& known : sums)
            if (!narrow(known, ranges, changed)) return false;
    }
    return true;
}

std::vector<KnownSum> known_sums(CountedAnswer const& answer) {
    std::vector<KnownSum> sums;
    for (auto const groups : answer.sums) sums.push_back({groups, answer.in(groups)});
    return sums;
}

// A group in no sum could have any count: as many as everybody together bounds it well enough.
Ranges first_ranges(CountedAnswer const& answer) {
    std::int64_t everybody = 1;
    for (auto const count : answer.truth) everybody += count;
    Ranges ranges{};
    ranges.fill({0, everybody});
    return ranges;
}

class CountSearch {
  public:
    CountSearch(std::vector<std::int64_t> const& truth, std::vector<KnownSum> const& sums)
        : truth_{truth}, sums_{sums} {}

    bool find(Ranges ranges) {
        if (++tries_ > kMostTries || !propagate(sums_, ranges)) return false;
        auto const group = narrowest(ranges);
        if (!group) {
            found_.clear();
            for (std::size_t each = 0; each < truth_.size(); ++each) found_.push_back(ranges[each].least);
            return true;
        }
        auto const range = ranges[*group];
        auto const near = std::clamp(truth_[*group], range.least, range.most);
        auto const tries = [&](std::int64_t count) {
            if (count < range.least || count > range.most) return false;
            ranges[*group] = {count, count};
            return find(ranges);
        };
        if (tries(near)) return true;
        for (std::int64_t away = 1; away <= range.most - range.least && tries_ <= kMostTries; ++away)
            if (tries(near + away) || tries(near - away)) return true;
        return false;
    }

    [[nodiscard]] std::vector<std::int64_t> const& found() const { return found_; }

  private:
    [[nodiscard]] std::optional<std::size_t> narrowest(Ranges const& ranges) const {
        std::optional<std::size_t> best;
        for (std::size_t group = 0; group < truth_.size(); ++group) {
            auto const width = ranges[group].most - ranges[group].least;
            if (width > 0 && (!best || width < ranges[*best].most - ranges[*best].least)) best = group;
        }
        return best;
    }

    std::vector<std::int64_t> const& truth_;
    std::vector<KnownSum> const& sums_;
    std::vector<std::int64_t> found_;
    std::size_t tries_ = 0;
};

}  // namespace

std::int64_t CountedAnswer::in(Mask groups) const {
    std::int64_t sum = 0;
    each_group(groups, [&](std::size_t group) { sum += truth[group]; });
    return sum;
}

Mask fixed_by_bounds(CountedAnswer const& answer) {
    auto ranges = first_ranges(answer);
    propagate(known_sums(answer), ranges);
    Mask fixed = 0;
    for (std::size_t group = 0; group < answer.truth.size(); ++group)
        if (ranges[group].least == ranges[group].most) fixed |= Mask{1} << group;
    return fixed;
}

std::optional<std::vector<std::int64_t>> other_counts(CountedAnswer const& answer, Mask groups) {
    auto sums = known_sums(answer);
    auto const truth = answer.in(groups);
    sums.push_back({groups, truth});
    for (auto const other : {truth + 1, truth - 1}) {
        if (other < 0) continue;
        sums.back().sum = other;
        CountSearch search{answer.truth, sums};
        if (search.find(first_ranges(answer))) return search.found();
    }
    return std::nullopt;
}

}  // namespace statistics
