#pragma once
// Why two people are not suggested to each other, as it is asked and answered.

#include <array>

#include "matching/match_run_shapes.hpp"

namespace matching {

struct WhyNotQuery {
    PersonId mentor_id;
    PersonId mentee_id;
    std::optional<MatchRunId> match_run_id;  // where they may meet: what putting them together would do to it
};
BOOST_DESCRIBE_STRUCT(WhyNotQuery, (), (mentor_id, mentee_id, match_run_id))

// What would lift a rule from between two people; it is not said that nothing else would stand there then.
enum class Lift {
    looser_levels,      // the gap from `gap_least` to `gap_most`
    any_department,     // the programme's rule taken back
    any_site,           //
    complete_line,      // of `people`
    enter_level,        // of `people`
    bring_topics,       // one of `topics`, or another of its family
    an_hour_in_common,  //
    a_language_in_common,
    nothing,  // it is as it is
};
BOOST_DESCRIBE_ENUM(Lift, looser_levels, any_department, any_site, complete_line, enter_level, bring_topics,
                    an_hour_in_common, a_language_in_common, nothing)

struct RuleBetween {
    std::string rule;
    Lift lift = Lift::nothing;
    std::optional<std::int32_t> gap_least;
    std::optional<std::int32_t> gap_most;
    std::vector<PersonId> people;
    std::vector<std::string> topics;
};
BOOST_DESCRIBE_STRUCT(RuleBetween, (), (rule, lift, gap_least, gap_most, people, topics))

// Where two people may meet: whom each holds in the run of today, and what that run would be with the two together.
struct TogetherInRun {
    bool is_pair = false;
    std::vector<PersonShown> mentor_holds;
    std::vector<PersonShown> mentee_holds;
    std::optional<std::string> unplaced;  // apart | no_place | other_way_round: it cannot be done
    std::int64_t pairs_before = 0;
    std::int64_t pairs = 0;
    std::int64_t total_benefit_before = 0;
    std::int64_t total_benefit = 0;
    std::int64_t moved = 0;  // pairs of the run that would go
};
BOOST_DESCRIBE_STRUCT(TogetherInRun, (),
                      (is_pair, mentor_holds, mentee_holds, unplaced, pairs_before, pairs, total_benefit_before,
                       total_benefit, moved))

// Nothing stands between them: the rules are empty and the reasons say what would speak for it.
struct WhyNot {
    std::vector<RuleBetween> rules;
    bool is_kept_apart = false;  // by a coordinator
    std::optional<ReasonsShown> reasons;
    std::optional<TogetherInRun> together;
};
BOOST_DESCRIBE_STRUCT(WhyNot, (), (rules, is_kept_apart, reasons, together))

}  // namespace matching
