#pragma once
// A run for the rest: those who have neither a partner nor an open suggestion. All others keep what they have; their
// places are taken out of the world, and nothing is said about them. Pure.

#include <vector>

#include "matching/suggestion_store.hpp"
#include "matching/world_store.hpp"

namespace matching {

// Who is not looked at, by position in the world.
struct SetAside {
    std::vector<bool> mentors;
    std::vector<bool> mentees;

    [[nodiscard]] bool holds(Side side, engine::Index position) const;
};

// Also takes out the locks of those it sets aside: they are kept already.
SetAside set_aside(LoadedWorld& loaded, std::vector<store::SuggestedPlace> const& suggested);

}  // namespace matching
