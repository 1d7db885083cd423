#pragma once
// The frozen input of a run: who takes part on each side with how many places, which two people may meet and what
// each of them would gain, which couples are kept together or apart, and the seed of the draw. The engine reads
// nothing else: the same snapshot gives the same answer for ever, on every machine, whatever the order of the rows.
//
// Mentor: brings the knowledge. Mentee: learns. Both are named by their position in `mentors` and `mentees`.

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "matching/engine/candidate_list.hpp"

namespace matching::engine {

// Raised whenever the same snapshot may give another answer than before.
inline constexpr std::uint32_t kVersion = 5;

// More than anybody has, and little enough to be added and multiplied.
inline constexpr std::int32_t kMostPlaces = 1'000'000;

struct Participant {
    base::IdBytes identity{};  // unique on its side; the draw and the hashes know people by it, never by their row
    std::int32_t capacity = 1;
};

// One person on both sides, with fewer places in all than on the two together.
struct Shared {
    Index mentor = 0;
    Index mentee = 0;
    std::int32_t places = 0;
};

struct Couple {
    Index mentor = 0;
    Index mentee = 0;

    auto operator<=>(Couple const&) const = default;
};

enum class Objective {
    best,      // the greatest sum, see Priority
    stable,    // no two people would both rather have each other
    fair,      // most pairs, then the couple that gains least gains as much as can be, then most benefit
    balanced,  // best, and of answers as good one in which fewer couples would both rather have each other
};
enum class Priority {
    most_pairs,    // most pairs first, then most benefit
    most_benefit,  // most benefit first, then most pairs
};

struct Snapshot {
    std::vector<Participant> mentors;
    std::vector<Participant> mentees;
    CandidateList candidates;    // each couple at most once
    std::vector<Couple> locks;   // keep together
    std::vector<Couple> bans;    // keep apart
    std::vector<Shared> shared;  // each person at most once
    std::uint64_t seed = 0;
    Objective objective = Objective::best;
    Priority priority = Priority::most_pairs;
};

// Refuses an index outside its side, a capacity below zero or above kMostPlaces, the same candidate twice and the same
// identity twice; people who share their places on the wrong side, twice, or with less than none; somebody who is to be
// kept together with themselves, by their identity or because they share their places. The candidates are in order.
base::Result<bool> check(Snapshot const& snapshot);

// The snapshot with its candidates in order, or what `check` refuses.
base::Result<Snapshot> checked(Snapshot snapshot);

// Who takes part, with their places: nobody they could meet, and no couple that anybody wished for.
Snapshot people_alone(Snapshot const& snapshot);

using Digest = std::array<std::uint8_t, 32>;
std::string to_hex(Digest const& digest);

// BLAKE2b over everything that can change the answer, independent of the order of rows.
Digest fingerprint(Snapshot const& snapshot);

}  // namespace matching::engine
