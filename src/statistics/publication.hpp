#pragma once
// What an attacker gets to see of a release, and of the one before it about the same people.

#include "statistics/attacker.hpp"
#include "statistics/release.hpp"
#include "statistics/slices.hpp"

namespace statistics {

// With an earlier release, those who stayed, came and went are groups of their own, and both releases are published.
Published publication(Sliced const& sliced, Question const& question, Pattern const& shown);

// Of some slice that was shown and would be again, fewer than k people came or went, and not none (evidence 2.6, rule
// 5).
bool changed_too_little(Sliced const& sliced, Question const& question, Pattern const& shown);

}  // namespace statistics
