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

enum class NoticeSort { told_at, kind };
BOOST_DESCRIBE_ENUM(NoticeSort, told_at, kind)

struct NoticeQuery : page::Request {
    std::optional<std::string> search;
    std::optional<bool> is_read;
    std::optional<std::string> kind;
    std::optional<NoticeSort> sort;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (page::Request), (search, is_read, kind, sort))

struct Notices {
    std::vector<Notice> items;
    std::optional<std::string> next_cursor;
    std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(Notices, (), (items, next_cursor, unread))

enum class MailSort { queued_at, name };
BOOST_DESCRIBE_ENUM(MailSort, queued_at, name)

struct MailQuery : page::Request {
    std::optional<std::string> search;
    std::optional<std::string> kind;
    std::optional<MailState> state;
    std::optional<MailSort> sort;
};
BOOST_DESCRIBE_STRUCT(MailQuery, (page::Request), (search, kind, state, sort))

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
    page::limits(meta::Limit{"search", 1, 100, "Part of what it says, in your language"},
                 meta::Limit{"kind", 1, 80, "Only notices of this kind"});
template <>
inline constexpr auto meta::limits<notice::MailQuery> =
    page::limits(meta::Limit{"search", 1, 100, "Part of a name or of an address"},
                 meta::Limit{"kind", 1, 80, "Only mails of this kind"});
template <>
inline constexpr auto meta::limits<notice::MailAnswer> =
    std::array{meta::doc("link", "null where the link opens something for the recipient alone")};
