#include "programme/called.hpp"

#include "base/text.hpp"

namespace programme {

std::vector<Words> follow_settings(std::vector<Words> words, Settings const& before, Settings const& after) {
    for (auto& one : words) {
        if (one.language != after.language) continue;
        if (one.name == before.name) one.name = after.name;
        if (one.purpose == before.purpose) one.purpose = after.purpose;
    }
    return words;
}

std::string first_language(std::string_view accept_language) {
    auto const first = base::trim(accept_language.substr(0, accept_language.find_first_of(",;")));
    return is_language_tag(first) ? first : std::string();
}

}  // namespace programme
