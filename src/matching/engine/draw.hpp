#pragma once
// The draw that decides between equals: each person's number is a keyed hash of the seed and their identity, so it
// favours no name and no row, and anybody who knows the seed can check it.

#include <cstdint>
#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

// SipHash-2-4 of the identity, keyed with the seed.
std::uint64_t draw_number(std::uint64_t seed, base::IdBytes const& identity);

// Positions of a side, lowest number first (equal numbers: by identity).
std::vector<Index> draw_order(std::vector<Participant> const& side, std::uint64_t seed);

}  // namespace matching::engine
