#pragma once
// What people thought of the preparation, 1 to 5 (R19), as whoever coordinates sees it: from five people on, and moved
// only with every fifth further one, so that no single answer can be read from the difference (decision 0202).

#include <cstdint>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

namespace preparation {

inline constexpr std::int32_t kFewestRaters = 5;

struct PreparationQuality {
    std::int32_t raters = 0;  // a multiple of five
    std::int32_t tenths = 0;  // the mean in tenths, 10 to 50

    auto operator<=>(PreparationQuality const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PreparationQuality, (), (raters, tenths))

// What is shown once these ratings, one a person, are there; `shown` as long as no further five have come.
std::optional<PreparationQuality> quality_after(std::optional<PreparationQuality> const& shown,
                                                std::vector<std::int32_t> const& ratings);

}  // namespace preparation
