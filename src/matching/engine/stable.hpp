#pragma once
// A matching in which no two people would both rather have each other, with any number of places and with people
// valued alike on both sides. Of all such matchings it has at least two thirds of the pairs of the largest
// (finding the largest itself is NP-hard).
//
// How: mentors ask, mentees keep the best (deferred acceptance). Each option exists in three copies x, y, z. A mentor
// asks, among people valued alike, with x and then with y, and once through the whole list, with z. To a mentee every
// y and z stands above every x; among people valued alike z stands above y. (The idea is Kiraly's, Algorithms 6(3)
// 2013, in the form of Yokoi, ISAAC 2021.)
//
// Why it is stable: a couple that would block would block with its y copy.
// Why two thirds: were mentor a and mentee d left over and the couples a-c, b-d possible where the answer has b-c,
// then c's copy of b beats a's z and b's copy of c beats d's x, so it is y, both are strictly better, and b, c would
// block every stable matching that has a-c and b-d.

#include <vector>

#include "matching/engine/market.hpp"
#include "matching/engine/progress.hpp"

namespace matching::engine {

// Which options of the market are taken.
base::Result<std::vector<bool>> find_stable(Market const& market, Progress const& progress);

}  // namespace matching::engine
