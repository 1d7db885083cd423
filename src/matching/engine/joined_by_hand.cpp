#include "matching/engine/joined_by_hand.hpp"

#include <algorithm>

namespace matching::engine {

namespace {

bool is_among(std::vector<Couple> const& sorted, Couple couple) {
    return std::binary_search(sorted.begin(), sorted.end(), couple);
}

std::int64_t benefit_of_all(Snapshot const& snapshot, std::vector<Couple> const& couples) {
    std::int64_t sum = 0;
    for (auto const& candidate : snapshot.candidates)
        if (is_among(couples, {candidate.mentor, candidate.mentee})) sum += candidate.benefit;
    return sum;
}

// The hand's own lock, or one of before that it would push out: of two for the same place the draw decides, and what
// was kept together stands before a hand.
std::optional<UnplacedLock> refused_among(std::vector<UnplacedLock> const& now, std::vector<UnplacedLock> const& before,
                                          Couple couple) {
    for (auto const& lock : now) {
        if (lock.couple == couple) return lock;
        auto const is_old = [&](UnplacedLock const& old) { return old.couple == lock.couple; };
        if (std::none_of(before.begin(), before.end(), is_old))
            return UnplacedLock{couple, LockFlaw::no_place, {lock.couple}};
    }
    return std::nullopt;
}

}  // namespace

base::Result<JoinedByHand> join_by_hand(Snapshot const& snapshot, Assignment const& run, Couple couple,
                                        Progress const& progress) {
    JoinedByHand joined;
    joined.are_pair = is_among(run.couples, couple);
    for (auto const& held : run.couples) {
        if (held.mentor == couple.mentor) joined.mentor_holds.push_back(held.mentee);
        if (held.mentee == couple.mentee) joined.mentee_holds.push_back(held.mentor);
    }
    auto asked = snapshot;
    if (std::find(asked.locks.begin(), asked.locks.end(), couple) == asked.locks.end()) asked.locks.push_back(couple);
    TRY(together, assign(asked, progress));
    joined.pairs_before = std::ssize(run.couples);
    joined.benefit_before = benefit_of_all(snapshot, run.couples);
    joined.unplaced = refused_among(together.unplaced_locks, run.unplaced_locks, couple);
    if (joined.unplaced) {
        joined.pairs = joined.pairs_before;
        joined.benefit = joined.benefit_before;
        return joined;
    }
    joined.pairs = std::ssize(together.couples);
    joined.benefit = benefit_of_all(snapshot, together.couples);
    joined.moved = std::count_if(run.couples.begin(), run.couples.end(),
                                 [&](Couple const& held) { return !is_among(together.couples, held); });
    return joined;
}

}  // namespace matching::engine
