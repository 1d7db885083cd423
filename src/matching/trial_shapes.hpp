#pragma once
// What goes in and out about trials. Figures from 0 to 1000 stand nowhere beside a name (rules D22).

#include <array>
#include <optional>
#include <vector>

#include "matching/engine/quality.hpp"
#include "matching/match_run_shapes.hpp"

namespace matching::engine {

BOOST_DESCRIBE_STRUCT(Spread, (), (mean, median, fifth_percentile, least))
BOOST_DESCRIBE_STRUCT(Quality, (),
                      (pairs, mentors_reached, mentees_reached, mentor, mentee, together, one_sided, fit_both_ways, fit,
                       fit_thin, blocking_pairs, blocking_people))

}  // namespace matching::engine

namespace matching {

// The switches of a programme, all of them; see Settings.
struct TriedRules {
    std::optional<std::int32_t> level_gap_least;
    std::optional<std::int32_t> level_gap_most;
    programme::DepartmentRule department_rule = programme::DepartmentRule::any;
    programme::SiteRule site_rule = programme::SiteRule::any;
    bool needs_common_time = true;
    bool needs_common_language = true;
};
BOOST_DESCRIBE_STRUCT(TriedRules, (),
                      (level_gap_least, level_gap_most, department_rule, site_rule, needs_common_time,
                       needs_common_language))

// What is left out is as it stands: the programme's weights, rules and wishes, the objective and the seed of the run
// it is compared with.
struct NewTrial {
    std::optional<MatchRunId> compared_with;
    std::optional<Objective> objective;
    std::optional<Priority> priority;
    std::optional<programme::Weights> weights;
    std::optional<TriedRules> rules;
    std::optional<std::vector<CoupleShown>> together;
    std::optional<std::vector<CoupleShown>> apart;
    std::optional<std::vector<CoupleShown>> no_longer_together;
    std::optional<std::vector<CoupleShown>> no_longer_apart;
};
BOOST_DESCRIBE_STRUCT(NewTrial, (),
                      (compared_with, objective, priority, weights, rules, together, apart, no_longer_together,
                       no_longer_apart))

// Two people to be kept together who would not be. `rules` are the public ones between them, or `not_available`.
struct NotPlaced {
    PersonShown mentor;
    PersonShown mentee;
    std::string reason;  // apart | not_available | no_place
    std::vector<std::string> rules;
};
BOOST_DESCRIBE_STRUCT(NotPlaced, (), (mentor, mentee, reason, rules))

struct MovedPair {
    PersonShown mentor;
    PersonShown mentee;
};
BOOST_DESCRIBE_STRUCT(MovedPair, (), (mentor, mentee))

// Against the pairs of a run, which are measured by the weights of the trial.
struct TrialDifference {
    MatchRunId match_run_id;
    std::int32_t number = 1;
    engine::Quality before;
    std::int64_t pairs_kept = 0;
    std::int64_t pairs_lost = 0;
    std::int64_t pairs_gained = 0;
    std::int64_t people_moved = 0;
    std::vector<MovedPair> lost;  // the first hundred
    std::vector<MovedPair> gained;
};
BOOST_DESCRIBE_STRUCT(TrialDifference, (),
                      (match_run_id, number, before, pairs_kept, pairs_lost, pairs_gained, people_moved, lost, gained))

struct Trial {
    Objective objective = Objective::best;
    Priority priority = Priority::most_pairs;
    std::int64_t mentors = 0;  // with a free place
    std::int64_t mentees = 0;
    std::int64_t allowed_pairs = 0;
    engine::Quality quality;
    std::vector<NotPlaced> not_placed;
    std::optional<TrialDifference> difference;
};
BOOST_DESCRIBE_STRUCT(Trial, (),
                      (objective, priority, mentors, mentees, allowed_pairs, quality, not_placed, difference))

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::TriedRules> =
    std::array{meta::Limit{"level_gap_least", -20, 20, "Level of the mentee minus level of the mentor"},
               meta::Limit{"level_gap_most", -20, 20}};
template <>
inline constexpr auto meta::limits<matching::NewTrial> = std::array{
    meta::Limit{"together", 0, 50, "Kept together beside the wishes of the programme"}, meta::Limit{"apart", 0, 50},
    meta::Limit{"no_longer_together", 0, 50, "Wishes left out"}, meta::Limit{"no_longer_apart", 0, 50}};
