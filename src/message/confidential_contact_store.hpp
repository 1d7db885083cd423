#pragma once
// To whom one can turn in confidence. Reads roles and the tree; writes nothing.

#include <vector>

#include "message/person_name.hpp"
#include "platform/db/db.hpp"

namespace message::store {

// Of the programme or of the whole organisation, by name: never the viewer, anybody above or below them in the tree, a
// partner of theirs, nor who coordinates, sponsors, analyses or administers there (rules 13).
std::vector<PersonName> list_contacts(db::Tx& tx, access::Viewer const& viewer, access::ProgrammeId programme);

PersonName name_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);

}  // namespace message::store
