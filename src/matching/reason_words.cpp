#include "matching/reason_words.hpp"

#include "platform/i18n.hpp"
#include "topic/topic.hpp"

namespace matching {

namespace {

// From here on a count of hours says less than that there is no lack of them. The number counts half hours.
constexpr std::int32_t kManyHalfHours = 16;

// A word of somebody's own is its own name.
std::string topic_in_words(std::optional<std::string> const& key, std::string_view language) {
    if (!key) return {};
    auto const* topic = topic::catalogue(language).find(*key);
    return topic == nullptr ? *key : topic->name;
}

std::string key_of_reason(ReasonShown const& reason) {
    auto key = "matching.reason_" + reason.code;
    if (reason.code == "same_style")
        key += "_" + std::to_string(reason.number.value_or(0)) + "_" + reason.style.value_or("");
    if (reason.code == "common_time" && reason.number.value_or(0) >= kManyHalfHours) key += "_many";
    return key;
}

std::string reason_in_words(ReasonShown const& reason, std::string_view language) {
    auto const key = key_of_reason(reason);
    if (!i18n::ours().has(key)) return {};
    std::int64_t const number = reason.number.value_or(0);
    return i18n::ours().format(language, key,
                               {{"topic", topic_in_words(reason.topic, language)},
                                {"other", topic_in_words(reason.other_topic, language)},
                                {"hours", number / 2},
                                {"steps", number}});
}

}  // namespace

std::string in_words(std::vector<ReasonShown> const& reasons, std::string_view language) {
    std::string text;
    for (auto const& reason : reasons) {
        auto const words = reason_in_words(reason, language);
        if (words.empty()) continue;
        if (!text.empty()) text += " · ";
        text += words;
    }
    return text;
}

std::string in_words(LeftoverShown const& leftover, std::string_view language) {
    auto const said = [&](std::string const& key, i18n::Arguments const& arguments = {}) {
        return i18n::ours().format(language, key, arguments);
    };
    if (leftover.code == "no_places") return said("matching.left_no_places");
    if (leftover.code == "all_taken" && leftover.department)
        return said("matching.left_all_taken_in",
                    {{"count", leftover.could_meet}, {"department", *leftover.department}});
    if (leftover.code == "all_taken") return said("matching.left_all_taken", {{"count", leftover.could_meet}});
    if (leftover.code == "kept_apart")
        return said("matching.left_kept_apart", {{"count", leftover.kept_apart.value_or(0)}});
    if (!leftover.rule) return said("matching.left_nobody");
    if (leftover.rule == "not_available") return said("matching.left_not_available");
    return said("matching.left_nobody_by",
                {{"count", leftover.taken}, {"rule", said("matching.rule_" + *leftover.rule)}});
}

}  // namespace matching
