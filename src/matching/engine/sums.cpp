#include "matching/engine/sums.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace matching::engine {

namespace {

// Vectors of words as g++ and clang write them; where a function may not use the instructions, they become several.
using Four [[gnu::vector_size(32)]] = Word;
using Eight [[gnu::vector_size(64)]] = Word;

template <class Vector>
[[gnu::always_inline]] inline void load(Vector& vector, Word const* from) {
    std::memcpy(&vector, from, sizeof vector);
}
template <class Vector>
[[gnu::always_inline]] inline void store(Word* to, Vector const& vector) {
    std::memcpy(to, &vector, sizeof vector);
}

// A few vectors go through everything side by side: each step waits for the one before, but not for its neighbours.
constexpr std::size_t kBeside = 4;

template <class Vector>
using Beside = std::array<Vector, kBeside>;

template <class Vector>
constexpr std::size_t kWordsBeside = kBeside * sizeof(Vector) / sizeof(Word);

template <class Vector>
struct Columns {
    std::array<Beside<Vector>, kMostSlices> sum{};

    // Bits of `figure` below `slices`; everything fits.
    [[gnu::always_inline]] inline void add(Beside<Vector> const& people, std::uint32_t figure, unsigned slices) {
        Beside<Vector> carry{};
        for (auto k = static_cast<unsigned>(std::countr_zero(figure)); k < slices; ++k) {
            auto& slice = sum[k];
            if ((figure >> k & 1U) != 0) {
#pragma GCC unroll 4
                for (std::size_t v = 0; v < kBeside; ++v) {
                    auto const half = slice[v] ^ people[v];
                    auto const both = slice[v] & people[v];
                    slice[v] = half ^ carry[v];
                    carry[v] = both | (carry[v] & half);
                }
            } else {
#pragma GCC unroll 4
                for (std::size_t v = 0; v < kBeside; ++v) {
                    auto const before = slice[v];
                    slice[v] = before ^ carry[v];
                    carry[v] &= before;
                }
            }
        }
    }
};

// How many of the sets each stands in, in binary.
template <class Vector>
[[gnu::always_inline]] inline void count_sets(Addend const& addend, std::size_t at, unsigned digits,
                                              std::array<Beside<Vector>, 7>& count) {
    Vector flip{};
    if (addend.of_others) flip = ~flip;
    for (unsigned k = 0; k < digits; ++k) count[k] = {};
    for (auto const* set : addend.sets) {
        Beside<Vector> carry;
#pragma GCC unroll 4
        for (std::size_t v = 0; v < kBeside; ++v) {
            load(carry[v], set + at + v * sizeof(Vector) / sizeof(Word));
            carry[v] ^= flip;
        }
        for (unsigned k = 0; k < digits; ++k) {
#pragma GCC unroll 4
            for (std::size_t v = 0; v < kBeside; ++v) {
                auto const before = count[k][v];
                count[k][v] = before ^ carry[v];
                carry[v] &= before;
            }
        }
    }
}

template <class Vector>
[[gnu::always_inline]] inline void add_up_as(std::span<Addend const> addends, std::size_t words, unsigned slices,
                                             Word* into) {
    Columns<Vector> columns;
    std::array<Beside<Vector>, 7> count;
    for (std::size_t w = 0; w < words; w += kWordsBeside<Vector>) {
        for (unsigned k = 0; k < slices; ++k) columns.sum[k] = {};
        std::uint64_t most = 0;
        for (auto const& addend : addends) {
            most += std::uint64_t{addend.figure} * addend.sets.size();
            auto const used = static_cast<unsigned>(std::bit_width(most));
            auto const digits = static_cast<unsigned>(std::bit_width(addend.sets.size()));
            count_sets<Vector>(addend, w, digits, count);
            for (unsigned digit = 0; digit < digits; ++digit) columns.add(count[digit], addend.figure << digit, used);
        }
        for (unsigned k = 0; k < slices; ++k) std::memcpy(into + k * words + w, &columns.sum[k], sizeof columns.sum[k]);
    }
}

[[gnu::always_inline]] inline std::size_t count_as(Word const* one, Word const* other, std::size_t words) {
    std::size_t count = 0;
    for (std::size_t w = 0; w < words; ++w) count += static_cast<std::size_t>(std::popcount(one[w] & other[w]));
    return count;
}
template <class Vector>
[[gnu::always_inline]] inline void stay_as(Word* among, Word const* slice, std::size_t words) {
    for (std::size_t w = 0; w < words; w += sizeof(Vector) / sizeof(Word)) {
        Vector left;
        Vector high;
        load(left, among + w);
        load(high, slice + w);
        store<Vector>(among + w, left & high);
    }
}
template <class Vector>
[[gnu::always_inline]] inline void take_as(Word* chosen, Word* among, Word const* slice, std::size_t words) {
    for (std::size_t w = 0; w < words; w += sizeof(Vector) / sizeof(Word)) {
        Vector left;
        Vector high;
        Vector taken;
        load(left, among + w);
        load(high, slice + w);
        load(taken, chosen + w);
        store<Vector>(chosen + w, taken | (left & high));
        store<Vector>(among + w, left & ~high);
    }
}

void add_up_portably(std::span<Addend const> addends, std::size_t words, unsigned slices, Word* into) {
    add_up_as<Word>(addends, words, slices, into);
}
std::size_t count_portably(Word const* one, Word const* other, std::size_t words) {
    return count_as(one, other, words);
}
void stay_portably(Word* among, Word const* slice, std::size_t words) {
    stay_as<Word>(among, slice, words);
}
void take_portably(Word* chosen, Word* among, Word const* slice, std::size_t words) {
    take_as<Word>(chosen, among, slice, words);
}

constexpr SumKernel kSumsPortable{"portable", add_up_portably, count_portably, stay_portably, take_portably};

#if defined(__x86_64__)

#define OBVERSE_SUMS(name, features, Vector)                                                                          \
    [[gnu::target(features)]] void add_up_##name(std::span<Addend const> addends, std::size_t words, unsigned slices, \
                                                 Word* into) {                                                        \
        add_up_as<Vector>(addends, words, slices, into);                                                              \
    }                                                                                                                 \
    [[gnu::target(features)]] std::size_t count_##name(Word const* one, Word const* other, std::size_t words) {       \
        return count_as(one, other, words);                                                                           \
    }                                                                                                                 \
    [[gnu::target(features)]] void stay_##name(Word* among, Word const* slice, std::size_t words) {                   \
        stay_as<Vector>(among, slice, words);                                                                         \
    }                                                                                                                 \
    [[gnu::target(features)]] void take_##name(Word* chosen, Word* among, Word const* slice, std::size_t words) {     \
        take_as<Vector>(chosen, among, slice, words);                                                                 \
    }

