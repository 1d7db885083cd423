#pragma once
// The verbs of a thread. All are private acts (rules 4): the log, the hints and the jobs of others know neither who
// writes nor to whom nor when (docs/decisions/0165-a-message-is-a-private-act.md). The two alone hear at once.

#include <optional>
#include <vector>

#include "access/call.hpp"
#include "audit/event.hpp"
#include "message/attachment.hpp"
#include "message/excerpt.hpp"
#include "message/thread_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"

namespace message {

inline constexpr audit::Kind kMessageWritten{"message.written", audit::Private::yes};
inline constexpr audit::Kind kMessageEdited{"message.edited", audit::Private::yes};
inline constexpr audit::Kind kMessageTakenBack{"message.taken_back", audit::Private::yes};
inline constexpr audit::Kind kThreadBlocked{"thread.blocked", audit::Private::yes};
inline constexpr audit::Kind kThreadUnblocked{"thread.unblocked", audit::Private::yes};

base::Result<Thread> load_thread(db::Tx& tx, access::Viewer const& viewer, PairingId id);

struct Written {
    Thread thread;
    Message message;
};
// Writes it where the id is new, edits one's own where it is not; the same again changes nothing. Attachments are sent
// with it the first time only.
base::Result<Written> put_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId thread,
                                  MessageId id, MessageWritten const& wanted, base::Instant now);
// Its attachments go with its text.
base::Result<Written> take_back_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                        PairingId thread, MessageId id, base::Instant now);
base::Result<Thread> mark_read(db::Tx& tx, access::Viewer const& viewer, PairingId thread, std::int64_t position);
base::Result<Thread> block(db::Tx& tx, access::Viewer const& viewer, PairingId thread, base::Instant now);
base::Result<Thread> unblock(db::Tx& tx, access::Viewer const& viewer, PairingId thread, base::Instant now);

// Whether an upload may come at all; then, in a transaction of its own, what was admitted.
base::Result<bool> check_upload(db::Tx& tx, access::Viewer const& viewer, PairingId thread, AttachmentId id,
                                base::Instant now);
base::Result<AttachmentBrief> keep_attachment(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                              PairingId thread, Attachment const& attachment, base::Instant now);

// Of a thread of the viewer's in that programme. Refuses: thread_not_found; message_not_found for what stands elsewhere
// or was taken back.
base::Result<Excerpt> pick_excerpt(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                   access::ProgrammeId programme, PairingId thread, std::vector<MessageId> const& ids);

// By the schedule. Whoever has something unread, here or on an anonymous line they answer, is told once that something
// waits: for a thread at most once an hour, and not in the two minutes in which it is usually read anyway.
inline constexpr jobs::Kind<jobs::Nothing> kTellWaiting{"message.tell_waiting"};
void tell_waiting(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
void forget_unsent(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

base::Refusal contact_not_found();

}  // namespace message
