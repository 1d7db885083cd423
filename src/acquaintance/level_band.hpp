#pragma once
// How high somebody stands, as a card without a name says it: neighbouring levels taken together until so many people
// of the side stand in them that the words point at nobody (rules 14).

#include <cstdint>
#include <optional>
#include <vector>

#include "acquaintance/acquaintance.hpp"

namespace acquaintance {

struct LevelBand {
    std::int32_t least = 0;
    std::int32_t most = 0;

    auto operator<=>(LevelBand const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LevelBand, (), (least, most))

// From the lowest level on; what is left over at the top, too few for a band of its own, goes with the band below it.
// Empty where fewer than kFewestPartners of the side have a level.
std::vector<LevelBand> bands_of(std::vector<std::int32_t> const& levels);
std::optional<LevelBand> band_of(std::vector<LevelBand> const& bands, std::optional<std::int32_t> level);

}  // namespace acquaintance
