#pragma once
// What a couple, or a place, is worth under *most pairs, then most benefit* or the other way round: two whole numbers
// compared one after the other, so that neither can outweigh the other and nothing is rounded.

#include <compare>
#include <cstdint>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

struct Worth {
    std::int64_t first = 0;
    std::int64_t second = 0;

    auto operator<=>(Worth const&) const = default;
    Worth& operator+=(Worth other) {
        first += other.first;
        second += other.second;
        return *this;
    }
    Worth operator+(Worth other) const { return {first + other.first, second + other.second}; }
    Worth operator-(Worth other) const { return {first - other.first, second - other.second}; }
    Worth operator*(std::int64_t times) const { return {first * times, second * times}; }
};

inline Worth worth_of_couple(std::int32_t benefit, Priority priority) {
    return priority == Priority::most_pairs ? Worth{1, benefit} : Worth{benefit, 1};
}

}  // namespace matching::engine
