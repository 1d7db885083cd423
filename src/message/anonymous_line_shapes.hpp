#pragma once
// What goes in and out about anonymous lines. Nothing on the way out says anything of whoever opened one.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "message/anonymous_line.hpp"
#include "message/person_name.hpp"
#include "message/thread.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"

namespace message {

// Before the first word: who would read it. Not among how many one is not named: a figure that falls tells of somebody
// who withdrew, which is private.
struct LineRecipients {
    std::vector<PersonName> coordinators;
    std::vector<PersonName> contacts;
};
BOOST_DESCRIBE_STRUCT(LineRecipients, (), (coordinators, contacts))

struct LineBrief {
    LineId id;
    programme::Called programme;
    std::optional<PersonName> contact;  // none: the coordinators
    base::Instant last_shown_at;        // a full hour
    std::optional<base::Day> closed_on;
    std::int64_t unread = 0;  // by you
};
BOOST_DESCRIBE_STRUCT(LineBrief, (), (id, programme, contact, last_shown_at, closed_on, unread))

struct MyLines {
    std::vector<LineBrief> items;
};
BOOST_DESCRIBE_STRUCT(MyLines, (), (items))

enum class LineSort { shown_at, programme };
BOOST_DESCRIBE_ENUM(LineSort, shown_at, programme)

// To whom a line was opened.
enum class LineRecipient { coordinators, contact };
BOOST_DESCRIBE_ENUM(LineRecipient, coordinators, contact)

struct LinesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<LineSort> sort;
    std::optional<LineRecipient> to;
};
BOOST_DESCRIBE_STRUCT(LinesQuery, (page::Request), (search, sort, to))

struct LinePage {
    std::vector<LineBrief> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(LinePage, (), (items, next_cursor))

struct LineMessageAnswer {
    LineMessageId id;
    LineSide side = LineSide::author;
    std::optional<std::string> by;  // the name of whoever answered; none: opened the line
    std::string text;
    base::Instant shown_at;  // a full hour
};
BOOST_DESCRIBE_STRUCT(LineMessageAnswer, (), (id, side, by, text, shown_at))

struct LineAnswer {
    LineId id;
    programme::Called programme;
    std::optional<PersonName> contact;
    LineSide side = LineSide::author;  // yours
    std::optional<base::Day> closed_on;
    std::int64_t unread = 0;
    std::vector<LineMessageAnswer> messages;  // the oldest first
    std::vector<LineAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(LineAnswer, (), (id, programme, contact, side, closed_on, unread, messages, allowed_actions))

struct LineOpening {
    std::optional<PersonId> contact_id;
    LineMessageId message_id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LineOpening, (), (contact_id, message_id, text))

struct LineWritten {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LineWritten, (), (text))

}  // namespace message

template <>
inline constexpr auto meta::limits<message::LineBrief> =
    std::array{meta::doc("last_shown_at", "A full hour, as every time of a line"), meta::doc("unread", "By you")};
template <>
inline constexpr auto meta::limits<message::LinesQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                   "Part of the programme's name"});
template <>
inline constexpr auto meta::limits<message::LineMessageAnswer> =
    std::array{meta::doc("by", "Who answered; null for whoever opened the line"),
               meta::doc("shown_at", "The full hour from which the other side is shown it")};
template <>
inline constexpr auto meta::limits<message::LineOpening> = std::array{
    meta::doc("contact_id", "A confidential contact; left out: the coordinators"),
    meta::doc("message_id", "Chosen by you, random"), meta::Limit{"text", 1, message::kLongestText, "Leave names out"}};
template <>
inline constexpr auto meta::limits<message::LineWritten> =
    std::array{meta::Limit{"text", 1, message::kLongestText, "Leave names out"}};
