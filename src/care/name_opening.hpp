#pragma once
// A name of anonymous first, opened by two named people together for a stated danger (rules 14): the confidential
// contact to whom a concern was told asks and says what the danger is; an administrator agrees. Only these two are
// shown the name. It stands in the log that they did it, and both people of the acquaintance are told.

#include <optional>
#include <string>

#include "care/concern.hpp"

namespace care {

using NameOpeningId = base::Id<struct NameOpeningTag>;

struct NameOpening {
    NameOpeningId id;
    ConcernId concern_id;
    ProgrammeId programme_id;
    PersonId asked_by;
    base::Day asked_on;
    std::string danger;
    std::optional<PersonId> agreed_by;
    std::optional<base::Day> agreed_on;
};

// Agreed to before it stays as it is, whoever agrees again. To whoever asked it is not there: it takes two people.
base::Result<NameOpening> agree(NameOpening opening, PersonId administrator, base::Day today);
// The two to whom the name is shown once it is agreed.
bool is_shown_name(NameOpening const& opening, PersonId person);

base::Refusal name_opening_not_found();

}  // namespace care
