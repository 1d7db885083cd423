#include "representative/openness.hpp"

#include <algorithm>

#include "platform/content.hpp"

namespace representative {

WhoSeesWhat const& who_sees_what(std::string_view language) {
    return content::read_once<WhoSeesWhat>("content/who_sees_what/", language);
}

RecordedEvents const& recorded_events(std::string_view language) {
    return content::read_once<RecordedEvents>("content/recorded_events/", language);
}

DataPurposes const& data_purposes(std::string_view language) {
    return content::read_once<DataPurposes>("content/data_map/", language);
}

std::vector<KeptFor> kept_for(std::string_view language) {
    auto const& words = content::read_once<KeptWordsList>("content/kept/", language).items;
    std::vector<KeptFor> all;
    for (auto const& figure : kept_figures()) {
        auto const of = std::ranges::find(words, figure.key, &KeptWords::key);
        if (of != words.end()) all.push_back({of->key, of->what, figure.figure, figure.unit, of->after});
    }
    return all;
}

}  // namespace representative
