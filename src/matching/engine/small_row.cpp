#include "matching/engine/small_row.hpp"

#include <array>

#include "matching/engine/vector_instructions.hpp"

namespace matching::engine {

namespace {

// Without branches: which of them it is cannot be foreseen.
RowCount count_portably(std::span<SmallCell const> row, SmallKnown mentor, std::span<SmallKnown const> mentees,
                        SmallWorth worth) {
    RowCount count;
    for (auto const& cell : row) {
        auto const theirs = mentees[cell.mentee()];
        count.beat_bars += static_cast<std::uint32_t>(cell.mentor_benefit() > mentor.bar()) &
                           static_cast<std::uint32_t>(cell.mentee_benefit() > theirs.bar());
        count.above_prices +=
            static_cast<std::uint32_t>(worth.none + worth.each * cell.benefit() - mentor.price() > theirs.price());
    }
    return count;
}

#if defined(__x86_64__)

static_assert(sizeof(SmallCell) == 8 && sizeof(SmallKnown) == 4);

[[gnu::target("avx2")]] std::uint32_t sum_of_lanes(__m256i lanes) {
    auto const four = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
    auto const two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0b1110));
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(two)) + static_cast<std::uint32_t>(_mm_extract_epi32(two, 1));
}

[[gnu::target("avx2")]] RowCount count_avx2(std::span<SmallCell const> row, SmallKnown mentor,
                                            std::span<SmallKnown const> mentees, SmallWorth worth) {
    static constexpr std::size_t kLanes = 8;
    static constexpr int kHigherHalves = 0b11'01'11'01;
    static constexpr int kLowerHalves = 0b10'00'10'00;
    auto const benefit_mask = _mm256_set1_epi32(SmallCell::kMost);
    auto const bar_mask = _mm256_set1_epi32(SmallKnown::kBarMask);
    auto const bar = _mm256_set1_epi32(mentor.bar());
    auto const one = _mm256_set1_epi32(1);
    auto const each = _mm256_set1_epi32(worth.each);
    auto const begin = _mm256_set1_epi32(worth.none - mentor.price());
    auto beat_bars = _mm256_setzero_si256();
    auto above_prices = _mm256_setzero_si256();
    auto const end = row.size() - row.size() % kLanes;
    for (std::size_t at = 0; at < end; at += kLanes) {
        auto const* const cells = reinterpret_cast<__m256i const*>(row.data() + at);
        auto const four = _mm256_castsi256_ps(_mm256_loadu_si256(cells));
        auto const next = _mm256_castsi256_ps(_mm256_loadu_si256(cells + 1));
        auto const who = _mm256_castps_si256(_mm256_shuffle_ps(four, next, kLowerHalves));
        auto const benefits = _mm256_castps_si256(_mm256_shuffle_ps(four, next, kHigherHalves));
        auto const theirs = _mm256_i32gather_epi32(reinterpret_cast<int const*>(mentees.data()), who, sizeof(int));
        auto const of_mentor = _mm256_and_si256(benefits, benefit_mask);
        auto const of_mentee = _mm256_and_si256(_mm256_srli_epi32(benefits, SmallCell::kBits), benefit_mask);
        auto const of_both = _mm256_srli_epi32(benefits, 2 * SmallCell::kBits);
        auto const their_bar = _mm256_sub_epi32(_mm256_and_si256(theirs, bar_mask), one);
        auto const their_price = _mm256_srai_epi32(theirs, SmallKnown::kBarBits);
        auto const left = _mm256_add_epi32(begin, _mm256_mullo_epi32(each, of_both));
        // A lane that holds is -1.
        beat_bars = _mm256_sub_epi32(
            beat_bars, _mm256_and_si256(_mm256_cmpgt_epi32(of_mentor, bar), _mm256_cmpgt_epi32(of_mentee, their_bar)));
        above_prices = _mm256_sub_epi32(above_prices, _mm256_cmpgt_epi32(left, their_price));
    }
    auto const rest = count_portably(row.subspan(end), mentor, mentees, worth);
    return {sum_of_lanes(beat_bars) + rest.beat_bars, sum_of_lanes(above_prices) + rest.above_prices};
}

#endif

}  // namespace

std::span<CountRow const> row_counts() {
#if defined(__x86_64__)
    static constexpr std::array<CountRow, 2> kAll{count_portably, count_avx2};
    static auto const runnable = __builtin_cpu_supports("avx2") ? kAll.size() : 1;
    return std::span<CountRow const>(kAll).first(runnable);
#else
    static constexpr std::array<CountRow, 1> kAll{count_portably};
    return kAll;
#endif
}

}  // namespace matching::engine
