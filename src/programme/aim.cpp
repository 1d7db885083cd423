#include "programme/aim.hpp"

#include <algorithm>

#include "platform/content.hpp"

namespace programme {
namespace {

using Errors = std::vector<base::FieldError>;

void check_instruments(Aim& aim, AimWords const& words, std::int32_t people, std::string const& pointer,
                       Errors& errors) {
    if (aim.instruments.empty()) aim.instruments = {words.instruments.front()};
    for (auto const& key : aim.instruments) {
        auto const* asked = instrument::catalogue().find(key);
        if (asked == nullptr || std::ranges::find(words.instruments, key) == words.instruments.end())
            errors.push_back({pointer + "/instruments", "unknown_instrument", {{"instrument", key}}});
        else if (asked->people_needed.value_or(0) > people)
            errors.push_back({pointer + "/instruments",
                              "too_few_people",
                              {{"instrument", asked->name}, {"least", std::to_string(*asked->people_needed)}}});
    }
}

void check_length(std::vector<Aim> const& aims, Errors& errors) {
    for (auto side : {instrument::Side::mentor, instrument::Side::mentee}) {
        auto const items = instrument::budget(instruments_of(aims), side).items;
        if (items <= kMostItems) continue;
        errors.push_back(
            {"/aims", "too_many_questions", {{"items", std::to_string(items)}, {"most", std::to_string(kMostItems)}}});
        return;
    }
}

}  // namespace

AimWords const* AimCatalogue::find(std::string_view key) const {
    auto found = std::ranges::find(aims, key, &AimWords::key);
    return found == aims.end() ? nullptr : &*found;
}

AimCatalogue const& aim_catalogue(std::string_view language) {
    return content::read_once<AimCatalogue>("content/aims/", language);
}

base::Result<std::vector<Aim>> check_aims(std::vector<Aim> aims, std::int32_t planned_pairs) {
    Errors errors;
    for (std::size_t i = 0; i < aims.size(); ++i) {
        auto const pointer = "/aims/" + std::to_string(i);
        auto const* words = aim_catalogue().find(aims[i].aim);
        if (words == nullptr) {
            errors.push_back({pointer + "/aim", "unknown_aim", {}});
            continue;
        }
        auto const first = std::ranges::find(aims, aims[i].aim, &Aim::aim);
        if (first != aims.begin() + static_cast<std::ptrdiff_t>(i)) errors.push_back({pointer + "/aim", "twice", {}});
        check_instruments(aims[i], *words, 2 * planned_pairs, pointer, errors);
    }
    check_length(aims, errors);
    if (!errors.empty()) return base::invalid(std::move(errors));
    return aims;
}

std::vector<std::string> instruments_of(std::vector<Aim> const& aims) {
    std::vector<std::string> keys;
    for (auto const& aim : aims)
        for (auto const& key : aim.instruments)
            if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    return keys;
}

}  // namespace programme
