#include "matching/engine/kernel.hpp"

#include <bit>

#include "matching/engine/vector_instructions.hpp"

namespace matching::engine {

namespace {

void unite_portably(Word* into, Word const* other, std::size_t words) {
    for (std::size_t w = 0; w < words; ++w) into[w] |= other[w];
}

void unite_twice_portably(Word* once, Word* twice, Word const* other, std::size_t words) {
    for (std::size_t w = 0; w < words; ++w) {
        twice[w] |= once[w] & other[w];
        once[w] |= other[w];
    }
}

void take_away_from(std::size_t first, std::span<Word const* const> sets, Word const* everybody, std::size_t words,
                    Word* left, RuleSums* sums) {
    for (auto w = first; w < words; ++w) {
        Word once = 0;
        Word twice = 0;
        for (auto const* set : sets) {
            twice |= once & set[w];
            once |= set[w];
        }
        left[w] = everybody[w] & ~once;
        for (std::size_t k = 0; k < sets.size(); ++k) {
            sums[k].taken += std::popcount(sets[k][w]);
            sums[k].alone += std::popcount(sets[k][w] & ~twice);
        }
    }
}

void take_away_portably(std::span<Word const* const> sets, Word const* everybody, std::size_t words, Word* left,
                        RuleSums* sums) {
    take_away_from(0, sets, everybody, words, left, sums);
}

constexpr Kernel kPortable{"portable", unite_portably, unite_twice_portably, take_away_portably};

#if defined(__x86_64__)

// How many words of a row are read as whole vectors of `lanes` words; the rest goes the portable way.
constexpr std::size_t whole(std::size_t words, std::size_t lanes) {
    return words - words % lanes;
}

[[gnu::target("avx2")]] __m256i load_avx2(Word const* from) {
    return _mm256_loadu_si256(reinterpret_cast<__m256i const*>(from));
}
[[gnu::target("avx2")]] void store_avx2(Word* to, __m256i what) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), what);
}

[[gnu::target("avx2")]] void unite_avx2(Word* into, Word const* other, std::size_t words) {
    static constexpr std::size_t kLanes = 4;
    auto const end = whole(words, kLanes);
    for (std::size_t w = 0; w < end; w += kLanes)
        store_avx2(into + w, _mm256_or_si256(load_avx2(into + w), load_avx2(other + w)));
    unite_portably(into + end, other + end, words - end);
}

[[gnu::target("avx2")]] void unite_twice_avx2(Word* once, Word* twice, Word const* other, std::size_t words) {
    static constexpr std::size_t kLanes = 4;
    auto const end = whole(words, kLanes);
    for (std::size_t w = 0; w < end; w += kLanes) {
        auto const seen = load_avx2(once + w);
        auto const now = load_avx2(other + w);
        store_avx2(twice + w, _mm256_or_si256(load_avx2(twice + w), _mm256_and_si256(seen, now)));
        store_avx2(once + w, _mm256_or_si256(seen, now));
    }
    unite_twice_portably(once + end, twice + end, other + end, words - end);
}

