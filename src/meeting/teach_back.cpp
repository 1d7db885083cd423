#include "meeting/teach_back.hpp"

#include <algorithm>

#include "base/version.hpp"
#include "platform/content.hpp"

namespace meeting {

AllCriteria const& all_criteria(std::string_view language) {
    return content::read_once<AllCriteria>("content/teach_back/", language);
}

TopicCriteria const* find_criteria(std::string_view topic, std::string_view language) {
    auto const& topics = all_criteria(language).topics;
    auto const found = std::ranges::find(topics, topic, &TopicCriteria::topic);
    return found == topics.end() ? nullptr : &*found;
}

base::Result<TeachBack> tick(TeachBack teach_back, pairing::Side by, std::int32_t version,
                             std::vector<std::int32_t> ticked) {
    TRY_VOID(base::check_version("teach-back", version, teach_back.version));
    std::ranges::sort(ticked);
    auto const twice = std::ranges::unique(ticked);
    ticked.erase(twice.begin(), twice.end());
    if (!ticked.empty() && (ticked.front() < 1 || ticked.back() > kCriteria))
        return base::invalid("/ticked", "unknown_criterion");
    if (by == pairing::Side::mentor) {
        if (!std::ranges::includes(teach_back.mentee_ticked, ticked)) return mentee_ticks_first();
        teach_back.mentor_ticked = std::move(ticked);
    } else {
        std::erase_if(teach_back.mentor_ticked,
                      [&](std::int32_t one) { return !std::ranges::binary_search(ticked, one); });
        teach_back.mentee_ticked = std::move(ticked);
    }
    ++teach_back.version;
    return teach_back;
}

bool is_shown(TeachBack const& teach_back) {
    return std::ssize(teach_back.mentee_ticked) == kCriteria;
}

std::optional<base::Day> shown_since(TeachBack const& saved, TeachBack const& before, base::Day today) {
    if (!is_shown(saved)) return std::nullopt;
    return is_shown(before) ? before.shown_on : today;
}

base::Refusal mentee_ticks_first() {
    return base::conflict("mentee_ticks_first", "whoever learns ticks it first, or both together");
}
base::Refusal topic_not_found() {
    return base::not_found("topic");
}

}  // namespace meeting
