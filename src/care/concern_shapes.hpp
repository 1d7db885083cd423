#pragma once
// What goes in and out about concerns: between the person and the one contact, and to nobody else.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "acquaintance/acquaintance.hpp"
#include "care/concern.hpp"
#include "care/name_opening_shapes.hpp"
#include "message/excerpt.hpp"
#include "message/thread.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"

namespace care {

// Whom one can turn to: nobody above or below oneself, nor anybody who runs the programme.
struct Contact {
    PersonId id;
    std::string name;
    bool reads_by_link = false;  // does not sign in here: somebody from outside
    std::int32_t kept_months = 24;
    std::optional<base::Day> away_until_on;
    std::optional<std::string> substitute;  // who is there meanwhile
};
BOOST_DESCRIBE_STRUCT(Contact, (), (id, name, reads_by_link, kept_months, away_until_on, substitute))

struct ConcernContacts {
    std::vector<Contact> items;
};
BOOST_DESCRIBE_STRUCT(ConcernContacts, (), (items))

struct PickedMessages {
    message::PairingId thread_id;
    std::vector<message::MessageId> message_ids;
};
BOOST_DESCRIBE_STRUCT(PickedMessages, (), (thread_id, message_ids))

// The same of an acquaintance of anonymous first: the contact is shown no name.
struct PickedWithoutNames {
    acquaintance::AcquaintanceId acquaintance_id;
    std::vector<acquaintance::AcquaintanceMessageId> message_ids;
};
BOOST_DESCRIBE_STRUCT(PickedWithoutNames, (), (acquaintance_id, message_ids))

struct ConcernRaised {
    PersonId contact_id;
    ConcernWish wish = ConcernWish::advice_only;
    ConcernMessageId message_id;
    std::string text;
    std::optional<PickedMessages> picked;
    std::optional<PickedWithoutNames> picked_without_names = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(ConcernRaised, (), (contact_id, wish, message_id, text, picked, picked_without_names))

struct ConcernWritten {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ConcernWritten, (), (text))

struct ConcernNote {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ConcernNote, (), (text))

struct ConcernBrief {
    ConcernId id;
    programme::Called programme;
    std::string with;  // the other of the two
    ConcernWish wish = ConcernWish::advice_only;
    base::Day raised_on;
    std::optional<base::Day> closed_on;
    std::int64_t unread = 0;  // by you
};
BOOST_DESCRIBE_STRUCT(ConcernBrief, (), (id, programme, with, wish, raised_on, closed_on, unread))

struct MyConcerns {
    std::vector<ConcernBrief> items;
};
BOOST_DESCRIBE_STRUCT(MyConcerns, (), (items))

enum class ConcernSort { raised_on, name };
BOOST_DESCRIBE_ENUM(ConcernSort, raised_on, name)

struct ConcernsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<ConcernSort> sort;
};
BOOST_DESCRIBE_STRUCT(ConcernsQuery, (page::Request), (search, sort))

struct ConcernPage {
    std::vector<ConcernBrief> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ConcernPage, (), (items, next_cursor))

struct ConcernMessage {
    ConcernMessageId id;
    bool is_own = false;
    std::string text;
    base::Day written_on;
};
BOOST_DESCRIBE_STRUCT(ConcernMessage, (), (id, is_own, text, written_on))

struct ConcernAnswer {
    ConcernId id;
    programme::Called programme;
    ConcernSide side = ConcernSide::person;  // yours
    std::string with;
    bool is_contact_there = true;
    std::optional<base::Day> away_until_on;  // the contact, who said so
    std::optional<std::string> substitute;
    ConcernWish wish = ConcernWish::advice_only;
    base::Day raised_on;
    std::optional<base::Day> closed_on;
    base::Day kept_until;
    std::optional<std::string> note;  // the contact's own; null to the person
    std::optional<message::Excerpt> excerpt;
    std::optional<NameOpeningAnswer> name_opening;  // to the contact alone
    std::vector<ConcernMessage> messages;
    std::vector<ConcernAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(ConcernAnswer, (),
                      (id, programme, side, with, is_contact_there, away_until_on, substitute, wish, raised_on,
                       closed_on, kept_until, note, excerpt, name_opening, messages, allowed_actions))

}  // namespace care

template <>
inline constexpr auto meta::limits<care::Contact> =
    std::array{meta::doc("reads_by_link", "Somebody from outside, who reads by a private link and does not sign in"),
               meta::doc("kept_months", "How long it is kept after the last word; what holds when you send stays"),
               meta::doc("away_until_on", "The last day, where they said that they are away"),
               meta::doc("substitute", "Who is there meanwhile")};
template <>
inline constexpr auto meta::limits<care::ConcernRaised> =
    std::array{meta::doc("contact_id", "One of the programme's confidential contacts for you"),
               meta::doc("message_id", "Chosen by you, random"), meta::Limit{"text", 1, 4000, "In your own words"},
               meta::doc("picked", "Messages of a thread of yours that the contact is shown, and nothing else of it"),
               meta::doc("picked_without_names", "The same of an acquaintance of yours; instead of `picked`")};
template <>
inline constexpr auto meta::limits<care::PickedWithoutNames> =
    std::array{meta::doc("acquaintance_id", "Of yours, anonymous first"),
               meta::Limit{"message_ids", 1, message::kMostPicked, "Of yours or the other's, as they stand now"}};
template <>
inline constexpr auto meta::limits<care::PickedMessages> =
    std::array{meta::doc("thread_id", "Its id is the pairing's"),
               meta::Limit{"message_ids", 1, message::kMostPicked, "Of yours or your partner's, as they stand now"}};
template <>
inline constexpr auto meta::limits<care::ConcernWritten> =
    std::array{meta::Limit{"text", 1, 4000, "In your own words"}};
template <>
inline constexpr auto meta::limits<care::ConcernNote> =
    std::array{meta::Limit{"text", 0, 8000, "Seen by you alone; empty takes it away"}};
template <>
inline constexpr auto meta::limits<care::ConcernsQuery> = page::limits(meta::Limit{"search", 1, 100, "Part of a name"});
template <>
inline constexpr auto meta::limits<care::ConcernAnswer> =
    std::array{meta::doc("is_contact_there", "False: this contact can no longer be turned to; choose another"),
               meta::doc("kept_until", "The last day; another word moves it on"),
               meta::doc("note", "The contact's own case note; null to the person"),
               meta::doc("excerpt", "What the person picked of their thread; null where they picked nothing"),
               meta::doc("messages", "The oldest first, with the day alone")};