// Bits of each half byte looked up in a table, then summed for each word (Mula, Kurz and Lemire, The Computer Journal
// 61(1), 2018).
[[gnu::target("avx2")]] __m256i count_avx2(__m256i bits) {
    auto const table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2,
                                        3, 2, 3, 3, 4);
    auto const half = _mm256_set1_epi8(0x0f);
    auto const low = _mm256_shuffle_epi8(table, _mm256_and_si256(bits, half));
    auto const high = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bits, 4), half));
    return _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256());
}
[[gnu::target("avx2")]] std::int64_t sum_avx2(__m256i words) {
    auto const two = _mm_add_epi64(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
    return _mm_extract_epi64(two, 0) + _mm_extract_epi64(two, 1);
}

[[gnu::target("avx2")]] void take_away_avx2(std::span<Word const* const> sets, Word const* everybody, std::size_t words,
                                            Word* left, RuleSums* sums) {
    static constexpr std::size_t kLanes = 4;
    auto const end = whole(words, kLanes);
    for (std::size_t w = 0; w < end; w += kLanes) {
        auto once = _mm256_setzero_si256();
        auto twice = _mm256_setzero_si256();
        for (auto const* set : sets) {
            auto const now = load_avx2(set + w);
            twice = _mm256_or_si256(twice, _mm256_and_si256(once, now));
            once = _mm256_or_si256(once, now);
        }
        store_avx2(left + w, _mm256_andnot_si256(once, load_avx2(everybody + w)));
        for (std::size_t k = 0; k < sets.size(); ++k) {
            auto const now = load_avx2(sets[k] + w);
            sums[k].taken += sum_avx2(count_avx2(now));
            sums[k].alone += sum_avx2(count_avx2(_mm256_andnot_si256(twice, now)));
        }
    }
    take_away_from(end, sets, everybody, words, left, sums);
}

constexpr Kernel kAvx2{"avx2", unite_avx2, unite_twice_avx2, take_away_avx2};

#define OBVERSE_AVX512 [[gnu::target("avx512f,avx512vpopcntdq")]]

OBVERSE_AVX512 void unite_avx512(Word* into, Word const* other, std::size_t words) {
    static constexpr std::size_t kLanes = 8;
    auto const end = whole(words, kLanes);
    for (std::size_t w = 0; w < end; w += kLanes)
        _mm512_storeu_si512(into + w, _mm512_or_si512(_mm512_loadu_si512(into + w), _mm512_loadu_si512(other + w)));
    unite_portably(into + end, other + end, words - end);
}

OBVERSE_AVX512 void unite_twice_avx512(Word* once, Word* twice, Word const* other, std::size_t words) {
    static constexpr std::size_t kLanes = 8;
    auto const end = whole(words, kLanes);
    for (std::size_t w = 0; w < end; w += kLanes) {
        auto const seen = _mm512_loadu_si512(once + w);
        auto const now = _mm512_loadu_si512(other + w);
        auto const both = _mm512_and_si512(seen, now);
        _mm512_storeu_si512(twice + w, _mm512_or_si512(_mm512_loadu_si512(twice + w), both));
        _mm512_storeu_si512(once + w, _mm512_or_si512(seen, now));
    }
    unite_twice_portably(once + end, twice + end, other + end, words - end);
}

OBVERSE_AVX512 void take_away_avx512(std::span<Word const* const> sets, Word const* everybody, std::size_t words,
                                     Word* left, RuleSums* sums) {
    static constexpr std::size_t kLanes = 8;
    auto const end = whole(words, kLanes);
    for (std::size_t w = 0; w < end; w += kLanes) {
        auto once = _mm512_setzero_si512();
        auto twice = _mm512_setzero_si512();
        for (auto const* set : sets) {
            auto const now = _mm512_loadu_si512(set + w);
            twice = _mm512_or_si512(twice, _mm512_and_si512(once, now));
            once = _mm512_or_si512(once, now);
        }
        _mm512_storeu_si512(left + w, _mm512_andnot_si512(once, _mm512_loadu_si512(everybody + w)));
        for (std::size_t k = 0; k < sets.size(); ++k) {
            auto const now = _mm512_loadu_si512(sets[k] + w);
            sums[k].taken += _mm512_reduce_add_epi64(_mm512_popcnt_epi64(now));
            sums[k].alone += _mm512_reduce_add_epi64(_mm512_popcnt_epi64(_mm512_andnot_si512(twice, now)));
        }
    }
    take_away_from(end, sets, everybody, words, left, sums);
}

#undef OBVERSE_AVX512

constexpr Kernel kAvx512{"avx512", unite_avx512, unite_twice_avx512, take_away_avx512};

#endif

}  // namespace

std::vector<Kernel const*> const& kernels() {
    static auto const all = [] {
        std::vector<Kernel const*> runnable{&kPortable};
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2")) runnable.push_back(&kAvx2);
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq"))
            runnable.push_back(&kAvx512);
#endif
        return runnable;
    }();
    return all;
}

Kernel const& fastest_kernel() {
    return *kernels().back();
}

}  // namespace matching::engine