OBVERSE_SUMS(avx2, "avx2,popcnt", Four)
OBVERSE_SUMS(avx512, "avx512f,popcnt", Eight)
#undef OBVERSE_SUMS

constexpr SumKernel kSumsAvx2{"avx2", add_up_avx2, count_avx2, stay_avx2, take_avx2};
constexpr SumKernel kSumsAvx512{"avx512", add_up_avx512, count_avx512, stay_avx512, take_avx512};

#endif

}  // namespace

unsigned slices_for(std::span<Addend const> addends) {
    std::uint64_t most = 0;
    for (auto const& addend : addends) most += std::uint64_t{addend.figure} * addend.sets.size();
    return static_cast<unsigned>(std::bit_width(most));
}

std::vector<SumKernel const*> const& sum_kernels() {
    static auto const all = [] {
        std::vector<SumKernel const*> runnable{&kSumsPortable};
#if defined(__x86_64__)
        if (__builtin_cpu_supports("popcnt") != 0) {
            if (__builtin_cpu_supports("avx2") != 0) runnable.push_back(&kSumsAvx2);
            if (__builtin_cpu_supports("avx512f") != 0) runnable.push_back(&kSumsAvx512);
        }
#endif
        return runnable;
    }();
    return all;
}

SumKernel const& fastest_sum_kernel() {
    return *sum_kernels().back();
}

Best find_best_sums(SumKernel const& kernel, std::span<Word const> slices, std::size_t words, std::size_t most,
                    Word* chosen, Word* among) {
    std::fill_n(chosen, words, 0);
    Best best{0, kernel.count_in_both(among, among, words)};
    if (best.among <= most) {
        std::swap_ranges(chosen, chosen + words, among);
        return {best.among, 0};
    }
    for (auto const* slice = slices.data() + slices.size(); slice != slices.data();) {
        slice -= words;
        auto const higher = kernel.count_in_both(among, slice, words);
        if (best.chosen + higher >= most) {
            if (higher < best.among) kernel.stay(among, slice, words);
            best.among = higher;
        } else if (higher > 0) {
            kernel.take(chosen, among, slice, words);
            best.chosen += higher;
            best.among -= higher;
        }
    }
    return best;
}

std::uint32_t sum_of(std::span<Word const> slices, std::size_t words, std::size_t person) {
    std::uint32_t sum = 0;
    auto const* word = slices.data() + person / kWordBits;
    for (std::size_t k = 0; k * words < slices.size(); ++k)
        sum |= static_cast<std::uint32_t>(word[k * words] >> person % kWordBits & 1U) << k;
    return sum;
}

}  // namespace matching::engine
