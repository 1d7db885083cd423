#include "meeting/skipped_prompt.hpp"

#include <algorithm>

namespace meeting {

base::Result<std::vector<SkippedPrompts>> skip(std::vector<SkippedPrompts> all, SkippedPrompts wanted,
                                               std::vector<Guide> const& guides) {
    auto const guide = std::ranges::find(guides, wanted.guide, &Guide::key);
    if (guide == guides.end()) return base::invalid("/guide", "unknown");
    std::ranges::sort(wanted.numbers);
    wanted.numbers.erase(std::unique(wanted.numbers.begin(), wanted.numbers.end()), wanted.numbers.end());
    auto const last = static_cast<std::int32_t>(guide->prompts.size());
    if (std::ranges::any_of(wanted.numbers, [&](std::int32_t number) { return number < 1 || number > last; }))
        return base::invalid("/numbers", "unknown");
    std::erase_if(all,
                  [&](SkippedPrompts const& one) { return one.of_id == wanted.of_id && one.guide == wanted.guide; });
    if (!wanted.numbers.empty()) all.push_back(std::move(wanted));
    if (all.size() > kMostSkippedGuides) all.erase(all.begin());
    return all;
}

}  // namespace meeting
