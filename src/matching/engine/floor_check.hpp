#pragma once
// Does a result of the objective fair reach what its floors say, and could nothing be fairer? Part of the checker
// (certificate.hpp): reads the snapshot and the proof, and shares no code with the solvers.
//
// An answer is worth a row of whole numbers that are compared one after the other: how many pairs; for each floor how
// many couples lie between it and the one before, the fewer the better, and how many at it, the fewer the better; then
// pairs and sum as always. Prices are such rows too: of the cover, of each floor, then of the sum. Where they are not
// below nothing, nobody who is not held is worth more than them, nobody who is held less, and whoever has a price is
// full, no answer is worth more (linear duality with numbers in order, complementary slackness).

#include <functional>
#include <vector>

#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"

namespace matching::engine {

struct FairResult {
    CandidateList const& candidates;    // in order
    std::vector<Candidate> held;        // without locks
    std::vector<std::int32_t> mentors;  // places left by the locks
    std::vector<std::int32_t> mentees;
    // Not held, and neither kept apart nor together: could be in another answer.
    std::function<bool(Couple)> is_free;
    Assignment const& assignment;
};

Flaw flaw_of_floors(FairResult const& result);

}  // namespace matching::engine
