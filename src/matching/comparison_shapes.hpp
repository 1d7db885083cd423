#pragma once
// What goes in and out about two runs beside each other.

#include <array>

#include "matching/comparison.hpp"
#include "matching/match_run_shapes.hpp"
#include "platform/page.hpp"

namespace matching {

enum class ComparisonSort { name, change };
BOOST_DESCRIBE_ENUM(ComparisonSort, name, change)

struct ComparisonQuery : page::Request {
    MatchRunId with;
    std::optional<std::string> search;
    std::optional<Side> side;
    std::optional<Change> change;
    std::optional<ComparisonSort> sort;
};
BOOST_DESCRIBE_STRUCT(ComparisonQuery, (page::Request), (with, search, side, change, sort))

struct ComparedPartner {
    PersonShown person;
    std::string fit;
};
BOOST_DESCRIBE_STRUCT(ComparedPartner, (), (person, fit))

struct ComparedPerson {
    PersonShown person;
    Side side = Side::mentor;
    Change change = Change::kept;
    std::vector<ComparedPartner> before;
    std::vector<ComparedPartner> now;
};
BOOST_DESCRIBE_STRUCT(ComparedPerson, (), (person, side, change, before, now))

struct ComparedRun {
    MatchRunId id;
    std::int32_t number = 1;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ComparedRun, (), (id, number, created_at))

struct RunComparison {
    ComparedRun before;
    ComparedRun now;
    SideChanges mentors;
    SideChanges mentees;
    std::vector<ComparedPerson> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(RunComparison, (), (before, now, mentors, mentees, items, next_cursor))

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::ComparisonQuery> = page::limits(
    meta::doc("with", "The run to compare with: what was before"), meta::Limit{"search", 1, 100, "Part of a name"});
