#pragma once
// Before a run: what those who are there would give, and who or what would give more. Everything said is true in the
// engine's own sense: add these people, or change this rule, and the largest set of pairs is as large as stated.
//
// Only topics that may be counted are looked at, and only where somebody brings or wants the topic itself: what is
// private (rules 6 and 7) is never named, and a topic of the family is worth less than anybody should be promised.

#include "matching/engine/candidate_search.hpp"
#include "matching/engine/growth.hpp"
#include "matching/engine/progress.hpp"

namespace matching::engine {

// One topic as one side brings it and the other wants it.
struct TopicBalance {
    Topic topic = 0;
    Joining brought_by = Joining::mentors;
    std::int64_t wanted = 0;   // by so many people with a place
    std::int64_t brought = 0;  // by so many people with a place
    std::int64_t served = 0;   // so many of those who want it, at once, by somebody whom they could meet

    [[nodiscard]] std::int64_t missing() const { return wanted - served; }
};

// A kind of person who is not there yet. Where a rule asks for it, they stand on any of these levels, and in a
// department and at a site other than these (or at exactly this one); in nobody's line, with times and a language that
// suit. They need not bring or want anything else.
struct Newcomer {
    Joining joining = Joining::mentors;
    std::vector<Topic> brings;
    std::vector<Topic> wants;
    std::optional<std::int32_t> level_least;
    std::optional<std::int32_t> level_most;
    std::vector<Index> not_departments;
    std::vector<Index> not_sites;
    std::optional<Index> site;
};

struct DepartmentCount {
    Index department = 0;
    std::int64_t people = 0;
};

// So many newcomers of one kind fill all their places, after those of the steps before.
struct PlanStep {
    Newcomer kind;
    std::int64_t people = 0;
    std::int64_t pairs = 0;             // that are possible then
    std::int64_t could_meet = 0;        // who may be without a partner otherwise
    std::vector<DepartmentCount> whom;  // where those stand, most first; without those whose department is unknown
};

// What one thing holds back: so many pairs more would be possible without it.
struct RulePrice {
    Rule rule = Rule::level_gap;
    std::int64_t pairs = 0;
};
struct PlacesPrice {
    Joining side = Joining::mentors;
    std::int64_t people = 0;  // with a place
    std::int64_t pairs = 0;   // more, if each of them had one place more
};

struct Plan {
    std::int64_t mentor_places = 0;
    std::int64_t mentee_places = 0;
    std::int64_t pairs = 0;            // the most there can be
    std::vector<TopicBalance> topics;  // that are short, by how many
    std::vector<PlanStep> mentors;     // the kind that gives most first
    std::vector<PlanStep> mentees;
    std::vector<RulePrice> rules;  // that cost a pair, the dearest first
    std::vector<PlacesPrice> places;
};

struct PlanWish {
    std::vector<bool> may_count;     // by topic
    std::int32_t mentor_places = 1;  // of each newcomer
    std::int32_t mentee_places = 1;
    std::vector<Couple> locks;
    std::vector<Couple> bans;
};

inline constexpr std::size_t kMostSteps = 5;

// Refuses `cancelled`. At most kMostSteps kinds a side, chosen one after the other: each gives the most pairs of all
// kinds looked at. How many kinds are looked at is bounded; what is said of a kind is right whatever was not.
base::Result<Plan> make_plan(World const& world, PlanWish const& wish, Progress const& progress = {});

// Somebody of this kind, as a run would find them; `level`, `department` and `site` as the kind allows, `place` in a
// tree that holds them.
Profile profile_of(Newcomer const& kind, base::IdBytes const& person, std::optional<std::int32_t> level,
                   Index department, Index site, Index place, std::int32_t places);

}  // namespace matching::engine
