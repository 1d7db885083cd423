#pragma once
// `obverse match`: the engine on two tables and a rules file (docs/rules.md), without a server or a database.

#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "app/cli/suggested_match.hpp"
#include "app/cli/two_tables.hpp"
#include "base/result.hpp"
#include "matching/file_snapshot.hpp"
#include "matching/floors_shapes.hpp"
#include "matching/objective.hpp"

namespace app {

struct MatchOptions {
    TablePaths tables;
    std::string rules_path;
    std::string locks_path;  // empty: none
    std::string bans_path;
    std::string keep_path;
    std::int32_t keep_bonus = 100;
    std::optional<std::int64_t> most_moves;
    matching::engine::Objective objective = matching::engine::Objective::best;
    matching::engine::Priority priority = matching::engine::Priority::most_pairs;
    matching::Capacities capacities;
    std::uint64_t seed = 0;
    matching::Pace pace;
    std::string pairs_path;
    std::string report_path;
    std::string audit_path;    // read when everything is written; empty: none
    std::string explain_path;  // empty: nothing is explained
    std::int32_t explained_people = 100;
    std::optional<std::int32_t> suggestions_each;  // lists for a place; empty: nothing is suggested
    std::string suggestions_path;
};

struct ForbiddenByRule {
    std::string rule;
    std::int64_t pairs = 0;
};
BOOST_DESCRIBE_STRUCT(ForbiddenByRule, (), (rule, pairs))

// Somebody without a partner: with whom they could have been paired, and whether all those are taken.
struct WithoutPartner {
    std::string person;
    std::string side;
    std::int64_t could_meet = 0;
    std::string reason;  // nobody_allowed | no_places | all_places_taken
};
BOOST_DESCRIBE_STRUCT(WithoutPartner, (), (person, side, could_meet, reason))

// What a report was made of, so that `obverse match check` can make it again. Paths as they were given; empty: none.
struct MatchInputs {
    std::string mentors;
    std::string mentees;
    std::string people;
    std::string rules;
    std::string locks;
    std::string bans;
    std::string keep;
    std::string pairs;
    std::int32_t mentor_capacity = 1;
    std::int32_t mentee_capacity = 1;
    std::int32_t keep_bonus = 100;
    std::optional<std::int64_t> most_moves;
    std::optional<std::int32_t> suggest;
    std::optional<std::string> suggestions;
};
BOOST_DESCRIBE_STRUCT(MatchInputs, (),
                      (mentors, mentees, people, rules, locks, bans, keep, pairs, mentor_capacity, mentee_capacity,
                       keep_bonus, most_moves, suggest, suggestions))

// What was kept of the pairs of before.
struct KeptPairs {
    std::int64_t before = 0;
    std::int64_t moves = 0;  // that were given up
    std::int32_t bonus = 0;  // that was needed
    std::int64_t held = 0;   // as if they were locked, because no bonus did
};
BOOST_DESCRIBE_STRUCT(KeptPairs, (), (before, moves, bonus, held))

// What the certificate of a report is about: every pair that no rule forbids, or those that went to the solver.
inline constexpr char const* kAllAllowedPairs = "all_allowed_pairs";
inline constexpr char const* kListedPairs = "listed_pairs";

struct MatchReport {
    MatchInputs inputs;
    matching::engine::Objective objective = matching::engine::Objective::best;
    matching::engine::Priority priority = matching::engine::Priority::most_pairs;
    std::int64_t seed = 0;
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::int64_t possible_pairs = 0;
    std::int64_t allowed_pairs = 0;
    std::optional<std::int64_t> best_of_each;        // so many of each person went in; none: all allowed pairs
    std::vector<ForbiddenByRule> forbidden_by_rule;  // a pair counts at each rule that forbids it
    std::int64_t pairs = 0;
    std::int64_t total_benefit = 0;
    std::int64_t mentors_reached = 0;
    std::int64_t mentees_reached = 0;
    std::int64_t blocking_pairs = 0;
    std::int64_t least_benefit = 0;               // of a pair; 0 without pairs
    std::optional<matching::FloorsShown> floors;  // objective fair
    std::vector<WithoutPartner> without_partner;
    std::optional<KeptPairs> kept;                // with --keep
    std::optional<SuggestionReport> suggestions;  // with --suggest
    std::string certificate;                      // "verified", or what is wrong
    std::string proved_among;                     // kAllAllowedPairs or kListedPairs
    std::int64_t added_pairs = 0;                 // beside the best of each, because the answer asked for them
    std::string snapshot_hash;
    std::string result_hash;
    std::int64_t engine_version = 0;
};
BOOST_DESCRIBE_STRUCT(MatchReport, (),
                      (inputs, objective, priority, seed, mentors, mentees, possible_pairs, allowed_pairs, best_of_each,
                       forbidden_by_rule, pairs, total_benefit, mentors_reached, mentees_reached, blocking_pairs,
                       least_benefit, floors, without_partner, kept, suggestions, certificate, proved_among,
                       added_pairs, snapshot_hash, result_hash, engine_version))

// The verb with its arguments (without `obverse match`). Exit codes: 0 done, 1 refused (the sentence on `err`),
// 2 wrong arguments, 3 the result did not verify.
int match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

// `obverse match check REPORT`: makes the report's result once more from the files it names. 0 the same, 1 a file is
// missing or damaged, 3 something differs (each in a line on `err`).
int check_match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
