#pragma once
// What a run is for and what comes first in it, with the names by which they are stored and sent. The engine itself
// needs no names.

#include <boost/describe.hpp>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

BOOST_DESCRIBE_ENUM(Objective, best, stable, fair, balanced)
BOOST_DESCRIBE_ENUM(Priority, most_pairs, most_benefit)

}  // namespace matching::engine

namespace matching {

using engine::Objective;
using engine::Priority;

}  // namespace matching
