#pragma once
// The only SQL that writes attachments. Names and contents are sealed.

#include <optional>
#include <vector>

#include "message/thread_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace message::store {

void insert_attachment(db::Tx& tx, crypto::Keys const& keys, Thread const& thread, access::OrganisationId organisation,
                       Attachment const& attachment, base::Instant now);
// Whether the id is taken, and whether by this person in this thread.
enum class Taken { no, by_the_same, by_another };
Taken is_taken(db::Tx& tx, Thread const& thread, access::OrganisationId organisation, AttachmentId id);
std::int64_t count_unsent(db::Tx& tx, Thread const& thread, access::OrganisationId organisation);

// False when one is not this person's, not of this thread, or sent already; then nothing is sent.
bool send(db::Tx& tx, Thread const& thread, access::OrganisationId organisation,
          std::vector<AttachmentId> const& attachments, MessageId message);
std::vector<AttachmentBrief> list_attachments(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                              MessageId message);
// In uploading: the brief of one's own, sent or not.
std::optional<AttachmentBrief> find_brief(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                          AttachmentId id);
// One that was sent in this thread, or that its uploader has not sent yet.
std::optional<Attachment> find_attachment(db::Tx& tx, crypto::Keys const& keys, Thread const& thread,
                                          access::OrganisationId organisation, AttachmentId id);
void remove_attachments(db::Tx& tx, access::OrganisationId organisation, MessageId message);
void remove_unsent(db::Tx& tx, access::OrganisationId organisation, base::Instant uploaded_before);

}  // namespace message::store
