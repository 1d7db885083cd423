#pragma once
// What the people who are there would give, and who or what would give more (matching/engine/plan.hpp). Words for a
// coordinator while enrolment is open; nothing of it names a person or a private topic.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "matching/match_run.hpp"

namespace matching {

struct TopicShortage {
    std::string topic;
    Side wanted_by = Side::mentee;
    std::int64_t wanted = 0;
    std::int64_t brought = 0;
    std::int64_t missing = 0;
};
BOOST_DESCRIBE_STRUCT(TopicShortage, (), (topic, wanted_by, wanted, brought, missing))

struct PeopleInDepartment {
    std::string department;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(PeopleInDepartment, (), (department, people))

struct MissingPeople {
    Side side = Side::mentor;
    std::int64_t people = 0;
    std::int32_t places_each = 1;
    std::int64_t pairs = 0;
    std::vector<std::string> brings;
    std::vector<std::string> wants;
    std::optional<std::int32_t> level_least;
    std::optional<std::int32_t> level_most;
    std::vector<std::string> departments;
    std::vector<std::string> not_departments;
    std::optional<std::string> site;
    std::vector<std::string> not_sites;
    std::int64_t could_meet = 0;
    std::vector<PeopleInDepartment> whom;
};
BOOST_DESCRIBE_STRUCT(MissingPeople, (),
                      (side, people, places_each, pairs, brings, wants, level_least, level_most, departments,
                       not_departments, site, not_sites, could_meet, whom))

struct RuleCost {
    std::string rule;
    std::int64_t pairs = 0;
};
BOOST_DESCRIBE_STRUCT(RuleCost, (), (rule, pairs))

struct PlacesCost {
    Side side = Side::mentor;
    std::int64_t people = 0;
    std::int64_t pairs = 0;
};
BOOST_DESCRIBE_STRUCT(PlacesCost, (), (side, people, pairs))

struct MatchPlan {
    std::int64_t mentor_places = 0;
    std::int64_t mentee_places = 0;
    std::int64_t pairs = 0;
    std::vector<TopicShortage> topics;
    std::vector<MissingPeople> missing_people;
    std::vector<RuleCost> rules;
    std::vector<PlacesCost> places;
};
BOOST_DESCRIBE_STRUCT(MatchPlan, (), (mentor_places, mentee_places, pairs, topics, missing_people, rules, places))

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::TopicShortage> = std::array{
    meta::doc("wanted", "By so many people with a place, on the side that wants it"),
    meta::doc("brought", "By so many people with a place, on the other side"),
    meta::doc("missing", "So many of those who want it can be served by nobody whom they could meet, all at once")};
template <>
inline constexpr auto meta::limits<matching::MissingPeople> =
    std::array{meta::doc("people", "So many newcomers of this kind, after those before them on the same side"),
               meta::doc("pairs", "That are possible then, in all"),
               meta::doc("departments", "Where they may stand; empty: see not_departments"),
               meta::doc("not_departments", "Where they may not; empty: anywhere"),
               meta::doc("could_meet", "So many people who may be without a partner otherwise could meet one of them"),
               meta::doc("whom", "Where those stand, most first")};
template <>
inline constexpr auto meta::limits<matching::RuleCost> =
    std::array{meta::doc("pairs", "So many more would be possible without it")};
template <>
inline constexpr auto meta::limits<matching::PlacesCost> =
    std::array{meta::doc("people", "Who have a place on this side"),
               meta::doc("pairs", "So many more would be possible if each of them had one place more")};
template <>
inline constexpr auto meta::limits<matching::MatchPlan> =
    std::array{meta::doc("pairs", "The most there can be with the people who are there")};
