#include "matching/reason_shapes.hpp"

namespace matching {

namespace {

constexpr char const* kOtherRule = "other";

ReasonShown shown_reason(engine::Reason const& reason, std::vector<std::string> const& topics) {
    ReasonShown answer{engine::name_of(reason.code), {}, {}, reason.number, {}};
    if (reason.topic) answer.topic = topics[*reason.topic];
    if (reason.other_topic) answer.other_topic = topics[*reason.other_topic];
    if (reason.style) answer.style = *reason.style == engine::Style::first ? "first" : "second";
    return answer;
}

std::vector<ReasonShown> shown_reasons(std::vector<engine::Reason> const& reasons,
                                       std::vector<std::string> const& topics) {
    std::vector<ReasonShown> answers;
    for (auto const& reason : reasons) answers.push_back(shown_reason(reason, topics));
    return answers;
}

}  // namespace

ReasonsShown shown(engine::Explanation const& explanation, std::vector<std::string> const& topics) {
    return {shown_reasons(explanation.for_mentor, topics), shown_reasons(explanation.for_mentee, topics),
            shown_reasons(explanation.shared, topics)};
}

LeftoverShown shown(engine::Leftover const& leftover, std::vector<std::string> const& departments) {
    LeftoverShown answer{
        engine::name_of(leftover.code), leftover.could_meet, {}, leftover.taken, {}, {}, leftover.kept_apart};
    if (leftover.rule) answer.rule = engine::name_of(*leftover.rule);
    if (leftover.department) answer.department = departments[*leftover.department];
    answer.rules.emplace();
    for (auto const& each : leftover.rules)
        answer.rules->push_back({engine::name_of(each.rule), each.people, each.people_alone});
    if (leftover.has_others) answer.rules->push_back({kOtherRule, {}, {}});
    return answer;
}

std::vector<RuleCount> shown(engine::Candidates const& candidates) {
    std::vector<RuleCount> counts;
    RuleCount other{kOtherRule, 0, {}};
    for (std::size_t number = 0; number < engine::kRules; ++number) {
        auto const rule = static_cast<engine::Rule>(number);
        if (engine::is_other(rule))
            other.pairs += candidates.taken[number];
        else
            counts.push_back({engine::name_of(rule), candidates.taken[number], candidates.taken_alone[number]});
    }
    counts.push_back(other);
    return counts;
}

std::vector<RuleCount> with_other_folded(std::vector<RuleCount> const& counts) {
    std::vector<RuleCount> folded;
    RuleCount other{kOtherRule, 0, {}};
    for (auto const& count : counts)
        if (count.rule == engine::name_of(engine::Rule::already_partners) ||
            count.rule == engine::name_of(engine::Rule::not_available) || count.rule == kOtherRule)
            other.pairs += count.pairs;
        else
            folded.push_back(count);
    folded.push_back(other);
    return folded;
}

}  // namespace matching
