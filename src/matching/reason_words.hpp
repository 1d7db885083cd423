#pragma once
// Reasons as the pages say them, for what the server writes itself (files). The same keys of the catalogue as in
// web/src/features/matching/components/reasons.ts.

#include <string>
#include <string_view>
#include <vector>

#include "matching/reason_shapes.hpp"

namespace matching {

// "Spoken slides · How a decision travels".
std::string in_words(std::vector<ReasonShown> const& reasons, std::string_view language);
std::string in_words(LeftoverShown const& leftover, std::string_view language);

}  // namespace matching
