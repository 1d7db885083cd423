#include "organisation/organisation.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/i18n.hpp"
#include "platform/zone.hpp"

namespace organisation {

namespace {

constexpr std::size_t kLongestSlug = 40;

bool speaks(std::string const& language) {
    auto const languages = i18n::ours().languages();
    return std::ranges::find(languages, language) != languages.end();
}

bool is_slug_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

}  // namespace

base::Result<Organisation> change(Organisation organisation, Settings const& settings) {
    std::vector<base::FieldError> errors;
    organisation.name = base::squeeze(settings.name.value_or(organisation.name));
    organisation.language = settings.language.value_or(organisation.language);
    organisation.time_zone = settings.time_zone.value_or(organisation.time_zone);
    if (organisation.name.empty()) errors.push_back({"/name", "required", {}});
    if (!speaks(organisation.language)) errors.push_back({"/language", "unknown_language", {}});
    if (!zone::is_known(organisation.time_zone)) errors.push_back({"/time_zone", "unknown_time_zone", {}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return organisation;
}

std::string slug_from(std::string_view name) {
    std::string slug;
    for (char const letter : base::plain_letters(name)) {
        if (slug.size() == kLongestSlug) break;
        if (is_slug_letter(letter))
            slug += letter;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug.empty() ? "organisation" : slug;
}

base::Refusal already_set_up() {
    return base::conflict("already_set_up", "This installation has an organisation; `obverse admin create` adds one.");
}

base::Refusal wrong_set_up_code() {
    return base::invalid("/code", "wrong_code");
}

}  // namespace organisation
