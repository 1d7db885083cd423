#pragma once
// The cohorts behind recorded totals: `size` mentors and mentees, `degree` candidates for each mentor,
// benefits 1..1000, seed 12345. Uniform: candidates and benefits at random. Competitive: half of each list drawn
// towards popular mentees, half of each benefit a common quality, so that many want the same people.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "matching/engine/snapshot.hpp"

namespace support {

enum class Cohort { uniform, competitive };

class CohortDraw {
  public:
    std::uint64_t next() { return base::splitmix64(state_); }
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>((next() & 0xFFFFFFFFU) * bound >> 32U);
    }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

  private:
    std::uint64_t state_ = 12345;
};

inline base::IdBytes cohort_identity(std::uint32_t side, std::uint32_t number) {
    base::IdBytes identity{};
    identity[0] = static_cast<std::uint8_t>(side);
    for (std::size_t i = 0; i < 4; ++i) identity[12 + i] = static_cast<std::uint8_t>(number >> (8U * (3 - i)));
    return identity;
}

inline std::vector<std::uint32_t> cohort_candidates(CohortDraw& draw, std::uint32_t size, std::uint32_t degree,
                                                    Cohort cohort) {
    std::vector<std::uint32_t> row;
    std::vector<bool> seen(size, false);
    while (row.size() < degree) {
        auto const popular = cohort == Cohort::competitive && (draw.next() & 1U) != 0;
        auto const drawn = popular ? static_cast<std::uint32_t>(size * std::pow(draw.unit(), 2.0)) : draw.below(size);
        auto const mentee = std::min(drawn, size - 1);
        if (seen[mentee]) continue;
        seen[mentee] = true;
        row.push_back(mentee);
    }
    std::sort(row.begin(), row.end());
    return row;
}

inline matching::engine::Candidate cohort_candidate(CohortDraw& draw, std::uint32_t mentor, std::uint32_t mentee,
                                                    double popularity, double quality, Cohort cohort) {
    auto const x = draw.unit();
    auto const y = draw.unit();
    auto const mixed = cohort == Cohort::competitive;
    auto const a = 1 + static_cast<std::int32_t>((mixed ? 0.5 * popularity + 0.5 * x : x) * 999);
    auto const b = 1 + static_cast<std::int32_t>((mixed ? 0.5 * quality + 0.5 * y : y) * 999);
    return {mentor, mentee, a, b, std::max(1, (4 * a * b + a + b) / (2 * (a + b)))};
}

inline matching::engine::Snapshot make_cohort(Cohort cohort, std::uint32_t size, std::uint32_t degree,
                                              std::int32_t capacity) {
    CohortDraw draw;
    std::vector<double> mentor_quality(size);
    for (auto& quality : mentor_quality) quality = draw.unit();
    for (std::uint32_t i = 0; i < size; ++i) draw.unit();  // the definition draws one for each mentee and uses none
    matching::engine::Snapshot snapshot;
    snapshot.mentors.reserve(size);
    snapshot.mentees.reserve(size);
    snapshot.candidates.reserve(std::size_t{size} * degree);
    for (std::uint32_t i = 0; i < size; ++i) {
        snapshot.mentors.push_back({cohort_identity(1, i), capacity});
        snapshot.mentees.push_back({cohort_identity(2, i), capacity});
        for (auto const j : cohort_candidates(draw, size, degree, cohort))
            snapshot.candidates.push_back(
                cohort_candidate(draw, i, j, 1 - static_cast<double>(j) / size, mentor_quality[i], cohort));
    }
    return snapshot;
}

}  // namespace support
