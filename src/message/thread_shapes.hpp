#pragma once
// What goes in and out about a thread and its messages.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "message/attachment.hpp"
#include "message/person_name.hpp"
#include "message/thread.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"

namespace message {

struct ThreadAnswer {
    PairingId id;  // the pairing's
    programme::Called programme;
    PersonName partner;
    std::int64_t unread = 0;  // by you
    std::int64_t read_position = 0;
    bool is_over = false;      // to be read only
    bool has_blocked = false;  // you take no messages from your partner
    std::vector<ThreadAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(ThreadAnswer, (),
                      (id, programme, partner, unread, read_position, is_over, has_blocked, allowed_actions))

struct MyThreads {
    std::vector<ThreadAnswer> items;
};
BOOST_DESCRIBE_STRUCT(MyThreads, (), (items))

struct AttachmentBrief {
    AttachmentId id;
    AttachmentKind kind = AttachmentKind::plain_text;
    std::string name;
    std::int64_t octets = 0;
    std::optional<std::int32_t> width;
    std::optional<std::int32_t> height;
};
BOOST_DESCRIBE_STRUCT(AttachmentBrief, (), (id, kind, name, octets, width, height))

struct MessageAnswer {
    MessageId id;
    std::int64_t position = 0;
    bool is_own = false;
    std::optional<std::string> text;
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
    std::optional<base::Instant> taken_back_at;
    std::vector<AttachmentBrief> attachments;
    std::vector<MessageAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(MessageAnswer, (),
                      (id, position, is_own, text, written_at, edited_at, taken_back_at, attachments, allowed_actions))

struct MessagePage {
    std::vector<MessageAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(MessagePage, (), (items, next_cursor))

enum class MessageSort { written_at };
BOOST_DESCRIBE_ENUM(MessageSort, written_at)

struct MessagesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<MessageSort> sort;
};
BOOST_DESCRIBE_STRUCT(MessagesQuery, (page::Request), (search, sort))

struct MessageWritten {
    std::string text;
    std::optional<std::vector<AttachmentId>> attachment_ids;
};
BOOST_DESCRIBE_STRUCT(MessageWritten, (), (text, attachment_ids))

struct ReadingUpTo {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(ReadingUpTo, (), (position))

struct UploadedFile {
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(UploadedFile, (), (name))

}  // namespace message

template <>
inline constexpr auto meta::limits<message::ThreadAnswer> =
    std::array{meta::doc("id", "The pairing's"), meta::doc("unread", "Messages you have not read"),
               meta::doc("has_blocked", "You take no messages from your partner; they are not told")};
template <>
inline constexpr auto meta::limits<message::MessagesQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of a text, whatever its case; looks through the newest 5,000 messages"});
template <>
inline constexpr auto meta::limits<message::MessageAnswer> =
    std::array{meta::doc("text", "null once it is taken back"), meta::doc("position", "1 is the first of the thread")};
template <>
inline constexpr auto meta::limits<message::MessageWritten> =
    std::array{meta::Limit{"text", 0, message::kLongestText, "May be empty beside an attachment"},
               meta::Limit{"attachment_ids", 0, message::kMostAttachments,
                           "Uploaded before, in the order shown; taken when the message is first sent"}};
template <>
inline constexpr auto meta::limits<message::ReadingUpTo> =
    std::array{meta::Limit{"position", 0, meta::kNoMost, "Of the last message you have read"}};
template <>
inline constexpr auto meta::limits<message::UploadedFile> =
    std::array{meta::Limit{"name", 0, 255, "What the file is called; its ending says nothing"}};
