#pragma once
// From how many people on something is said (evidence 2.6, last paragraph: our own choice). Privacy asks for fewer than
// this and comes first: release.hpp.

#include <cstdint>

namespace statistics {

inline constexpr std::int64_t kLeastForChange = 10;      // people who answered both times: a change with its interval
inline constexpr std::int64_t kLeastForEffectSize = 20;  // the same: a standardised change
inline constexpr std::int64_t kLeastAnArm = 20;          // in each of two groups that are compared
inline constexpr std::int64_t kLeastForAlpha = 30;       // complete answers: reliability
inline constexpr std::int64_t kLeastForSurvival = 20;    // in each curve
inline constexpr std::int64_t kLeastAtRisk = 10;         // a curve is drawn as long as so many are at risk

}  // namespace statistics
