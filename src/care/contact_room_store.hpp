#pragma once
// The only SQL that writes contact_rooms.

#include <optional>
#include <vector>

#include "care/concern_shapes.hpp"
#include "care/contact_room_shapes.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;
using access::Viewer;

// Whom the viewer can turn to in confidence (message/confidential_contact_store.hpp), and whether each is there today.
// While one is away, the first of the others who is not is there meanwhile.
std::vector<Contact> list_contacts(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, base::Day today);
// Could the person of this concern still turn to its contact?
bool is_contact_there(db::Tx& tx, OrganisationId organisation, Concern const& concern, base::Day today);
// Of a programme or of the whole organisation, by name.
std::vector<NamedContact> list_named_contacts(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// As somebody has set it; until then, there and 24 months. An absence that is over is none.
RoomSettings find_settings(db::Tx& tx, OrganisationId organisation, PersonId contact, base::Day today);
void save_settings(db::Tx& tx, Viewer const& viewer, RoomSettings const& settings);

struct CountedProgramme {
    ProgrammeId programme_id;
    std::int64_t people = 0;
};
// People who raised a concern with the viewer, from `since` on, each once a programme.
std::vector<CountedProgramme> count_people(db::Tx& tx, Viewer const& viewer, base::Day since);

// Contacts to whom something unread came that they were not told of, up to and with `through`; now they were.
std::vector<PersonId> mark_told(db::Tx& tx, OrganisationId organisation, base::Day through);

}  // namespace care::store
