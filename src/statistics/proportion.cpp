#include "statistics/proportion.hpp"

#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace statistics {

std::optional<Proportion> proportion(std::int64_t did, std::int64_t of, double confidence) {
    if (of <= 0 || did < 0 || did > of) return std::nullopt;
    auto const z = boost::math::quantile(boost::math::normal{}, (1 + confidence) / 2);
    auto const count = static_cast<double>(of);
    auto const share = static_cast<double>(did) / count;
    auto const scale = 1 + z * z / count;
    auto const middle = (share + z * z / (2 * count)) / scale;
    auto const reach = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / scale;
    return Proportion{share, {did == 0 ? 0 : middle - reach, did == of ? 1 : middle + reach}};
}

std::optional<Proportion> difference_of_proportions(std::int64_t did, std::int64_t of, std::int64_t others_did,
                                                    std::int64_t of_others, double confidence) {
    auto const one = proportion(did, of, confidence);
    auto const other = proportion(others_did, of_others, confidence);
    if (!one || !other) return std::nullopt;
    auto const difference = one->value - other->value;
    auto const down = std::hypot(one->value - one->interval.low, other->interval.high - other->value);
    auto const up = std::hypot(one->interval.high - one->value, other->value - other->interval.low);
    return Proportion{difference, {difference - down, difference + up}};
}

}  // namespace statistics
