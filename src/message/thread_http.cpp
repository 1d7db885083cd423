#include "message/thread_http.hpp"

#include "message/attachment_store.hpp"
#include "message/confidential_contact_store.hpp"
#include "message/thread_actions.hpp"
#include "message/thread_store.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/called_store.hpp"

namespace message {
namespace {

base::Result<Thread> thread_in_path(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    return load_thread(call.tx, call.viewer, id);
}

ThreadAnswer answer_for(access::Call& call, Thread const& thread) {
    auto const organisation = call.viewer.organisation;
    auto const reading = store::reading_of(call.tx, organisation, thread.pairing.id, thread.own);
    return {thread.pairing.id,
            programme::store::find_called(call.tx, organisation, thread.pairing.programme_id, call.viewer.language),
            store::name_of(call.tx, organisation, thread.other()),
            reading.unread,
            reading.read_position,
            is_over(thread, call.now),
            thread.has_blocked,
            allowed_actions(thread, call.now)};
}

MessageAnswer answer_for(access::Call& call, Thread const& thread, Message const& message) {
    return {message.id,
            message.position,
            message.person_id == thread.own,
            message.text,
            message.written_at,
            message.edited_at,
            message.taken_back_at,
            store::list_attachments(call.tx, call.tools.keys, call.viewer.organisation, message.id),
            allowed_actions(thread, message, call.now)};
}

}  // namespace

base::Result<MyThreads> list_my_threads(access::Call& call) {
    MyThreads mine;
    for (auto const& thread : store::list_threads(call.tx, call.viewer)) mine.items.push_back(answer_for(call, thread));
    return mine;
}

base::Result<ThreadAnswer> show_thread(access::Call& call) {
    TRY(thread, thread_in_path(call));
    return answer_for(call, thread);
}

base::Result<MessagePage> list_messages(access::Call& call, MessagesQuery const& query) {
    TRY(thread, thread_in_path(call));
    TRY(rows, store::list_messages(call.tx, call.tools.keys, call.viewer.organisation, thread.pairing.id, query));
    MessagePage messages;
    page::fill(messages, std::move(rows), [&](Message const& message) { return answer_for(call, thread, message); });
    return messages;
}

base::Result<MessageAnswer> put_message(access::Call& call, MessageWritten const& written) {
    TRY(id, call.id<PairingId>("id"));
    TRY(message_id, call.id<MessageId>("message_id"));
    TRY(put, put_message(call.tx, call.tools.keys, call.viewer, id, message_id, written, call.now));
    return answer_for(call, put.thread, put.message);
}

base::Result<MessageAnswer> remove_message(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(message_id, call.id<MessageId>("message_id"));
    TRY(gone, take_back_message(call.tx, call.tools.keys, call.viewer, id, message_id, call.now));
    return answer_for(call, gone.thread, gone.message);
}

base::Result<ThreadAnswer> put_reading(access::Call& call, ReadingUpTo const& reading) {
    TRY(id, call.id<PairingId>("id"));
    TRY(thread, mark_read(call.tx, call.viewer, id, reading.position));
    return answer_for(call, thread);
}

base::Result<ThreadAnswer> put_block(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(thread, block(call.tx, call.viewer, id, call.now));
    return answer_for(call, thread);
}

base::Result<ThreadAnswer> remove_block(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(thread, unblock(call.tx, call.viewer, id, call.now));
    return answer_for(call, thread);
}

base::Result<AttachmentBrief> put_attachment(access::Visit& visit, UploadedFile const& file) {
    TRY(thread, visit.id<PairingId>("id"));
    TRY(id, visit.id<AttachmentId>("attachment_id"));
    auto& database = visit.tools.database;
    TRY_VOID(database.read([&](db::Tx& tx) { return check_upload(tx, visit.viewer, thread, id, visit.now); }));
    TRY(attachment, admit(id, file.name.value_or(""), visit.request.body));
    return database.write(
        [&](db::Tx& tx) { return keep_attachment(tx, visit.tools.keys, visit.viewer, thread, attachment, visit.now); });
}

base::Result<access::Document> show_attachment(access::Call& call) {
    TRY(thread, thread_in_path(call));
    TRY(id, call.id<AttachmentId>("attachment_id"));
    auto found = store::find_attachment(call.tx, call.tools.keys, thread, call.viewer.organisation, id);
    if (!found) return attachment_not_found();
    call.headers.add("Content-Disposition", content_disposition(*found));
    call.headers.add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    return access::Document{std::string(content_type(found->kind)), std::move(found->content)};
}

}  // namespace message
