#pragma once
// The reporting tree: who stands above whom, whose line cannot be followed to the top (rules 1 iii), and how many
// people stand under each. Pure: people are positions in a list. A cycle or an unknown manager is reported, never
// fatal.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "person/person.hpp"

namespace person {

struct Link {
    std::optional<std::size_t> manager;  // one's own position counts as none: many exports put it at the top
    bool is_confirmed_outside = false;   // "reports outside this file, not under the others"
    bool is_counted = true;              // still in the organisation
    std::int32_t people_elsewhere = 0;   // under them, but not in this list: left out at an import
};

// A line that ends at somebody who is neither the top nor confirmed.
struct BrokenBranch {
    std::size_t head;
    std::int32_t people_under;
    bool operator==(BrokenBranch const&) const = default;
};

struct Tree {
    std::vector<std::optional<std::size_t>> managers;  // as given, with the links cut that close a cycle
    std::vector<LineState> line_states;
    std::vector<std::int32_t> people_under;        // counted people at any depth
    std::optional<std::size_t> top;                // as named, else whoever stands above most; none if nobody does
    std::vector<std::vector<std::size_t>> cycles;  // each in reporting order, from its lowest position on
    std::vector<BrokenBranch> broken;              // most people first
    std::int32_t headcount = 0;                    // counted people, in this list and elsewhere
};

// Naming a top cuts the link above them. Linear in the number of people.
Tree build_tree(std::span<Link const> links, std::optional<std::size_t> named_top);

// The same people again, with the figures that an import counted over its whole file: how many under each stand in no
// row of ours. A tree built with them keeps those figures.
void keep_people_elsewhere(std::span<Link> links, std::span<std::int32_t const> people_under);

// Would `manager` as manager of `person` close a cycle?
bool closes_cycle(std::span<std::optional<std::size_t> const> managers, std::size_t person, std::size_t manager);

}  // namespace person
