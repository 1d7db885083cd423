#include "matching/engine/snapshot.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "matching/engine/digest.hpp"

namespace matching::engine {

namespace {

base::Refusal bad_snapshot(std::string code, std::string detail) {
    return base::conflict(std::move(code), std::move(detail));
}

bool identities_differ(std::vector<Participant> const& side) {
    std::vector<base::IdBytes> seen;
    seen.reserve(side.size());
    for (auto const& participant : side) seen.push_back(participant.identity);
    std::sort(seen.begin(), seen.end());
    return std::adjacent_find(seen.begin(), seen.end()) == seen.end();
}

bool capacities_hold(std::vector<Participant> const& side) {
    return std::all_of(side.begin(), side.end(), [](Participant const& p) { return p.capacity >= 0; });
}
bool capacities_are_sane(std::vector<Participant> const& side) {
    return std::all_of(side.begin(), side.end(),
                       [](Participant const& participant) { return participant.capacity <= kMostPlaces; });
}

bool within(std::vector<Couple> const& couples, Snapshot const& snapshot) {
    return std::all_of(couples.begin(), couples.end(), [&](Couple couple) {
        return couple.mentor < snapshot.mentors.size() && couple.mentee < snapshot.mentees.size();
    });
}

bool candidates_are_within(Snapshot const& snapshot) {
    bool are = true;
    snapshot.candidates.for_each([&](Candidate const& c) {
        are = are && c.mentor < snapshot.mentors.size() && c.mentee < snapshot.mentees.size();
    });
    return are;
}
bool all_within(Snapshot const& snapshot) {
    return candidates_are_within(snapshot) && within(snapshot.locks, snapshot) && within(snapshot.bans, snapshot);
}
base::Refusal person_unknown() {
    return bad_snapshot("person_unknown", "A couple names a position that its side does not have.");
}

bool stand_once(CandidateList const& in_order) {
    bool do_stand = true;
    std::optional<Couple> before;
    in_order.for_each([&](Candidate const& c) {
        Couple const couple{c.mentor, c.mentee};
        do_stand = do_stand && couple != before;
        before = couple;
    });
    return do_stand;
}

// The place of each participant when the side is put in the order of identities.
std::vector<Index> places_by_identity(std::vector<Participant> const& side) {
    std::vector<Index> order(side.size());
    std::iota(order.begin(), order.end(), Index{0});
    std::sort(order.begin(), order.end(), [&](Index a, Index b) { return side[a].identity < side[b].identity; });
    std::vector<Index> place(side.size());
    for (Index i = 0; i < order.size(); ++i) place[order[i]] = i;
    return place;
}

bool shared_hold(Snapshot const& snapshot) {
    std::vector<Index> mentors;
    std::vector<Index> mentees;
    for (auto const& both : snapshot.shared) {
        if (both.mentor >= snapshot.mentors.size() || both.mentee >= snapshot.mentees.size() || both.places < 0)
            return false;
        mentors.push_back(both.mentor);
        mentees.push_back(both.mentee);
    }
    for (auto* side : {&mentors, &mentees}) {
        std::sort(side->begin(), side->end());
        if (std::adjacent_find(side->begin(), side->end()) != side->end()) return false;
    }
    return true;
}

bool are_one(Snapshot const& snapshot, Couple couple) {
    if (snapshot.mentors[couple.mentor].identity == snapshot.mentees[couple.mentee].identity) return true;
    return std::any_of(snapshot.shared.begin(), snapshot.shared.end(), [&](Shared const& both) {
        return both.mentor == couple.mentor && both.mentee == couple.mentee;
    });
}
bool locks_join_two(Snapshot const& snapshot) {
    return std::none_of(snapshot.locks.begin(), snapshot.locks.end(),
                        [&](Couple couple) { return are_one(snapshot, couple); });
}

struct Places {
    std::vector<Index> mentor;
    std::vector<Index> mentee;
};

void add_side(Hasher& hasher, std::vector<Participant> const& side, std::vector<Index> const& place) {
    std::vector<Index> order(side.size());
    for (Index i = 0; i < side.size(); ++i) order[place[i]] = i;
    hasher.add(side.size());
    for (auto const i : order) {
        hasher.add(side[i].identity);
        hasher.add(static_cast<std::uint64_t>(side[i].capacity));
    }
}

void add_couples(Hasher& hasher, std::vector<Couple> couples, Places const& places) {
    for (auto& couple : couples) couple = {places.mentor[couple.mentor], places.mentee[couple.mentee]};
    std::sort(couples.begin(), couples.end());
    couples.erase(std::unique(couples.begin(), couples.end()), couples.end());
    hasher.add(couples.size());
    for (auto const& couple : couples) {
        hasher.add(couple.mentor);
        hasher.add(couple.mentee);
    }
}

void add_shared(Hasher& hasher, std::vector<Shared> shared, Places const& places) {
    for (auto& both : shared) both = {places.mentor[both.mentor], places.mentee[both.mentee], both.places};
    std::sort(shared.begin(), shared.end(), [](Shared const& a, Shared const& b) { return a.mentor < b.mentor; });
    hasher.add(shared.size());
    for (auto const& both : shared) {
        hasher.add(both.mentor);
        hasher.add(both.mentee);
        hasher.add(static_cast<std::uint64_t>(both.places));
    }
}

// Row by row in the order of identities, so that no second list of them is needed.
void add_in_order(Hasher& hasher, CandidateList const& candidates, Places const& places) {
    std::vector<Index> order(places.mentor.size());
    for (Index i = 0; i < order.size(); ++i) order[places.mentor[i]] = i;
    std::vector<std::uint64_t> row;  // the mentee's place, then where the candidate stands
    hasher.add(candidates.size());
    candidates.with_cells([&](auto cells) {
        for (auto const mentor : order) {
            auto const first = candidates.first_of(mentor);
            auto const own = cells.subspan(first, candidates.first_of(std::size_t{mentor} + 1) - first);
            row.clear();
            for (std::size_t at = 0; at < own.size(); ++at)
                row.push_back(std::uint64_t{places.mentee[own[at].mentee()]} << 32U | at);
            std::sort(row.begin(), row.end());
            for (auto const each : row) {
                auto const& cell = own[static_cast<std::uint32_t>(each)];
                hasher.add(places.mentor[mentor]);
                hasher.add(each >> 32U);
                hasher.add(static_cast<std::uint64_t>(cell.mentor_benefit()));
                hasher.add(static_cast<std::uint64_t>(cell.mentee_benefit()));
                hasher.add(static_cast<std::uint64_t>(cell.benefit()));
            }
        }
    });
}

void add_candidates(Hasher& hasher, CandidateList const& candidates, Places const& places) {
    if (candidates.is_in_order()) return add_in_order(hasher, candidates, places);
    auto ordered = candidates;
    ordered.put_in_order();
    add_in_order(hasher, ordered, places);
}

}  // namespace

base::Result<bool> check(Snapshot const& snapshot) {
    if (!all_within(snapshot)) return person_unknown();
    if (!capacities_hold(snapshot.mentors) || !capacities_hold(snapshot.mentees))
        return bad_snapshot("capacity_negative", "A capacity is below zero.");
    if (!capacities_are_sane(snapshot.mentors) || !capacities_are_sane(snapshot.mentees))
        return bad_snapshot("capacity_too_large", "A capacity is more than anybody has.");
    if (!identities_differ(snapshot.mentors) || !identities_differ(snapshot.mentees))
        return bad_snapshot("identity_twice", "Two people of one side have the same identity.");
    if (!shared_hold(snapshot)) return bad_snapshot("shared_wrong", "Somebody shares their places who cannot.");
    if (!locks_join_two(snapshot)) return bad_snapshot("same_person", "A lock names one person on both sides.");
    if (!stand_once(snapshot.candidates))
        return bad_snapshot("candidate_twice", "The same two people are a candidate twice.");
    return true;
}

base::Result<Snapshot> checked(Snapshot snapshot) {
    if (!all_within(snapshot)) return person_unknown();
    snapshot.candidates.put_in_order();
    TRY_VOID(check(snapshot));
    return snapshot;
}

Snapshot people_alone(Snapshot const& snapshot) {
    Snapshot alone;
    alone.mentors = snapshot.mentors;
    alone.mentees = snapshot.mentees;
    alone.shared = snapshot.shared;
    alone.seed = snapshot.seed;
    alone.objective = snapshot.objective;
    alone.priority = snapshot.priority;
    return alone;
}

std::string to_hex(Digest const& digest) {
    static constexpr auto* kDigits = "0123456789abcdef";
    std::string text;
    for (auto const byte : digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

Digest fingerprint(Snapshot const& snapshot) {
    Places const places{places_by_identity(snapshot.mentors), places_by_identity(snapshot.mentees)};
    Hasher hasher;
    hasher.add(kVersion);
    hasher.add(static_cast<std::uint64_t>(snapshot.objective));
    hasher.add(static_cast<std::uint64_t>(snapshot.priority));
    hasher.add(snapshot.seed);
    add_side(hasher, snapshot.mentors, places.mentor);
    add_side(hasher, snapshot.mentees, places.mentee);
    add_candidates(hasher, snapshot.candidates, places);
    add_couples(hasher, snapshot.locks, places);
    add_couples(hasher, snapshot.bans, places);
    if (!snapshot.shared.empty()) add_shared(hasher, snapshot.shared, places);
    return hasher.finish();
}

}  // namespace matching::engine
