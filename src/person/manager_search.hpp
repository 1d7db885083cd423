#pragma once
// Who stands above whom, as an export says it: by number where the numbers are the file's own, by e-mail, by name.

#include <map>
#include <string>

#include "person/import_roll.hpp"

namespace person {

// Managers named by rows and found nowhere: they stand in the roll as names, so that their people are seen to share a
// line.
struct NamedManagers {
    std::map<std::string, std::size_t> by_key;       // name_key of the name, or the number
    std::map<std::size_t, std::int32_t> reports_of;  // direct ones
    std::map<std::string, std::int32_t> ambiguous;   // more than one person has this name
};

// Says in the plan's report whether the managers' numbers are another numbering. Expects every row to be recognised.
NamedManagers find_managers(ImportRoll& roll);

}  // namespace person
