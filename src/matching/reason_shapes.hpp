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

// How many people one rule took from somebody; the line `other` says that there are more, never how many.
struct RuleTook {
    std::string rule;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> people_alone;  // that nothing else would have taken
};
BOOST_DESCRIBE_STRUCT(RuleTook, (), (rule, people, people_alone))

// Why somebody has no partner: `could_meet` people could meet them; `rule` took the most of the others.
struct LeftoverShown {
    std::string code;  // no_places | nobody | kept_apart | all_taken
    std::int64_t could_meet = 0;
    std::optional<std::string> rule;
    std::int64_t taken = 0;
    std::optional<std::string> department;       // where most of those who could meet them work
    std::optional<std::vector<RuleTook>> rules;  // empty: written before they were counted
    std::optional<std::int64_t> kept_apart;      // people whom a coordinator keeps apart from them
};
BOOST_DESCRIBE_STRUCT(LeftoverShown, (), (code, could_meet, rule, taken, department, rules, kept_apart))

struct RuleCount {
    std::string rule;
    std::int64_t pairs = 0;                   // that it stands in the way of
    std::optional<std::int64_t> pairs_alone;  // that nothing else would; not said of `other`
};
BOOST_DESCRIBE_STRUCT(RuleCount, (), (rule, pairs, pairs_alone))

ReasonsShown shown(engine::Explanation const& explanation, std::vector<std::string> const& topics);
LeftoverShown shown(engine::Leftover const& leftover, std::vector<std::string> const& departments);
// What is private is in no line of its own: the last one, `other`, holds it with who is together now or was before,
// who would gain too little, and the same person on both sides (rules 7).
std::vector<RuleCount> shown(engine::Candidates const& candidates);
// The same of counts that were written when it was.
std::vector<RuleCount> with_other_folded(std::vector<RuleCount> const& counts);

}  // namespace matching
