#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "notice/mail.hpp"
#include "notice/notice.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"

namespace notice {

struct NoticeQuery : page::Request {
    std::optional<bool> is_read;
    std::optional<std::string> kind;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (page::Request), (is_read, kind))

struct Notices {
    std::vector<Notice> items;
    std::optional<std::string> next_cursor;
    std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(Notices, (), (items, next_cursor, unread))

struct MailQuery : page::Request {
    std::optional<std::string> search;
    std::optional<std::string> kind;
    std::optional<MailState> state;
};
BOOST_DESCRIBE_STRUCT(MailQuery, (page::Request), (search, kind, state))

// A mail as it would be sent now.
struct MailAnswer {
    MailId id;
    std::string kind;
    access::PersonId person_id;
    std::string to_name;
    std::optional<std::string> to_address;
    std::string language;
    std::string subject;
    std::string body;
    // Where the mail leads. None: the link is for the person alone.
    std::optional<std::string> link;
    MailState state = MailState::waiting;
    base::Instant queued_at;
};
BOOST_DESCRIBE_STRUCT(MailAnswer, (),
                      (id, kind, person_id, to_name, to_address, language, subject, body, link, state, queued_at))

struct Mails {
    std::vector<MailAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(Mails, (), (items, next_cursor))

}  // namespace notice

template <>
inline constexpr auto meta::limits<notice::NoticeQuery> =
    std::array{meta::Limit{"kind", 1, 80, "Only notices of this kind"}, page::kCursorLimit, page::kRowsLimit};
template <>
inline constexpr auto meta::limits<notice::MailQuery> =
    std::array{meta::Limit{"search", 1, 100, "Part of a name or of an address"},
               meta::Limit{"kind", 1, 80, "Only mails of this kind"}, page::kCursorLimit, page::kRowsLimit};
template <>
inline constexpr auto meta::limits<notice::MailAnswer> =
    std::array{meta::doc("link", "null where the link opens something for the recipient alone")};
