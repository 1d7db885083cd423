#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "notice/mail.hpp"
#include "notice/notice.hpp"
#include "platform/meta.hpp"

namespace notice {

struct NoticeQuery {
    std::optional<NoticeId> after;
    std::optional<std::int32_t> limit;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (), (after, limit))

struct Notices {
    std::vector<Notice> rows;
    std::optional<NoticeId> next_cursor;
    std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(Notices, (), (rows, next_cursor, unread))

struct MailQuery {
    std::optional<MailId> after;
    std::optional<std::int32_t> limit;
};
BOOST_DESCRIBE_STRUCT(MailQuery, (), (after, limit))

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
    std::vector<MailAnswer> rows;
    std::optional<MailId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(Mails, (), (rows, next_cursor))

}  // namespace notice

template <>
inline constexpr auto meta::limits<notice::NoticeQuery> =
    std::array{meta::doc("after", "The next_cursor of the page before"), meta::Limit{"limit", 1, 100, "Rows a page"}};
template <>
inline constexpr auto meta::limits<notice::MailQuery> =
    std::array{meta::doc("after", "The next_cursor of the page before"), meta::Limit{"limit", 1, 100, "Rows a page"}};
template <>
inline constexpr auto meta::limits<notice::MailAnswer> =
    std::array{meta::doc("link", "null where the link opens something for the recipient alone")};
