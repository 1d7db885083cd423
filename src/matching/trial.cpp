#include "matching/trial.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace matching {

engine::Snapshot snapshot_of(LoadedWorld const& loaded, LookedFor const& wanted, engine::Candidates const& candidates) {
    auto snapshot = make_snapshot(loaded.world, candidates);
    snapshot.locks = loaded.locks;
    snapshot.bans = loaded.bans;
    snapshot.seed = static_cast<std::uint64_t>(wanted.seed);
    snapshot.objective = wanted.objective;
    snapshot.priority = wanted.priority;
    return snapshot;
}

base::Result<Tried> try_out(LoadedWorld const& loaded, LookedFor const& wanted, engine::Progress const& progress) {
    return try_out(snapshot_of(loaded, wanted, find_candidates(loaded.world)), progress);
}

base::Result<Tried> try_out(engine::Snapshot snapshot, engine::Progress const& progress) {
    TRY(assignment, engine::assign(snapshot, progress));
    if (!certify(snapshot, assignment).verified()) return not_verified();
    return Tried{std::move(snapshot), std::move(assignment)};
}

std::vector<engine::Candidate> with_benefits(engine::World const& world, std::vector<engine::Couple> const& couples) {
    std::vector<engine::Candidate> valued;
    valued.reserve(couples.size());
    for (auto const& couple : couples) {
        auto const benefit = benefit_of(world, world.mentors[couple.mentor], world.mentees[couple.mentee]);
        valued.push_back({couple.mentor, couple.mentee, benefit.mentor, benefit.mentee, benefit.together});
    }
    return valued;
}

void keep_together(LoadedWorld& loaded, engine::Couple couple) {
    std::erase(loaded.bans, couple);
    if (std::find(loaded.locks.begin(), loaded.locks.end(), couple) == loaded.locks.end())
        loaded.locks.push_back(couple);
}

void keep_apart(LoadedWorld& loaded, engine::Couple couple) {
    std::erase(loaded.locks, couple);
    if (std::find(loaded.bans.begin(), loaded.bans.end(), couple) == loaded.bans.end()) loaded.bans.push_back(couple);
}

Moves moves_between(std::vector<PeoplePair> before, std::vector<PeoplePair> after) {
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    Moves moves;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(moves.lost));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(moves.gained));
    moves.pairs_kept = std::ssize(before) - std::ssize(moves.lost);
    std::set<PersonId> moved;
    for (auto const* changed : {&moves.lost, &moves.gained})
        for (auto const& [mentor, mentee] : *changed) moved.insert({mentor, mentee});
    moves.people_moved = std::ssize(moved);
    return moves;
}

base::Result<bool> check_people_tried(std::int64_t people) {
    if (people > kMostPeopleTried) return too_many_for_a_trial(people);
    return true;
}

base::Refusal too_many_for_a_trial(std::int64_t people) {
    return base::conflict("too_many_for_a_trial", "So many people take a run; start one.",
                          {{"people", std::to_string(people)}, {"most", std::to_string(kMostPeopleTried)}});
}
base::Refusal not_verified() {
    return base::conflict("not_verified", "The answer could not be proved, so it is not shown.");
}

}  // namespace matching
