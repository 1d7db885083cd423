#pragma once
// In which order the questions of an instrument are put: random to whoever reads them, the same for the same seed.

#include <cstdint>
#include <string_view>

namespace instrument {

// Smaller comes first (FNV-1a of the key, begun with the seed).
std::uint64_t rank_of(std::string_view key, std::uint64_t seed);

}  // namespace instrument
