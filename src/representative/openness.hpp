#pragma once
// The content behind the open pages, in `language` or in English.

#include <string_view>

#include "representative/openness_shapes.hpp"

namespace representative {

WhoSeesWhat const& who_sees_what(std::string_view language = "en");
RecordedEvents const& recorded_events(std::string_view language = "en");
DataPurposes const& data_purposes(std::string_view language = "en");
// Figures of kept_figures in their words.
std::vector<KeptFor> kept_for(std::string_view language = "en");

}  // namespace representative
