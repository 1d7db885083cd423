#include "app/routes.hpp"
#include "message/anonymous_line_http.hpp"
#include "message/thread_http.hpp"

namespace app {

using access::May;

// Quiet: who writes to whom, and when, is no more the log's to know than the coordinator's.
void add_message_routes(access::Routes& r) {
    constexpr std::string_view kMessages = "messages, shared notes, actions, files, feedback";
    r.get("/threads", May::participant, message::list_my_threads, "List your own threads, the newest pairing first")
        .quiet()
        .may_show({"that two people are a pair"});
    r.get("/threads/{id}", May::participant, message::show_thread, "Read how a thread of yours stands")
        .quiet()
        .may_show({"that two people are a pair"});
    r.get("/threads/{id}/messages", May::participant, message::list_messages,
          "Page through a thread's messages, or look for a text in them")
        .quiet()
        .may_show({kMessages});
    r.put("/threads/{id}/messages/{message_id}", May::participant, message::put_message,
          "Write a message, or edit your own within 15 minutes")
        .quiet()
        .may_show({kMessages});
    r.remove("/threads/{id}/messages/{message_id}", May::participant, message::remove_message,
             "Take your own message back")
        .quiet()
        .may_show({kMessages});
    r.put("/threads/{id}/reading", May::participant, message::put_reading, "Remember how far you have read")
        .quiet()
        .may_show({"that two people are a pair"});
    r.put("/threads/{id}/block", May::participant, message::put_block, "Take no more messages from your partner")
        .quiet()
        .may_show({"that two people are a pair"});
    r.remove("/threads/{id}/block", May::participant, message::remove_block, "Take messages from your partner again")
        .quiet()
        .may_show({"that two people are a pair"});
    r.put("/threads/{id}/attachments/{attachment_id}", May::participant, message::put_attachment,
          "Upload a file that a message will be sent with: PNG, JPEG, PDF or plain text")
        .takes({"application/octet-stream"}, message::kLargestAttachment)
        .quiet()
        .may_show({kMessages});
    r.get("/threads/{id}/attachments/{attachment_id}", May::participant, message::show_attachment, "Fetch a file")
        .quiet()
        .may_show({kMessages});

    r.get("/programmes/{id}/line-recipients", May::participant, message::show_line_recipients,
          "Read to whom you can write without a name")
        .quiet()
        .may_show({"name, department, site, function"});
    r.put("/programmes/{id}/anonymous-lines/{line_id}", May::participant, message::put_line,
          "Write without a name to the coordinators or to a confidential contact")
        .quiet()
        .may_show({"concern"});
    r.get("/my-anonymous-lines", May::participant, message::list_my_lines, "List the lines you opened")
        .quiet()
        .may_show({"concern"});
    r.get("/anonymous-lines", May::participant, message::list_lines, "List the lines you answer, the latest first")
        .quiet()
        .may_show({"concern"});
    r.get("/anonymous-lines/{id}", May::participant, message::show_line, "Read a line you opened or answer")
        .quiet()
        .may_show({"concern"});
    r.put("/anonymous-lines/{id}/messages/{message_id}", May::participant, message::put_line_message,
          "Write on a line you opened or answer")
        .quiet()
        .may_show({"concern"});
    r.put("/anonymous-lines/{id}/reading", May::participant, message::put_line_reading,
          "Remember that you have read it")
        .quiet()
        .may_show({"concern"});
    r.put("/anonymous-lines/{id}/closure", May::participant, message::put_line_closure, "Close a line you answer")
        .quiet()
        .may_show({"concern"});
}

}  // namespace app
