#pragma once
// The only SQL that writes mondays. Counts come from what a coordinator is shown of pairs, and from nothing else.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "care/monday.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;

// Without the pairs that the reader is part of (rules 13).
MondayCounts count_for_monday(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId reader,
                              base::Instant now);

// Those with pairs that run, and who coordinates them; a programme is begun once a week.
struct Monday {
    MondayId id;
    ProgrammeId programme_id;
    std::vector<PersonId> readers;
};
std::vector<Monday> begin_mondays(db::Tx& tx, OrganisationId organisation, base::Day week_on);
std::optional<ProgrammeId> find_programme_of_monday(db::Tx& tx, OrganisationId organisation, MondayId monday);

}  // namespace care::store
