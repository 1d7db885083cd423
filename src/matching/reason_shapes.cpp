#include "matching/reason_shapes.hpp"

namespace matching {

namespace {

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

std::vector<RuleCount> shown(engine::Candidates const& candidates) {
    std::vector<RuleCount> counts;
    for (std::size_t rule = 1; rule < engine::kRules; ++rule)
        counts.push_back(
            {engine::name_of(static_cast<engine::Rule>(rule)), candidates.taken[rule], candidates.taken_alone[rule]});
    return counts;
}

}  // namespace matching
