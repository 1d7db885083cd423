#pragma once
// For how long what is kept, in figures: out of the constants that the jobs themselves delete by, so that no page says
// another figure than the product keeps (rules D14).

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

namespace representative {

enum class KeptUnit { days, months };
BOOST_DESCRIBE_ENUM(KeptUnit, days, months)

// `key` names its words in content/kept. No figure: as long as the organisation has an Obverse, or as the words say.
struct KeptFigure {
    std::string_view key;
    std::optional<std::int32_t> figure;
    KeptUnit unit = KeptUnit::days;
};
std::vector<KeptFigure> const& kept_figures();

}  // namespace representative
