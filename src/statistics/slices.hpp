#pragma once
// The parts of a question's tables, each with the groups that make it up, and which of them hide each other.

#include <cstdint>
#include <vector>

#include "statistics/attacker.hpp"
#include "statistics/release.hpp"

namespace statistics {

struct CountedSlice {
    Parts parts;
    std::size_t table = 0;  // 0: everybody; else in the order of `Sliced::tables`, from 1
    GroupSet groups;        // positions of `Sliced::groups`
    std::int64_t least = kLeastAnswered;
    std::int64_t invited = 0;
    std::int64_t answered = 0;
    std::vector<std::int64_t> answers;
};

// A slice and those of one table that make it up.
struct Family {
    std::size_t whole = 0;
    std::vector<std::size_t> parts;
};

struct Sliced {
    std::vector<Group> groups;  // those with anybody in them
    std::vector<std::vector<std::size_t>> tables;
    std::vector<CountedSlice> slices;
    std::vector<Family> families;
};
Sliced slice(Question const& question);

// The tables of a question, each once, its margins before it.
std::vector<std::vector<std::size_t>> tables_of(Question const& question);

// Which slices are shown, by their position.
using Pattern = std::vector<bool>;

// Hides slices of fewer than their least, and what lies in hidden ones; then, wherever a shown slice has hidden parts,
// further parts, the smallest first, until two at least and k people together are hidden (evidence 2.6, rules 1 and 3).
// Hides nothing that was shown but what it must; shows nothing that was hidden.
void hide_parts(Sliced const& sliced, Pattern& shown);
// Only rule 1: for tests, to see the attacker win.
void hide_small_parts(Sliced const& sliced, Pattern& shown);

}  // namespace statistics
