#pragma once
// A problem in a thread, told to a confidential contact: to whom, in which words, with which of the messages.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "message/person_name.hpp"
#include "message/thread.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"

namespace message {

using ReportId = base::Id<struct ReportTag>;

struct Contacts {
    std::vector<PersonName> items;
};
BOOST_DESCRIBE_STRUCT(Contacts, (), (items))

struct ReportWritten {
    PersonId contact_id;
    std::vector<MessageId> message_ids;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(ReportWritten, (), (contact_id, message_ids, words))

// A message as it stood when it was reported.
struct Excerpt {
    bool is_reporters = false;  // else the partner's
    std::string text;
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(Excerpt, (), (is_reporters, text, written_at))

struct Excerpts {
    std::vector<Excerpt> items;
};
BOOST_DESCRIBE_STRUCT(Excerpts, (), (items))

struct Report {
    ReportId id;
    PairingId pairing_id;
    PersonId person_id;
    PersonId contact_id;
    base::Day reported_on;
    std::string words;
    std::vector<Excerpt> excerpt;
};

// For the one it was sent to.
struct ReportAnswer {
    ReportId id;
    programme::Called programme;
    base::Day reported_on;
    PersonName reporter;
    PersonName partner;
    std::string words;
    std::vector<Excerpt> excerpt;
};
BOOST_DESCRIBE_STRUCT(ReportAnswer, (), (id, programme, reported_on, reporter, partner, words, excerpt))

struct ReportPage {
    std::vector<ReportAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ReportPage, (), (items, next_cursor))

enum class ReportSort { reported_on, name };
BOOST_DESCRIBE_ENUM(ReportSort, reported_on, name)

struct ReportsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<ReportSort> sort;
};
BOOST_DESCRIBE_STRUCT(ReportsQuery, (page::Request), (search, sort))

}  // namespace message

template <>
inline constexpr auto meta::limits<message::ReportWritten> =
    std::array{meta::doc("contact_id", "One of the thread's confidential contacts"),
               meta::Limit{"message_ids", 1, 20, "What they are shown, and nothing else of the thread"},
               meta::Limit{"words", 0, 2000, "What is wrong, in your own words"}};
template <>
inline constexpr auto meta::limits<message::ReportsQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of the name of who reported"});
