#pragma once
// A programme's own rules, each a little looser: what a coordinator can decide otherwise. Lines and what people bring
// are facts, and what is private is nobody's to loosen.

#include <optional>
#include <vector>

#include "matching/engine/constraint.hpp"

namespace matching::engine {

enum class Loosening : std::uint8_t { gap_least, gap_most, other_department, site, common_time, common_language };
// The rule that it lifts.
Rule rule_of(Loosening loosening);

struct LooserRules {
    Loosening loosening = Loosening::gap_least;
    std::int32_t levels = 0;  // so many less at least, or more at most
    Rules rules;
};

// Every rule of `rules` that can be loosened; the levels by one up to kMostLevels, the fewest first.
inline constexpr std::int32_t kMostLevels = 3;
std::vector<LooserRules> looser_than(Rules const& rules);

// What would lift `rule` from between these two, where it is one that can be loosened: by as many levels as it takes.
std::optional<LooserRules> looser_between(Rules const& rules, Profile const& mentor, Profile const& mentee, Rule rule);

}  // namespace matching::engine
