#pragma once
// What goes out about the floors of a fair answer. Benefits from 0 to 1000, of pairs and never beside a name.

#include <optional>
#include <vector>

#include <boost/describe.hpp>

#include "matching/engine/assignment.hpp"

namespace matching::engine {

BOOST_DESCRIBE_ENUM(FloorsEnd, nothing_above, most_floors, most_work)

}  // namespace matching::engine

namespace matching {

struct FloorShown {
    std::int64_t benefit = 0;
    std::int64_t pairs = 0;  // that gain exactly this
};
BOOST_DESCRIBE_STRUCT(FloorShown, (), (benefit, pairs))

struct FloorsShown {
    std::vector<FloorShown> raised;  // the lowest first; what is kept counts with its bonus
    engine::FloorsEnd end = engine::FloorsEnd::nothing_above;
};
BOOST_DESCRIBE_STRUCT(FloorsShown, (), (raised, end))

// Empty where an answer has none.
inline std::optional<FloorsShown> shown_floors(engine::Assignment const& assignment) {
    if (!assignment.floors) return std::nullopt;
    FloorsShown shown{{}, assignment.floors->end};
    for (auto const& floor : assignment.floors->floors) shown.raised.push_back({floor.benefit, floor.couples});
    return shown;
}

}  // namespace matching
