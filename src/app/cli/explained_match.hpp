#pragma once
// `obverse match --explain`: why each pair of a rules file is one, both ways, and why somebody has no partner, with the
// smallest changes that would give them one. A rules file holds nothing private, so everything is said.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "app/cli/match.hpp"
#include "matching/engine/keeping.hpp"

namespace app {

// How one of a pair stands among all whom the other could have been paired with.
struct PairSeenBy {
    std::int64_t could_meet = 0;
    std::int64_t better = 0;  // worth more points
};
BOOST_DESCRIBE_STRUCT(PairSeenBy, (), (could_meet, better))

struct ExplainedPair {
    std::string mentor;
    std::string mentee;
    std::int64_t points = 0;
    std::vector<matching::RulePoints> why;
    PairSeenBy for_mentor;
    PairSeenBy for_mentee;
};
BOOST_DESCRIBE_STRUCT(ExplainedPair, (), (mentor, mentee, points, why, for_mentor, for_mentee))

struct TookPeople {
    std::string rule;
    std::int64_t people = 0;
    std::int64_t people_alone = 0;  // that no other rule would have taken
};
BOOST_DESCRIBE_STRUCT(TookPeople, (), (rule, people, people_alone))

// Applied to the same files with the same options, it gives the person a partner.
struct ExplainedRemedy {
    std::string kind;  // more_places | no_longer_apart | no_longer_together | without_rule
    std::vector<std::string> people;
    std::int32_t number = 1;  // more places with each of them
    std::optional<std::string> rule;
};
BOOST_DESCRIBE_STRUCT(ExplainedRemedy, (), (kind, people, number, rule))

struct ExplainedPerson {
    std::string person;
    std::string side;
    std::int64_t could_meet = 0;
    std::string reason;
    std::vector<TookPeople> rules;                         // the one that took most first
    std::optional<std::vector<ExplainedRemedy>> remedies;  // empty: not looked into
};
BOOST_DESCRIBE_STRUCT(ExplainedPerson, (), (person, side, could_meet, reason, rules, remedies))

struct MatchExplanation {
    std::vector<ExplainedPair> pairs;
    std::vector<ExplainedPerson> without_partner;
};
BOOST_DESCRIBE_STRUCT(MatchExplanation, (), (pairs, without_partner))

struct MatchedFiles {
    matching::RuleFile const& rules;
    matching::Table const& mentors;
    matching::Table const& mentees;
    matching::Capacities capacities;
};

// Remedies for the first `most_people` of `without_partner`.
base::Result<MatchExplanation> explain_match(MatchedFiles const& files, matching::FileSnapshot const& made,
                                             matching::engine::Kept const& kept,
                                             std::vector<WithoutPartner> const& without_partner,
                                             std::int32_t most_people);

}  // namespace app
