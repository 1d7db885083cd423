#pragma once
// A *best* answer in which fewer couples would both rather have each other: stable where it costs nothing.
//
// Where two people would both rather have each other they are joined, and whoever they leave are joined with each other
// or move into the empty place, if that costs neither a pair nor benefit and leaves fewer such couples than before. It
// ends when no single exchange of that kind is left. What is proved is that the answer is a best one; the checker
// counts the couples that remain.

#include "matching/engine/best.hpp"

namespace matching::engine {

base::Result<BestAnswer> find_balanced(Market const& market, Priority priority, Progress const& progress);

}  // namespace matching::engine
