#include "matching/engine/sums.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "matching/engine/vector_instructions.hpp"

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

// One more digit of a figure to which the same is added for all.
template <class Vector>
[[gnu::always_inline]] inline void add_digit(Vector& digit, Vector& carry, bool is_one) {
    auto const before = digit;
    digit = is_one ? ~(before ^ carry) : before ^ carry;
    carry = is_one ? before | carry : before & carry;
}

unsigned digits_of(std::size_t slices, std::uint64_t added) {
    return static_cast<unsigned>(std::bit_width((std::uint64_t{1} << slices) - 1 + added));
}

// From the lowest digit: whichever has the last digit that differs is the greater one.
template <class Vector>
[[gnu::always_inline]] inline void stay_above_as(Comparison const& comparison, std::size_t words, Word* among) {
    auto const sum_slices = comparison.sums.size() / words;
    auto const bar_slices = comparison.bars.size() / words;
    auto const digits =
        std::max(digits_of(sum_slices, comparison.added_to_sums), digits_of(bar_slices, comparison.added_to_bars));
    for (std::size_t w = 0; w < words; w += sizeof(Vector) / sizeof(Word)) {
        Vector left;
        load(left, among + w);
        Vector above{};
        Vector sum_carry{};
        Vector bar_carry{};
        for (unsigned k = 0; k < digits; ++k) {
            Vector sum{};
            Vector bar{};
            if (k < sum_slices) load(sum, comparison.sums.data() + k * words + w);
            if (k < bar_slices) load(bar, comparison.bars.data() + k * words + w);
            add_digit(sum, sum_carry, (comparison.added_to_sums >> k & 1U) != 0);
            add_digit(bar, bar_carry, (comparison.added_to_bars >> k & 1U) != 0);
            auto const differ = sum ^ bar;
            above = (differ & sum) | (~differ & above);
        }
        store<Vector>(among + w, left & above);
    }
}

void add_up_portably(std::span<Addend const> addends, std::size_t words, unsigned slices, Word* into) {
    add_up_as<Word>(addends, words, slices, into);
}
std::size_t count_from(std::size_t first, Word const* one, Word const* other, std::size_t words) {
    std::size_t count = 0;
    for (auto w = first; w < words; ++w) count += static_cast<std::size_t>(std::popcount(one[w] & other[w]));
    return count;
}
std::size_t count_portably(Word const* one, Word const* other, std::size_t words) {
    return count_from(0, one, other, words);
}
void stay_portably(Word* among, Word const* slice, std::size_t words) {
    stay_as<Word>(among, slice, words);
}
void take_portably(Word* chosen, Word* among, Word const* slice, std::size_t words) {
    take_as<Word>(chosen, among, slice, words);
}
void stay_above_portably(Comparison const& comparison, std::size_t words, Word* among) {
    stay_above_as<Word>(comparison, words, among);
}

constexpr SumKernel kSumsPortable{"portable",    add_up_portably, count_portably,
                                  stay_portably, take_portably,   stay_above_portably};

#if defined(__x86_64__)

#define OBVERSE_SUMS(name, features, Vector)                                                                          \
    [[gnu::target(features)]] void add_up_##name(std::span<Addend const> addends, std::size_t words, unsigned slices, \
                                                 Word* into) {                                                        \
        add_up_as<Vector>(addends, words, slices, into);                                                              \
    }                                                                                                                 \
    [[gnu::target(features)]] void stay_##name(Word* among, Word const* slice, std::size_t words) {                   \
        stay_as<Vector>(among, slice, words);                                                                         \
    }                                                                                                                 \
    [[gnu::target(features)]] void stay_above_##name(Comparison const& comparison, std::size_t words, Word* among) {  \
        stay_above_as<Vector>(comparison, words, among);                                                              \
    }                                                                                                                 \
    [[gnu::target(features)]] void take_##name(Word* chosen, Word* among, Word const* slice, std::size_t words) {     \
        take_as<Vector>(chosen, among, slice, words);                                                                 \
    }

OBVERSE_SUMS(avx2, "avx2", Four)
OBVERSE_SUMS(avx512, "avx512f", Eight)
#undef OBVERSE_SUMS

// As kernel.cpp does it: half bytes looked up in a table.
[[gnu::target("avx2")]] std::size_t count_both_avx2(Word const* one, Word const* other, std::size_t words) {
    auto const table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2,
                                        3, 2, 3, 3, 4);
    auto const half = _mm256_set1_epi8(0x0f);
    auto count = _mm256_setzero_si256();
    auto const whole = words - words % (sizeof count / sizeof(Word));
    for (std::size_t w = 0; w < whole; w += sizeof count / sizeof(Word)) {
        auto const both = _mm256_and_si256(_mm256_loadu_si256(reinterpret_cast<__m256i const*>(one + w)),
                                           _mm256_loadu_si256(reinterpret_cast<__m256i const*>(other + w)));
        auto const low = _mm256_shuffle_epi8(table, _mm256_and_si256(both, half));
        auto const high = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(both, 4), half));
        count = _mm256_add_epi64(count, _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256()));
    }
    auto const two = _mm_add_epi64(_mm256_castsi256_si128(count), _mm256_extracti128_si256(count, 1));
    return static_cast<std::size_t>(_mm_extract_epi64(two, 0) + _mm_extract_epi64(two, 1)) +
           count_from(whole, one, other, words);
}
[[gnu::target("avx512f,avx512vpopcntdq")]] std::size_t count_both_avx512(Word const* one, Word const* other,
                                                                         std::size_t words) {
    auto count = _mm512_setzero_si512();
    auto const whole = words - words % (sizeof count / sizeof(Word));
    for (std::size_t w = 0; w < whole; w += sizeof count / sizeof(Word))
        count = _mm512_add_epi64(
            count, _mm512_popcnt_epi64(_mm512_and_si512(_mm512_loadu_si512(one + w), _mm512_loadu_si512(other + w))));
    return static_cast<std::size_t>(_mm512_reduce_add_epi64(count)) + count_from(whole, one, other, words);
}

constexpr SumKernel kSumsAvx2{"avx2", add_up_avx2, count_both_avx2, stay_avx2, take_avx2, stay_above_avx2};
constexpr SumKernel kSumsAvx512{"avx512",    add_up_avx512, count_both_avx512,
                                stay_avx512, take_avx512,   stay_above_avx512};

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
        if (__builtin_cpu_supports("avx2") != 0) runnable.push_back(&kSumsAvx2);
        if (__builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512vpopcntdq") != 0)
            runnable.push_back(&kSumsAvx512);
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
