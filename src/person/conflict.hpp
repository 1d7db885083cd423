#pragma once
// A conflict held by HR, an investigation for instance: these two must not be joined, and nobody is told why (rules 7).
// Entered and read by the role `conflicts` alone, which is never a coordinator's; to everybody else it reads "not
// available to each other", as a dozen other causes do.

#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace person {

using ConflictId = base::Id<struct ConflictTag>;

// Two people who are both known now.
struct ConflictPair {
    access::PersonId one_id;
    access::PersonId other_id;
};
BOOST_DESCRIBE_STRUCT(ConflictPair, (), (one_id, other_id))

// Which of those found is meant? `pointer` names the field. Refuses: nobody_of_this_name; several_of_this_name.
base::Result<access::PersonId> only_one(std::vector<access::PersonId> const& found, std::string const& pointer);

base::Refusal same_person();

}  // namespace person
