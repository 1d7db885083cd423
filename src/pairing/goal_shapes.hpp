#pragma once
// What goes in and out about goals, the ladder and targets. Only the two ever see them.

#include <array>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "pairing/goal.hpp"

namespace pairing {

struct LadderTopic {
    std::string key;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(LadderTopic, (), (key, name))

struct Ladder {
    std::vector<LadderTopic> topics;  // what your partner brings and you want
    std::vector<LadderMark> own;
    std::vector<LadderTopic> partner_topics;
    std::vector<LadderMark> partner;
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (topics, own, partner_topics, partner))

struct Targets {
    std::vector<std::string> own;
    std::vector<std::string> partner;
    std::optional<base::Day> echo_on;  // from then on you may say what became of them; empty while the pair runs
    std::optional<Echo> echo;          // yours; your partner is shown their own
    // On that day all of it is deleted, and from it on nothing more can be said; empty while the pair runs.
    std::optional<base::Day> kept_until;
};
BOOST_DESCRIBE_STRUCT(Targets, (), (own, partner, echo_on, echo, kept_until))

struct PairGoals {
    Side side = Side::mentor;  // yours
    std::vector<Goal> goals;
    Ladder ladder;
    Targets targets;
    bool may_change = false;  // goals and the ladder: while the pair runs
};
BOOST_DESCRIBE_STRUCT(PairGoals, (), (side, goals, ladder, targets, may_change))

struct GoalChange {
    std::int32_t version = 0;  // the one it was read with; 0 for a new one
    std::string text;
    std::vector<GoalStep> steps;
    bool is_reached = false;
};
BOOST_DESCRIBE_STRUCT(GoalChange, (), (version, text, steps, is_reached))

struct LadderChange {
    std::vector<LadderMark> marks;
};
BOOST_DESCRIBE_STRUCT(LadderChange, (), (marks))

struct TargetsChange {
    std::vector<std::string> targets;
};
BOOST_DESCRIBE_STRUCT(TargetsChange, (), (targets))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::GoalChange> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 for a new one"},
               meta::Limit{"text", 1, 300, "What one of the two takes away, in their own words"},
               meta::Limit{"steps", 0, 8, "On the way there; an empty one is left out"}};
template <>
inline constexpr auto meta::limits<pairing::LadderChange> =
    std::array{meta::Limit{"marks", 0, 12, "Yours, all of them"}};
template <>
inline constexpr auto meta::limits<pairing::TargetsChange> =
    std::array{meta::Limit{"targets", 0, 3, "What you will have done ninety days after the end", 1, 300}};
