#pragma once
// Of each person, the others they make a couple with.

#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

struct Neighbours {
    std::vector<std::vector<Index>> of_mentors;
    std::vector<std::vector<Index>> of_mentees;

    Neighbours(Snapshot const& snapshot, std::vector<Couple> const& couples)
        : of_mentors(snapshot.mentors.size()), of_mentees(snapshot.mentees.size()) {
        for (auto const& couple : couples) {
            of_mentors[couple.mentor].push_back(couple.mentee);
            of_mentees[couple.mentee].push_back(couple.mentor);
        }
    }
};

}  // namespace matching::engine
