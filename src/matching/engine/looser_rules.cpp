#include "matching/engine/looser_rules.hpp"

#include <algorithm>

namespace matching::engine {

namespace {

LooserRules loosened_gap(Rules rules, Loosening end, std::int32_t levels) {
    if (end == Loosening::gap_least)
        *rules.gap_least -= levels;
    else
        *rules.gap_most += levels;
    return {end, levels, rules};
}

LooserRules without_rule(Rules rules, Loosening loosening) {
    if (loosening == Loosening::other_department) rules.other_department = false;
    if (loosening == Loosening::site) rules.site = SiteRule::any;
    if (loosening == Loosening::common_time) rules.common_time = false;
    if (loosening == Loosening::common_language) rules.common_language = false;
    return {loosening, 0, rules};
}

std::optional<LooserRules> looser_gap_between(Rules const& rules, Profile const& mentor, Profile const& mentee) {
    if (!mentor.level || !mentee.level) return std::nullopt;
    auto const gap = *mentee.level - *mentor.level;
    if (rules.gap_least && gap < *rules.gap_least)
        return loosened_gap(rules, Loosening::gap_least, *rules.gap_least - gap);
    if (rules.gap_most && gap > *rules.gap_most) return loosened_gap(rules, Loosening::gap_most, gap - *rules.gap_most);
    return std::nullopt;
}

}  // namespace

Rule rule_of(Loosening loosening) {
    switch (loosening) {
        case Loosening::gap_least:
        case Loosening::gap_most:
            return Rule::level_gap;
        case Loosening::other_department:
            return Rule::same_department;
        case Loosening::site:
            return Rule::site;
        case Loosening::common_time:
            return Rule::no_common_time;
        case Loosening::common_language:
            break;
    }
    return Rule::no_common_language;
}

std::vector<LooserRules> looser_than(Rules const& rules) {
    std::vector<LooserRules> looser;
    for (std::int32_t levels = 1; levels <= kMostLevels; ++levels) {
        if (rules.gap_least) looser.push_back(loosened_gap(rules, Loosening::gap_least, levels));
        if (rules.gap_most) looser.push_back(loosened_gap(rules, Loosening::gap_most, levels));
    }
    if (rules.other_department) looser.push_back(without_rule(rules, Loosening::other_department));
    if (rules.site != SiteRule::any) looser.push_back(without_rule(rules, Loosening::site));
    if (rules.common_time) looser.push_back(without_rule(rules, Loosening::common_time));
    if (rules.common_language) looser.push_back(without_rule(rules, Loosening::common_language));
    return looser;
}

std::optional<LooserRules> looser_between(Rules const& rules, Profile const& mentor, Profile const& mentee, Rule rule) {
    if (rule == Rule::level_gap) return looser_gap_between(rules, mentor, mentee);
    for (auto const loosening :
         {Loosening::other_department, Loosening::site, Loosening::common_time, Loosening::common_language})
        if (rule == rule_of(loosening)) return without_rule(rules, loosening);
    return std::nullopt;
}

}  // namespace matching::engine
