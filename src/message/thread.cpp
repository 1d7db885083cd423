#include "message/thread.hpp"

#include "base/text.hpp"
#include "pairing/exploratory_meeting.hpp"

namespace message {
namespace {

base::Result<bool> check_takes(Thread const& thread, base::Instant now) {
    if (is_over(thread, now)) return pairing::pairing_over();
    if (!thread.is_other_reachable) return takes_nothing_now();
    return true;
}

base::Result<bool> check_author(Thread const& thread, Message const& message) {
    if (message.person_id != thread.own) return message_not_found();
    return true;
}

}  // namespace

bool is_over(Thread const& thread, base::Instant now) {
    return !pairing::is_live(pairing::open_answers(thread.pairing, now));
}

base::Result<Message> write(Thread const& thread, MessageId id, std::int64_t position, std::string text,
                            std::size_t attachments, base::Instant now) {
    TRY_VOID(check_takes(thread, now));
    if (base::trim(text).empty() && attachments == 0) return nothing_written();
    return Message{id, position, thread.own, std::move(text), now, std::nullopt, std::nullopt};
}

base::Result<Message> edit(Thread const& thread, Message message, std::string text, std::size_t attachments,
                           base::Instant now) {
    TRY_VOID(check_author(thread, message));
    if (message.text == text) return message;
    TRY_VOID(check_takes(thread, now));
    if (message.taken_back_at) return taken_back();
    if (now > message.written_at + kEditedWithin) return too_late_to_edit();
    if (base::trim(text).empty() && attachments == 0) return nothing_written();
    message.text = std::move(text);
    message.edited_at = now;
    return message;
}

base::Result<Message> take_back(Thread const& thread, Message message, base::Instant now) {
    TRY_VOID(check_author(thread, message));
    if (message.taken_back_at) return message;
    if (is_over(thread, now)) return pairing::pairing_over();
    message.text.reset();
    message.taken_back_at = now;
    return message;
}

std::vector<ThreadAction> allowed_actions(Thread const& thread, base::Instant now) {
    std::vector<ThreadAction> actions;
    if (!is_over(thread, now)) actions.push_back(ThreadAction::write);
    actions.push_back(ThreadAction::report);
    actions.push_back(thread.has_blocked ? ThreadAction::unblock : ThreadAction::block);
    return actions;
}

std::vector<MessageAction> allowed_actions(Thread const& thread, Message const& message, base::Instant now) {
    std::vector<MessageAction> actions;
    if (message.person_id != thread.own || message.taken_back_at || is_over(thread, now)) return actions;
    if (now <= message.written_at + kEditedWithin) actions.push_back(MessageAction::edit);
    actions.push_back(MessageAction::take_back);
    return actions;
}

base::Refusal thread_not_found() {
    return base::not_found("thread");
}
base::Refusal message_not_found() {
    return base::not_found("message");
}
base::Refusal takes_nothing_now() {
    return base::conflict("takes_nothing_now", "this thread takes no message at the moment");
}
base::Refusal too_late_to_edit() {
    return base::conflict("too_late_to_edit", "a message is edited within 15 minutes");
}
base::Refusal taken_back() {
    return base::conflict("taken_back", "the message has been taken back");
}
base::Refusal nothing_written() {
    return base::invalid("/text", "too_short", {{"least", "1"}});
}

}  // namespace message
