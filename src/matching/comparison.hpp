#pragma once
// Two runs beside each other, person by person: who keeps whom, who has somebody else, who has somebody only now, and
// who only had. Pure.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "matching/match_run.hpp"

namespace matching {

enum class Change { moved, gained, lost, kept };
BOOST_DESCRIBE_ENUM(Change, moved, gained, lost, kept)

struct ComparedCouple {
    PersonId mentor_id;
    PersonId mentee_id;
};

// Of one person on one side; positions of their couples in the two lists.
struct ComparedPlace {
    Side side = Side::mentor;
    PersonId person_id;
    Change change = Change::kept;
    std::vector<std::size_t> before;
    std::vector<std::size_t> now;
};

struct SideChanges {
    std::int64_t moved = 0;   // at least one other partner
    std::int64_t gained = 0;  // a partner only now
    std::int64_t lost = 0;    // only before
    std::int64_t kept = 0;
};
BOOST_DESCRIBE_STRUCT(SideChanges, (), (moved, gained, lost, kept))

struct Compared {
    std::vector<ComparedPlace> places;
    SideChanges mentors;
    SideChanges mentees;
};

// Without `hidden` and whoever stands with them in either list (rules 13): neither a row nor a figure.
Compared compare(std::vector<ComparedCouple> const& before, std::vector<ComparedCouple> const& now,
                 std::optional<PersonId> hidden);

base::Refusal run_has_no_pairs();
base::Refusal runs_of_two_programmes();

}  // namespace matching
