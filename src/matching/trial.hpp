#pragma once
// A trial: what a run would find if the weights, the rules or the wishes were other ones. It is stored nowhere.
//
// Only what is public can be tried: causes behind *not available to each other* (rules 7) have no switch, and weights
// move nobody in or out of it (decision 0140).

#include <utility>
#include <vector>

#include "matching/engine/candidate_search.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/quality.hpp"
#include "matching/objective.hpp"
#include "matching/world_store.hpp"

namespace matching {

// More people than this take a run: a trial answers while somebody waits.
inline constexpr std::int64_t kMostPeopleTried = 5'000;

struct LookedFor {
    Objective objective = Objective::best;
    Priority priority = Priority::most_pairs;
    std::int64_t seed = 0;
};

engine::Snapshot snapshot_of(LoadedWorld const& loaded, LookedFor const& wanted, engine::Candidates const& candidates);

struct Tried {
    engine::Snapshot snapshot;
    engine::Assignment assignment;
};
// Refuses what `engine::assign` refuses, and `not_verified`: what its checker does not prove is shown to nobody.
base::Result<Tried> try_out(LoadedWorld const& loaded, LookedFor const& wanted, engine::Progress const& progress = {});
base::Result<Tried> try_out(engine::Snapshot snapshot, engine::Progress const& progress = {});

// Whatever the rules say of them now; by the weights of the world.
std::vector<engine::Candidate> with_benefits(engine::World const& world, std::vector<engine::Couple> const& couples);

// Together takes back apart, and the other way round, as the wishes of a programme do.
void keep_together(LoadedWorld& loaded, engine::Couple couple);
void keep_apart(LoadedWorld& loaded, engine::Couple couple);

using PeoplePair = std::pair<PersonId, PersonId>;  // mentor, mentee
struct Moves {
    std::int64_t pairs_kept = 0;
    std::vector<PeoplePair> lost;  // in order
    std::vector<PeoplePair> gained;
    std::int64_t people_moved = 0;  // who would have another partner, one more or one fewer
};
Moves moves_between(std::vector<PeoplePair> before, std::vector<PeoplePair> after);

// Refuses more than kMostPeopleTried: `too_many_for_a_trial` (params: `people`, `most`).
base::Result<bool> check_people_tried(std::int64_t people);
base::Refusal too_many_for_a_trial(std::int64_t people);
base::Refusal not_verified();

}  // namespace matching
