#include "matching/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace matching {

namespace {

using Places = std::map<std::pair<Side, PersonId>, ComparedPlace>;

std::set<PersonId> people_beside(std::vector<ComparedCouple> const& before, std::vector<ComparedCouple> const& now,
                                 std::optional<PersonId> hidden) {
    std::set<PersonId> beside;
    if (!hidden) return beside;
    beside.insert(*hidden);
    for (auto const* couples : {&before, &now})
        for (auto const& couple : *couples) {
            if (couple.mentor_id == *hidden) beside.insert(couple.mentee_id);
            if (couple.mentee_id == *hidden) beside.insert(couple.mentor_id);
        }
    return beside;
}

void gather_places(Places& places, std::vector<ComparedCouple> const& couples,
                   std::vector<std::size_t> ComparedPlace::*list) {
    for (std::size_t i = 0; i < couples.size(); ++i)
        for (auto const side : {Side::mentor, Side::mentee}) {
            auto const person = side == Side::mentor ? couples[i].mentor_id : couples[i].mentee_id;
            auto& place = places[{side, person}];
            place.side = side;
            place.person_id = person;
            (place.*list).push_back(i);
        }
}

std::set<PersonId> partners_at(ComparedPlace const& place, std::vector<std::size_t> const& positions,
                               std::vector<ComparedCouple> const& couples) {
    std::set<PersonId> partners;
    for (auto const i : positions)
        partners.insert(place.side == Side::mentor ? couples[i].mentee_id : couples[i].mentor_id);
    return partners;
}

Change change_between(std::set<PersonId> const& before, std::set<PersonId> const& now) {
    if (before == now) return Change::kept;
    if (before.empty()) return Change::gained;
    return now.empty() ? Change::lost : Change::moved;
}

void count_change(SideChanges& changes, Change change) {
    switch (change) {
        case Change::moved:
            ++changes.moved;
            return;
        case Change::gained:
            ++changes.gained;
            return;
        case Change::lost:
            ++changes.lost;
            return;
        case Change::kept:
            ++changes.kept;
    }
}

}  // namespace

Compared compare(std::vector<ComparedCouple> const& before, std::vector<ComparedCouple> const& now,
                 std::optional<PersonId> hidden) {
    auto const left_out = people_beside(before, now, hidden);
    Places places;
    gather_places(places, before, &ComparedPlace::before);
    gather_places(places, now, &ComparedPlace::now);
    Compared compared;
    for (auto& [key, place] : places) {
        if (left_out.contains(place.person_id)) continue;
        place.change = change_between(partners_at(place, place.before, before), partners_at(place, place.now, now));
        count_change(place.side == Side::mentor ? compared.mentors : compared.mentees, place.change);
        compared.places.push_back(std::move(place));
    }
    return compared;
}

base::Refusal run_has_no_pairs() {
    return base::conflict("run_has_no_pairs", "One of the runs has no pairs to compare.");
}
base::Refusal runs_of_two_programmes() {
    return base::conflict("runs_of_two_programmes", "The runs are of two programmes.");
}

}  // namespace matching
