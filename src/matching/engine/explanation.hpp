#pragma once
// Why, as data: codes with topics and numbers, which the pages turn into sentences. Nothing private can be said with
// them: a private topic is `private_topic` unless both holders let it be named (rules 6), and what stands between two
// people is a public rule or `not_available` (rules 7).

#include <cstdint>
#include <optional>
#include <vector>

#include "matching/engine/assignment.hpp"
#include "matching/engine/candidate_search.hpp"

namespace matching::engine {

enum class ReasonCode : std::uint8_t {
    topic_equal,      // topic
    topic_family,     // topic wanted, other_topic brought
    private_topic,    // a topic both chose to keep private
    same_style,       // number: the question, 0..5; first: which answer both gave
    opposite_styles,  // talking: one speaks first, the other would rather listen
    other_department,
    other_site,
    same_site,
    common_time,         // number: half hours a week
    leads_organisation,  // number: steps between the two, as both must know (rules 1 iv)
};
char const* name_of(ReasonCode code);

struct Reason {
    ReasonCode code = ReasonCode::topic_equal;
    std::optional<Topic> topic;
    std::optional<Topic> other_topic;
    std::optional<std::int32_t> number;
    std::optional<Style> style;
};

// In words instead of figures (rules D22).
enum class Fit : std::uint8_t { both_ways, fits, thin_for_mentor, thin_for_mentee };
Fit fit_of(Benefit const& benefit);
char const* name_of(Fit fit);

struct Explanation {
    std::vector<Reason> for_mentor;  // the mentor's wants that the mentee brings
    std::vector<Reason> for_mentee;
    std::vector<Reason> shared;
    Fit fit = Fit::fits;
};

Explanation explain(World const& world, ReportingTree const& tree, Profile const& mentor, Profile const& mentee);

enum class LeftoverCode : std::uint8_t {
    no_places,   // has said so
    nobody,      // rules leave nobody: `rule` took the most
    kept_apart,  // from everybody whom the rules leave
    all_taken,   // `could_meet` people could meet them, all hold partners
};
char const* name_of(LeftoverCode code);

// How many people a public rule took from somebody, and how many it alone took.
struct TakenBy {
    Rule rule = Rule::above;
    std::int64_t people = 0;
    std::int64_t people_alone = 0;
};

struct Leftover {
    Index position = 0;
    LeftoverCode code = LeftoverCode::nobody;
    std::int64_t could_meet = 0;  // without those they are kept apart from
    std::int64_t kept_apart = 0;
    // The public rule that took the most; `not_available`, without a number, where only what is *other* took anybody.
    std::optional<Rule> rule;
    std::int64_t taken = 0;
    std::vector<TakenBy> rules;       // public ones, the one that took most first
    bool has_others = false;          // *other* took somebody too: never how many
    std::optional<Index> department;  // where most of those they could meet work
};

struct Leftovers {
    std::vector<Leftover> mentors;
    std::vector<Leftover> mentees;
};
Leftovers explain_leftovers(World const& world, Candidates const& candidates, Assignment const& assignment,
                            std::vector<Couple> bans = {});

}  // namespace matching::engine
