#pragma once
// The days after a pair in which runs leave somebody out on the side they were on (R39): written by the room above, by
// a call downward, when others may learn that the pair has finished. Nobody reads them but a run.

#include <optional>

#include "matching/match_run.hpp"
#include "platform/db/db.hpp"

namespace matching::store {

struct Cooling {
    ProgrammeId programme;
    PersonId person;
    Side side = Side::mentor;
    std::optional<base::Day> until_on;  // the first day of new suggestions; empty: until they say so
};
// In place of one that stands.
void save_cooling(db::Tx& tx, OrganisationId organisation, Cooling const& cooling);

}  // namespace matching::store
