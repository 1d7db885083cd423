#include "matching/engine/assignment.hpp"

#include <algorithm>

#include "matching/engine/best.hpp"
#include "matching/engine/digest.hpp"
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

std::vector<Worth> by_position(std::vector<Worth> const& by_number, std::vector<Index> const& order) {
    std::vector<Worth> prices(by_number.size());
    for (std::size_t i = 0; i < order.size(); ++i) prices[order[i]] = by_number[i];
    return prices;
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
    TRY(answer, find_best(market, frozen.priority, progress));
    assignment.couples = couples_of(market, answer.taken);
    assignment.mentor_prices = by_position(answer.mentor_prices, market.mentors);
    assignment.mentee_prices = by_position(answer.mentee_prices, market.mentees);
    return assignment;
}

}  // namespace

// A snapshot that is in order is not copied: of a hundred thousand people it is a hundred megabytes.
base::Result<Assignment> assign(Snapshot const& snapshot, Progress const& progress) {
    if (is_in_order(snapshot)) return assign_in_order(snapshot, progress);
    TRY(frozen, checked(snapshot));
    return assign_in_order(frozen, progress);
}

Digest result_hash(Snapshot const& snapshot, Assignment const& assignment) {
    using Named = std::pair<base::IdBytes, base::IdBytes>;
    std::vector<Named> named;
    named.reserve(assignment.couples.size());
    for (auto const& couple : assignment.couples)
        named.emplace_back(snapshot.mentors[couple.mentor].identity, snapshot.mentees[couple.mentee].identity);
    std::sort(named.begin(), named.end());
    Hasher hasher;
    hasher.add(fingerprint(snapshot));
    hasher.add(named.size());
    for (auto const& [mentor, mentee] : named) {
        hasher.add(mentor);
        hasher.add(mentee);
    }
    return hasher.finish();
}

}  // namespace matching::engine
