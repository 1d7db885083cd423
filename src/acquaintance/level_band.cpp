#include "acquaintance/level_band.hpp"

#include <algorithm>
#include <map>

namespace acquaintance {

std::vector<LevelBand> bands_of(std::vector<std::int32_t> const& levels) {
    if (std::ssize(levels) < kFewestPartners) return {};
    std::map<std::int32_t, std::int64_t> people;
    for (auto const level : levels) ++people[level];
    std::vector<LevelBand> bands;
    std::optional<LevelBand> open;
    std::int64_t in_open = 0;
    for (auto const& [level, count] : people) {
        open = LevelBand{open ? open->least : level, level};
        in_open += count;
        if (in_open < kFewestPartners) continue;
        bands.push_back(*open);
        open.reset();
        in_open = 0;
    }
    if (open) bands.back().most = open->most;
    return bands;
}

std::optional<LevelBand> band_of(std::vector<LevelBand> const& bands, std::optional<std::int32_t> level) {
    if (!level) return std::nullopt;
    auto const band = std::ranges::find_if(bands, [&](auto const& b) { return b.least <= *level && *level <= b.most; });
    return band == bands.end() ? std::nullopt : std::optional(*band);
}

}  // namespace acquaintance
