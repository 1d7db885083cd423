#include "matching/engine/assignment.hpp"

#include <algorithm>

#include "matching/engine/balanced.hpp"
#include "matching/engine/best.hpp"
#include "matching/engine/digest.hpp"
#include "matching/engine/fair.hpp"
#include "matching/engine/shared.hpp"
#include "matching/engine/stable.hpp"

namespace matching::engine {

namespace {

std::vector<Couple> couples_of(Market const& market, std::vector<bool> const& taken) {
    auto couples = market.placed_locks;
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor)
        for (auto e = market.first_option[mentor]; e < market.first_option[mentor + 1]; ++e)
            if (taken[e]) couples.push_back({market.mentors[mentor], market.mentees[market.options[e].mentee]});
    std::sort(couples.begin(), couples.end());
    return couples;
}

template <class T>
std::vector<T> by_position(std::vector<T> const& by_number, std::vector<Index> const& order) {
    std::vector<T> ordered(by_number.size());
    for (std::size_t i = 0; i < order.size(); ++i) ordered[order[i]] = by_number[i];
    return ordered;
}

void enter_prices(Assignment& assignment, Market const& market, BestAnswer const& answer) {
    assignment.couples = couples_of(market, answer.taken);
    assignment.mentor_prices = by_position(answer.mentor_prices, market.mentors);
    assignment.mentee_prices = by_position(answer.mentee_prices, market.mentees);
}

FloorProof by_position(FloorProof proof, Market const& market) {
    proof.of_all = {by_position(proof.of_all.mentors, market.mentors),
                    by_position(proof.of_all.mentees, market.mentees)};
    for (auto& floor : proof.floors) {
        floor.mentor_prices = by_position(floor.mentor_prices, market.mentors);
        floor.mentee_prices = by_position(floor.mentee_prices, market.mentees);
    }
    return proof;
}

base::Result<Assignment> assign_fair(Assignment assignment, Market const& market, Progress const& progress) {
    TRY(answer, find_fair(market, progress));
    enter_prices(assignment, market, answer.best);
    if (answer.floors) assignment.floors = by_position(*std::move(answer.floors), market);
    return assignment;
}

base::Result<Assignment> assign_in_order(Snapshot const& frozen, Progress const& progress) {
    TRY_VOID(check(frozen));
    if (!frozen.shared.empty()) return assign_shared(frozen, progress);
    auto const market = open_market(frozen);
    Assignment assignment;
    assignment.unplaced_locks = market.unplaced_locks;
    if (frozen.objective == Objective::stable) {
        TRY(taken, find_stable(market, progress));
        assignment.couples = couples_of(market, taken);
        return assignment;
    }
    if (frozen.objective == Objective::fair) return assign_fair(std::move(assignment), market, progress);
    auto const find = frozen.objective == Objective::balanced ? find_balanced : find_best;
    TRY(answer, find(market, frozen.priority, progress));
    enter_prices(assignment, market, answer);
    return assignment;
}

}  // namespace

// A snapshot that is in order is not copied: of a hundred thousand people it is forty megabytes.
base::Result<Assignment> assign(Snapshot const& snapshot, Progress const& progress) {
    if (snapshot.candidates.is_in_order()) return assign_in_order(snapshot, progress);
    TRY(frozen, checked(snapshot));
    return assign_in_order(frozen, progress);
}

Digest result_hash(Snapshot const& snapshot, Assignment const& assignment) {
    return result_hash(snapshot, fingerprint(snapshot), assignment);
}

Digest result_hash(Snapshot const& snapshot, Digest const& fingerprint, Assignment const& assignment) {
    using Named = std::pair<base::IdBytes, base::IdBytes>;
    std::vector<Named> named;
    named.reserve(assignment.couples.size());
    for (auto const& couple : assignment.couples)
        named.emplace_back(snapshot.mentors[couple.mentor].identity, snapshot.mentees[couple.mentee].identity);
    std::sort(named.begin(), named.end());
    Hasher hasher;
    hasher.add(fingerprint);
    hasher.add(named.size());
    for (auto const& [mentor, mentee] : named) {
        hasher.add(mentor);
        hasher.add(mentee);
    }
    return hasher.finish();
}

}  // namespace matching::engine
