#include "base/text.hpp"
#include "programme/enrolment_shapes.hpp"

namespace programme {
namespace {

void tidy(std::optional<std::string>& text) {
    if (!text) return;
    *text = base::trim(*text);
    if (text->empty()) text.reset();
}

void take_errors(base::Refusal const& refusal, std::vector<base::FieldError>& errors) {
    errors.insert(errors.end(), refusal.errors.begin(), refusal.errors.end());
}

}  // namespace

base::Result<Profile> check_profile(Profile profile, Programme const& programme) {
    std::vector<base::FieldError> errors;
    tidy(profile.motivation);
    tidy(profile.helps_words);
    tidy(profile.capacity_reason);
    if (auto capacity = check_capacity(profile.capacity, profile.capacity_reason); !capacity)
        take_errors(capacity.refusal(), errors);
    if (auto slots = WeeklySlots::from_times(profile.usual_times); !slots) take_errors(slots.refusal(), errors);
    if (profile.career_stage && !programme.uses_career_stage) errors.push_back({"/career_stage", "not_asked_here", {}});
    // Commas part the languages where they are stored.
    for (std::size_t i = 0; i < profile.languages.size(); ++i)
        if (!is_language_tag(profile.languages[i])) errors.push_back({"/languages/" + std::to_string(i), "format", {}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return profile;
}

}  // namespace programme
