#pragma once
// How good an answer is, in figures: for each side, for both together, and for how many a change would be welcome.
// Reads couples with their benefits, so that two answers can be held against each other by the same weights.

#include <cstdint>
#include <optional>
#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

// Of benefits from 0 to 1000, half up; all 0 without couples.
struct Spread {
    std::int64_t mean = 0;
    std::int64_t median = 0;
    std::int64_t fifth_percentile = 0;  // one couple in twenty has no more
    std::int64_t least = 0;
};

struct Quality {
    std::int64_t pairs = 0;
    std::int64_t mentors_reached = 0;
    std::int64_t mentees_reached = 0;
    Spread mentor;
    Spread mentee;
    Spread together;
    std::int64_t one_sided = 0;  // couples of which one gains less than half of what the other does
    std::int64_t fit_both_ways = 0;
    std::int64_t fit = 0;
    std::int64_t fit_thin = 0;
    std::int64_t blocking_pairs = 0;   // who would both rather have each other
    std::int64_t blocking_people = 0;  // in any of them
};

// `couples` with their benefits; their people are of the snapshot, though not each couple need be a candidate of it.
// Couples of `unseen` count as pairs and as people reached, and in nothing else: a coordinator who takes part reads
// no figure about themselves (rules 13).
Quality measure(Snapshot const& snapshot, std::vector<Candidate> const& couples,
                std::optional<base::IdBytes> const& unseen = {});

}  // namespace matching::engine
