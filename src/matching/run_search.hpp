#pragma once
// One run, computed: everybody and the rules as they were read once, and all that is found in them before a row of it
// is written. Pure.

#include <optional>
#include <vector>

#include "matching/engine/certificate.hpp"
#include "matching/engine/keeping.hpp"
#include "matching/engine/suggestions.hpp"
#include "matching/match_run_shapes.hpp"
#include "matching/rest.hpp"
#include "matching/trial.hpp"

namespace matching {

// The pairs of an earlier run, of which few should be given up.
struct PairsBefore {
    MatchRun run;
    std::vector<engine::Couple> couples;  // whose two people are still here
};

// What one run works on: nothing of it changes while it computes.
struct RunGround {
    MatchRun run;
    LoadedWorld loaded;
    std::int32_t suggestions_each = 1;
    std::optional<PairsBefore> before;
    SetAside set_aside;

    [[nodiscard]] LookedFor looked_for() const { return {run.objective, run.priority, run.seed}; }
    // How the pairs of before are kept; empty: nothing was to be kept.
    [[nodiscard]] std::optional<engine::Keeping> keeping() const;
};

struct RunFound {
    engine::Candidates candidates;
    std::size_t best_of_each = 0;  // 0: everybody they could meet
    engine::Snapshot snapshot;     // with the bonus of what is kept in it
    engine::Assignment assignment;
    engine::Certificate certificate;
    engine::Suggestions suggestions;
    bool are_suggestions_right = false;
    SuggestionOutlook outlook;
    std::int64_t total_benefit = 0;  // as it is, without any bonus
    std::optional<KeepingReport> keeping;
};

// Who is weighed with whom: everybody, or in a large programme the best partners of each (decision 0150).
engine::CandidateSearch candidate_search(RunGround const& ground);

// Refuses `cancelled`, and what `engine::assign_keeping` refuses.
base::Result<RunFound> find_pairs(RunGround const& ground, engine::Progress const& progress);

}  // namespace matching
