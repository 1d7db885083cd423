#pragma once
// The only SQL that writes messages, thread_readers and thread_blocks. Texts are opened with the keys of this
// installation and never searched or sorted by the database.

#include <optional>
#include <vector>

#include "message/thread_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace message::store {

using access::OrganisationId;
using access::Viewer;

// Empty when it is not there or the viewer is not one of the two.
std::optional<Thread> find_thread(db::Tx& tx, Viewer const& viewer, PairingId id);
// The newest pairing first.
std::vector<Thread> list_threads(db::Tx& tx, Viewer const& viewer);

std::int64_t last_position(db::Tx& tx, OrganisationId organisation, PairingId thread);
void insert_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId thread,
                    Message const& message);
void save_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Message const& message);

// Whatever thread it stands in: an id is given once.
struct Placed {
    PairingId thread;
    Message message;
};
std::optional<Placed> find_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, MessageId id);
// The newest first unless asked otherwise.
base::Result<page::Rows<Message>> list_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                                PairingId thread, MessagesQuery const& query);

struct Reading {
    std::int64_t read_position = 0;
    std::int64_t unread = 0;
};
Reading reading_of(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person);
// Never back, and never beyond the last message.
void mark_read(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person, std::int64_t position);

// Everything of the thread, with its attachments.
void forget_thread(db::Tx& tx, OrganisationId organisation, PairingId thread);

void insert_block(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person);
void remove_block(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person);

// Who has something unread, written between `since` and `until`, and was not told of this thread after `told_before`.
struct Waiting {
    PairingId pairing_id;
    PersonId person_id;
    std::int64_t position = 0;  // of the last one
};
struct WaitingBetween {
    base::Instant since;
    base::Instant until;
    base::Instant told_before;
};
std::vector<Waiting> list_waiting(db::Tx& tx, OrganisationId organisation, WaitingBetween const& times);
void mark_told(db::Tx& tx, OrganisationId organisation, Waiting const& waiting, base::Instant now);

}  // namespace message::store
