#pragma once
// Figures of very many people at once, written upright: bit k of everybody's figure is one set of people, a slice
// (bit-sliced index: O'Neil and Quass, Improved query performance with variant indexes, SIGMOD 1997). Adding a figure
// to all who stand in a set is then a few operations for each 64 of them, and so is finding the best.
//
// In three forms that give the same result bit for bit; which one runs is decided once, by what the processor can do.
// Rows are a whole number of kLanes words, with 0 behind the last person.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matching/engine/kernel.hpp"

namespace matching::engine {

// A row of so many people takes so many words.
inline constexpr std::size_t kLanes = 32;
constexpr std::size_t words_for(std::size_t people) {
    return (people + kLanes * kWordBits - 1) / (kLanes * kWordBits) * kLanes;
}

// `figure` for each of the sets somebody stands in; with `of_others`, for each they do not stand in.
struct Addend {
    std::vector<Word const*> sets;  // 1 to kMostSets
    std::uint32_t figure = 0;       // above 0
    bool of_others = false;
};
inline constexpr std::size_t kMostSets = 127;
inline constexpr unsigned kMostSlices = 31;

// As many slices as the greatest sum takes: at most kMostSlices, or the caller added too much.
unsigned slices_for(std::span<Addend const> addends);

// Two figures of everybody, each written upright and with the same added for all of them: slice k of `sums` at
// sums.data() + k * words.
struct Comparison {
    std::span<Word const> sums;
    std::span<Word const> bars;
    std::uint64_t added_to_sums = 0;
    std::uint64_t added_to_bars = 0;
};

struct SumKernel {
    char const* name;
    // The sums of everybody: slice k at slices + k * words.
    void (*add_up)(std::span<Addend const> addends, std::size_t words, unsigned slices, Word* into);
    // How many stand in both; of any number of words.
    std::size_t (*count_in_both)(Word const* one, Word const* other, std::size_t words);
    // among &= slice
    void (*stay)(Word* among, Word const* slice, std::size_t words);
    // chosen |= among & slice; among &= ~slice
    void (*take)(Word* chosen, Word* among, Word const* slice, std::size_t words);
    // Those stay in `among` whose sum is the greater of the two.
    void (*stay_above)(Comparison const& comparison, std::size_t words, Word* among);
};

// Those this processor can run, the portable one first and the fastest last.
std::vector<SumKernel const*> const& sum_kernels();
SumKernel const& fastest_sum_kernel();

// The best `most` of `among`, by sum: whoever is `chosen` stands above all who are left in `among`, who are equal and
// of whom the rest are to be taken. If there are no more than `most`, all of them are chosen.
struct Best {
    std::size_t chosen = 0;
    std::size_t among = 0;
};
Best find_best_sums(SumKernel const& kernel, std::span<Word const> slices, std::size_t words, std::size_t most,
                    Word* chosen, Word* among);

// One person's sum.
std::uint32_t sum_of(std::span<Word const> slices, std::size_t words, std::size_t person);

}  // namespace matching::engine
