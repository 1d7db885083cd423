#pragma once
// Carries a staged import out, as a job of many small transactions: first the people, a hundred at a time, then in one
// transaction everybody's place in the tree, and whoever goes. May be repeated: the plan is made again from the staged
// cells, and what is already there is found and left alone.

#include <optional>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "person/people_import_actions.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/board.hpp"

namespace person {

// `by`: whoever brings the people in; nobody for the house itself.
ImportGround load_ground(db::Tx& tx, access::OrganisationId organisation, std::optional<PersonId> by,
                         base::Instant now);

// Refuses with jobs::cancelled when somebody called it off: whom it had saved by then stays, nobody goes.
base::Result<bool> carry_out_import(jobs::Work& work, PeopleImportId id);

}  // namespace person
