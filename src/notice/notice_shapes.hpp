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
    std::optional<base::Instant> sent_at;
    std::int32_t tries = 0;
    std::optional<base::Instant> next_try_at;
    std::optional<MailTrouble> trouble;
    std::vector<MailAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(MailAnswer, (),
                      (id, kind, person_id, to_name, to_address, language, subject, body, link, state, queued_at,
                       sent_at, tries, next_try_at, trouble, allowed_actions))

struct Mails {
    std::vector<MailAnswer> items;
    std::optional<std::string> next_cursor;
    // False: no mail server is set, or this is a demo; mails wait.
    bool is_sending = false;
};
BOOST_DESCRIBE_STRUCT(Mails, (), (items, next_cursor, is_sending))

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
    std::array{meta::doc("link", "null where the link opens something for the recipient alone"),
               meta::doc("next_try_at", "null once it was sent or has failed"),
               meta::doc("trouble", "Why the last try came to nothing; never what a server said")};
template <>
inline constexpr auto meta::limits<notice::Mails> =
    std::array{meta::doc("is_sending", "false: no mail server is set, or this is a demo; mails wait")};
