#pragma once
// The only SQL that writes agenda_items, private_notes, shared_notes, promises and teach_backs. Texts are opened with
// the keys of this installation and never searched or sorted by the database.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "meeting/notebook.hpp"
#include "meeting/teach_back.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// Whose words these are: everything here belongs to a meeting that the caller has found for the viewer.
struct Shelf {
    crypto::Keys const& keys;
    access::OrganisationId organisation;
    PairingId pairing;
    MeetingId meeting;
};

std::vector<AgendaItem> list_agenda(db::Tx& tx, Shelf const& shelf);
// By whatever meeting of whomever: an id is given once.
bool is_taken(db::Tx& tx, Shelf const& shelf, AgendaItemId id);
void save_item(db::Tx& tx, Shelf const& shelf, AgendaItem const& item);
void remove_item(db::Tx& tx, Shelf const& shelf, AgendaItemId id);

Note find_private_note(db::Tx& tx, Shelf const& shelf, Side side);
void save_private_note(db::Tx& tx, Shelf const& shelf, Side side, Note const& note);
Note find_shared_note(db::Tx& tx, Shelf const& shelf);
void save_shared_note(db::Tx& tx, Shelf const& shelf, Note const& note);

// Of this meeting, and of earlier ones of the pair what is not done; in the order they were made.
std::vector<Promise> list_promises(db::Tx& tx, Shelf const& shelf);
bool is_taken(db::Tx& tx, Shelf const& shelf, PromiseId id);
void save_promise(db::Tx& tx, Shelf const& shelf, Promise const& promise);
void remove_promise(db::Tx& tx, Shelf const& shelf, PromiseId id);

std::vector<TeachBack> list_teach_backs(db::Tx& tx, Shelf const& shelf);
void save_teach_back(db::Tx& tx, Shelf const& shelf, TeachBack const& teach_back);

// Everything written for the meetings of a pairing, by either.
void forget_notebooks(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);

// For signs (rules D6): how many cards stood in each lane of the meetings that were held, in the order of their dates.
// Needs no key, and reads no text.
struct LaneUse {
    MeetingId meeting_id;
    base::Instant starts_at;
    std::int32_t mentor_items = 0;
    std::int32_t mentee_items = 0;
};
std::vector<LaneUse> lanes_used(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);

}  // namespace meeting::store
