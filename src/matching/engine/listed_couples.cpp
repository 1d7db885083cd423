#include "matching/engine/listed_couples.hpp"

#include <algorithm>
#include <tuple>

#include "matching/engine/digest.hpp"
#include "matching/engine/draw.hpp"

namespace matching::engine {

namespace {

// A couple with what orders it on the two lists.
struct Weighed {
    ListedCouple listed;
    std::int32_t mentor_gains = 0;
    std::int32_t mentee_gains = 0;
};

std::vector<std::int32_t> numbers_in_draw(std::vector<Participant> const& side, std::uint64_t seed) {
    std::vector<std::int32_t> numbers(side.size());
    std::int32_t next = 0;
    for (auto const position : draw_order(side, seed)) numbers[position] = next++;
    return numbers;
}

std::vector<Couple> couples_by_position(std::vector<Couple> couples) {
    std::sort(couples.begin(), couples.end());
    return couples;
}

std::vector<Weighed> weighed_couples(Snapshot const& snapshot, Assignment const& assignment,
                                     Suggestions const& suggestions) {
    auto const own = couples_by_position(assignment.couples);
    auto const further = couples_by_position(suggestions.further());
    auto const costly = couples_by_position(suggestions.costly);
    auto const stands_in = [](std::vector<Couple> const& couples, Couple couple) {
        return std::binary_search(couples.begin(), couples.end(), couple);
    };
    std::vector<Weighed> weighed;
    weighed.reserve(own.size() + further.size());
    for (auto const& c : snapshot.candidates) {
        Couple const couple{c.mentor, c.mentee};
        auto const is_of_run = stands_in(own, couple);
        if (is_of_run || stands_in(further, couple))
            weighed.push_back(
                {{couple, is_of_run, stands_in(costly, couple), 0, 0}, c.mentor_benefit, c.mentee_benefit});
    }
    return weighed;
}

// Puts the couples in the order of one side's lists, and says for each which place it has.
template <class Before>
void number_lists(std::vector<Weighed>& weighed, Index Couple::*person, std::int32_t ListedCouple::*place,
                  Before before) {
    std::sort(weighed.begin(), weighed.end(), [&](Weighed const& a, Weighed const& b) {
        auto const one = a.listed.couple.*person;
        auto const other = b.listed.couple.*person;
        return one != other ? one < other : before(a, b);
    });
    for (std::size_t at = 0; at < weighed.size(); ++at) {
        auto const continues = at > 0 && weighed[at - 1].listed.couple.*person == weighed[at].listed.couple.*person;
        weighed[at].listed.*place = continues ? weighed[at - 1].listed.*place + 1 : 1;
    }
}

}  // namespace

std::vector<ListedCouple> list_couples(Snapshot const& snapshot, Assignment const& assignment,
                                       Suggestions const& suggestions) {
    auto weighed = weighed_couples(snapshot, assignment, suggestions);
    auto const mentor_numbers = numbers_in_draw(snapshot.mentors, snapshot.seed);
    auto const mentee_numbers = numbers_in_draw(snapshot.mentees, snapshot.seed);
    number_lists(weighed, &Couple::mentee, &ListedCouple::on_list_of_mentee, [&](Weighed const& a, Weighed const& b) {
        return std::tuple(b.mentee_gains, mentor_numbers[a.listed.couple.mentor]) <
               std::tuple(a.mentee_gains, mentor_numbers[b.listed.couple.mentor]);
    });
    number_lists(weighed, &Couple::mentor, &ListedCouple::on_list_of_mentor, [&](Weighed const& a, Weighed const& b) {
        return std::tuple(b.mentor_gains, mentee_numbers[a.listed.couple.mentee]) <
               std::tuple(a.mentor_gains, mentee_numbers[b.listed.couple.mentee]);
    });
    std::vector<ListedCouple> listed;
    listed.reserve(weighed.size());
    for (auto const& each : weighed) listed.push_back(each.listed);
    return listed;
}

Digest lists_hash(Snapshot const& snapshot, std::vector<ListedCouple> const& listed) {
    using Named = std::tuple<base::IdBytes, base::IdBytes, std::uint64_t, std::uint64_t, std::uint64_t>;
    std::vector<Named> named;
    named.reserve(listed.size());
    for (auto const& each : listed)
        named.emplace_back(snapshot.mentors[each.couple.mentor].identity, snapshot.mentees[each.couple.mentee].identity,
                           static_cast<std::uint64_t>(each.on_list_of_mentor),
                           static_cast<std::uint64_t>(each.on_list_of_mentee),
                           static_cast<std::uint64_t>(each.is_of_run) * 2 + static_cast<std::uint64_t>(each.is_costly));
    std::sort(named.begin(), named.end());
    Hasher hasher;
    hasher.add(fingerprint(snapshot));
    hasher.add(named.size());
    for (auto const& [mentor, mentee, for_mentor, for_mentee, kind] : named) {
        hasher.add(mentor);
        hasher.add(mentee);
        hasher.add(for_mentor);
        hasher.add(for_mentee);
        hasher.add(kind);
    }
    return hasher.finish();
}

}  // namespace matching::engine
