#pragma once
// Why, as it is stored and sent: codes with topics and numbers. The pages make sentences of them.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "matching/engine/explanation.hpp"

namespace matching {

struct ReasonShown {
    std::string code;
    std::optional<std::string> topic;
    std::optional<std::string> other_topic;
    std::optional<std::int32_t> number;
    std::optional<std::string> style;  // first | second: which answer both gave
};
BOOST_DESCRIBE_STRUCT(ReasonShown, (), (code, topic, other_topic, number, style))

struct ReasonsShown {
    std::vector<ReasonShown> for_mentor;
    std::vector<ReasonShown> for_mentee;
    std::vector<ReasonShown> shared;
};
BOOST_DESCRIBE_STRUCT(ReasonsShown, (), (for_mentor, for_mentee, shared))

// Why somebody has no partner: `could_meet` people could meet them; `rule` took the most of the others.
struct LeftoverShown {
    std::string code;  // no_places | nobody | all_taken
    std::int64_t could_meet = 0;
    std::optional<std::string> rule;
    std::int64_t taken = 0;
    std::optional<std::string> department;
};
BOOST_DESCRIBE_STRUCT(LeftoverShown, (), (code, could_meet, rule, taken, department))

struct RuleCount {
    std::string rule;
    std::int64_t pairs = 0;        // that it stands in the way of
    std::int64_t pairs_alone = 0;  // that nothing else would
};
BOOST_DESCRIBE_STRUCT(RuleCount, (), (rule, pairs, pairs_alone))

ReasonsShown shown(engine::Explanation const& explanation, std::vector<std::string> const& topics);
std::vector<RuleCount> shown(engine::Candidates const& candidates);

}  // namespace matching
