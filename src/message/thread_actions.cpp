#include "message/thread_actions.hpp"

#include <algorithm>
#include <set>

#include "access/hint.hpp"
#include "base/text.hpp"
#include "message/anonymous_line_store.hpp"
#include "message/attachment_store.hpp"
#include "message/confidential_contact_store.hpp"
#include "message/thread_store.hpp"
#include "notice/notice_actions.hpp"

namespace message {
namespace {

constexpr auto kGrace = std::chrono::minutes(2);
constexpr auto kBetweenMails = std::chrono::hours(1);
// Nobody is told of what is older: the house stood still for longer than anybody waits.
constexpr auto kToldOf = std::chrono::hours(24 * 7);

// The pages of the two, and nobody else's.
void hint_both(db::Tx& tx, access::Viewer const& viewer, Thread const& thread) {
    access::hint(tx, viewer.organisation, "thread", base::any(thread.pairing.id), {thread.own, thread.other()});
}

base::Result<Written> write_new(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                Thread const& thread, MessageId id, MessageWritten const& wanted, base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const attachments = wanted.attachment_ids.value_or(std::vector<AttachmentId>());
    auto const position = store::last_position(tx, organisation, thread.pairing.id) + 1;
    TRY(message, write(thread, id, position, wanted.text, attachments.size(), now));
    store::insert_message(tx, keys, organisation, thread.pairing.id, message);
    if (!store::send(tx, thread, organisation, attachments, id)) return attachment_not_found();
    store::mark_read(tx, organisation, thread.pairing.id, thread.own, position);
    audit::record_private(tx, organisation, kMessageWritten, now);
    hint_both(tx, viewer, thread);
    return Written{thread, std::move(message)};
}

base::Result<Message> load_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                   Thread const& thread, MessageId id) {
    auto placed = store::find_message(tx, keys, viewer.organisation, id);
    if (!placed || placed->thread != thread.pairing.id) return message_not_found();
    return std::move(placed->message);
}

}  // namespace

base::Result<Thread> load_thread(db::Tx& tx, access::Viewer const& viewer, PairingId id) {
    auto thread = store::find_thread(tx, viewer, id);
    if (!thread) return thread_not_found();
    return *std::move(thread);
}

base::Result<Written> put_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                  PairingId thread_id, MessageId id, MessageWritten const& wanted, base::Instant now) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    auto placed = store::find_message(tx, keys, viewer.organisation, id);
    if (!placed) return write_new(tx, keys, viewer, thread, id, wanted, now);
    if (placed->thread != thread_id) return message_not_found();
    auto const attachments = store::list_attachments(tx, keys, viewer.organisation, id).size();
    TRY(edited, edit(thread, placed->message, wanted.text, attachments, now));
    if (edited == placed->message) return Written{thread, std::move(edited)};
    store::save_message(tx, keys, viewer.organisation, edited);
    audit::record_private(tx, viewer.organisation, kMessageEdited, now);
    hint_both(tx, viewer, thread);
    return Written{thread, std::move(edited)};
}

base::Result<Written> take_back_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                        PairingId thread_id, MessageId id, base::Instant now) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    TRY(message, load_message(tx, keys, viewer, thread, id));
    TRY(gone, take_back(thread, message, now));
    if (gone == message) return Written{thread, std::move(gone)};
    store::save_message(tx, keys, viewer.organisation, gone);
    store::remove_attachments(tx, viewer.organisation, id);
    audit::record_private(tx, viewer.organisation, kMessageTakenBack, now);
    hint_both(tx, viewer, thread);
    return Written{thread, std::move(gone)};
}

base::Result<Thread> mark_read(db::Tx& tx, access::Viewer const& viewer, PairingId thread_id, std::int64_t position) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    store::mark_read(tx, viewer.organisation, thread_id, thread.own, position);
    // One's own other tabs; the other's would learn that it was read.
    access::hint(tx, viewer.organisation, "thread", base::any(thread_id), {thread.own});
    return thread;
}

base::Result<Thread> block(db::Tx& tx, access::Viewer const& viewer, PairingId thread_id, base::Instant now) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    if (thread.has_blocked) return thread;
    store::insert_block(tx, viewer.organisation, thread_id, thread.own);
    audit::record_private(tx, viewer.organisation, kThreadBlocked, now);
    thread.has_blocked = true;
    return thread;
}

base::Result<Thread> unblock(db::Tx& tx, access::Viewer const& viewer, PairingId thread_id, base::Instant now) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    if (!thread.has_blocked) return thread;
    store::remove_block(tx, viewer.organisation, thread_id, thread.own);
    audit::record_private(tx, viewer.organisation, kThreadUnblocked, now);
    thread.has_blocked = false;
    return thread;
}

base::Result<bool> check_upload(db::Tx& tx, access::Viewer const& viewer, PairingId thread_id, AttachmentId id,
                                base::Instant now) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    switch (store::is_taken(tx, thread, viewer.organisation, id)) {
        case store::Taken::by_the_same:
            return true;
        case store::Taken::by_another:
            return attachment_not_found();
        case store::Taken::no:
            break;
    }
    if (is_over(thread, now)) return pairing::pairing_over();
    if (store::count_unsent(tx, thread, viewer.organisation) >= kMostUnsent) return too_many_unsent();
    return true;
}

base::Result<AttachmentBrief> keep_attachment(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                              PairingId thread_id, Attachment const& attachment, base::Instant now) {
    TRY_VOID(check_upload(tx, viewer, thread_id, attachment.id, now));
    TRY(thread, load_thread(tx, viewer, thread_id));
    if (store::is_taken(tx, thread, viewer.organisation, attachment.id) == store::Taken::no)
        store::insert_attachment(tx, keys, thread, viewer.organisation, attachment, now);
    return store::find_brief(tx, keys, viewer.organisation, attachment.id).value();
}

base::Result<Excerpt> pick_excerpt(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                   access::ProgrammeId programme, PairingId thread_id,
                                   std::vector<MessageId> const& ids) {
    TRY(thread, load_thread(tx, viewer, thread_id));
    if (thread.pairing.programme_id != programme) return thread_not_found();
    std::vector<Message> picked;
    for (auto const& id : ids) {
        TRY(message, load_message(tx, keys, viewer, thread, id));
        if (!message.text) return message_not_found();
        picked.push_back(std::move(message));
    }
    std::ranges::sort(picked, {}, &Message::position);
    Excerpt excerpt{store::name_of(tx, viewer.organisation, thread.other()).name, {}};
    for (auto const& message : picked)
        excerpt.items.push_back({message.person_id == thread.own, *message.text, message.written_at});
    return excerpt;
}

void tell_waiting(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    std::set<PersonId> told;
    for (auto const& waiting :
         store::list_waiting(tx, organisation, {now - kToldOf, now - kGrace, now - kBetweenMails})) {
        store::mark_told(tx, organisation, waiting, now);
        told.insert(waiting.person_id);
    }
    for (auto const& person : store::mark_lines_told(tx, organisation, now)) told.insert(person);
    for (auto const& person : told) notice::tell(tx, organisation, person, notice::message_waits, std::nullopt, now);
}

void forget_unsent(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    store::remove_unsent(tx, organisation, now - kUnsentKept);
}

base::Refusal contact_not_found() {
    return base::not_found("confidential contact");
}

}  // namespace message
