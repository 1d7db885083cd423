#include "preparation/quality.hpp"

#include <numeric>

namespace preparation {

std::optional<PreparationQuality> quality_after(std::optional<PreparationQuality> const& shown,
                                                std::vector<std::int32_t> const& ratings) {
    auto const raters = static_cast<std::int32_t>(ratings.size());
    if (raters < (shown ? shown->raters : 0) + kFewestRaters) return shown;
    auto const sum = std::accumulate(ratings.begin(), ratings.end(), 0);
    return PreparationQuality{raters, (10 * sum + raters / 2) / raters};
}

}  // namespace preparation
