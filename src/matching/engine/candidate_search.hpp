#pragma once
// Who could meet whom: every rule looked at for every two people, and of each person the best partners or all.
//
// Exact: with `most_each` = k nobody's k best partners are missing, on either side, and the counts are of everybody
// with everybody all the same. The public rules are taken 64 people at a time (sieve.hpp); what they leave is weighed
// couple by couple. The same answer for every kernel, any number of threads and any order of the rows.

#include <array>
#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "matching/engine/constraint.hpp"
#include "matching/engine/kernel.hpp"
#include "matching/engine/progress.hpp"

namespace matching::engine {

// For one person: how many partners they could have, and how many each rule took (a pair counts at each rule that
// stands in its way).
struct Tally {
    std::int64_t could_meet = 0;
    std::array<std::int64_t, kRules> taken{};
    std::array<std::int64_t, kRules> taken_alone{};
};

struct Candidates {
    std::vector<Candidate> list;  // by mentor, then mentee
    std::int64_t allowed = 0;     // couples that may meet, listed or not
    std::vector<Tally> mentors;   // by position in the world
    std::vector<Tally> mentees;
    std::array<std::int64_t, kRules> taken{};        // pairs
    std::array<std::int64_t, kRules> taken_alone{};  // pairs that no other rule would take
};

struct CandidateSearch {
    std::size_t most_each = 0;     // 0: everybody they could meet
    std::vector<Couple> always{};  // kept too, if they could meet
    std::uint64_t seed = 0;        // decides between equals
    unsigned threads = 1;
    Kernel const* kernel = &fastest_kernel();
};

// Of two people who could be a couple in both directions, only the better one stays unless the rules allow both.
// Refuses `cancelled`.
base::Result<Candidates> find_candidates(World const& world, CandidateSearch const& search,
                                         Progress const& progress = {});
// Everybody they could meet.
Candidates find_candidates(World const& world);

// Ready to solve, but for locks, bans, seed and objective.
Snapshot make_snapshot(World const& world, Candidates const& candidates);

}  // namespace matching::engine
