#pragma once
// What its owner, the supervisor and whoever coordinates see of a protected time (rules B).

#include "platform/page.hpp"
#include "programme/called.hpp"
#include "supervisor/protected_time.hpp"

namespace supervisor {

// The one page of the supervisor, made of the row and of what the programme is called, and of nothing else.
struct SupervisorPage {
    std::string organisation_name;
    programme::Called programme;
    std::string person;
    std::string supervisor;
    std::int32_t hours_a_month = 1;
    base::Day until_on;
    std::vector<std::string> months;  // that can be left out
    std::optional<SupervisorAnswer> answer;
    std::vector<std::string> except_months;
};
BOOST_DESCRIBE_STRUCT(SupervisorPage, (),
                      (organisation_name, programme, person, supervisor, hours_a_month, until_on, months, answer,
                       except_months))

// As it would be sent now.
struct SupervisorMail {
    std::string subject;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(SupervisorMail, (), (subject, body))

// For its owner. Drafted or told, the page and the mail are those that the supervisor gets.
struct OwnProtectedTime {
    std::int64_t version = 1;
    bool is_manager = false;
    std::optional<base::Day> told_on;
    bool is_over = false;
    std::string link;
    SupervisorPage page;
    std::optional<SupervisorMail> mail;
};
BOOST_DESCRIBE_STRUCT(OwnProtectedTime, (), (version, is_manager, told_on, is_over, link, page, mail))

struct ManagerBrief {
    std::string name;
    bool has_address = false;
};
BOOST_DESCRIBE_STRUCT(ManagerBrief, (), (name, has_address))

struct MyProtectedTime {
    programme::Called programme;
    std::optional<ManagerBrief> manager;
    std::int32_t usual_hours_a_month = 1;
    std::optional<base::Day> programme_ends_on;
    bool may_ask = false;
    std::optional<OwnProtectedTime> time;
};
BOOST_DESCRIBE_STRUCT(MyProtectedTime, (), (programme, manager, usual_hours_a_month, programme_ends_on, may_ask, time))

struct ProtectedTimeInput {
    std::int64_t version = 0;
    std::optional<std::string> supervisor_name;
    std::int32_t hours_a_month = 1;
    base::Day until_on;
};
BOOST_DESCRIBE_STRUCT(ProtectedTimeInput, (), (version, supervisor_name, hours_a_month, until_on))

enum class ToldBy { mail, hand };
BOOST_DESCRIBE_ENUM(ToldBy, mail, hand)
struct TellingInput {
    std::int64_t version = 0;
    ToldBy by = ToldBy::hand;
};
BOOST_DESCRIBE_STRUCT(TellingInput, (), (version, by))

// What whoever coordinates sees of somebody who told their supervisor.
struct ConfirmedTime {
    PersonId person_id;
    std::string name;
    bool is_confirmed = false;
};
BOOST_DESCRIBE_STRUCT(ConfirmedTime, (), (person_id, name, is_confirmed))

enum class ConfirmedTimeSort { name, is_confirmed };
BOOST_DESCRIBE_ENUM(ConfirmedTimeSort, name, is_confirmed)

struct ConfirmedTimesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<bool> is_confirmed;
    std::optional<ConfirmedTimeSort> sort;
};
BOOST_DESCRIBE_STRUCT(ConfirmedTimesQuery, (page::Request), (search, is_confirmed, sort))

struct ConfirmedTimes {
    std::vector<ConfirmedTime> items;
    std::optional<std::string> next_cursor;
    std::vector<std::string> would_like_to_talk;
};
BOOST_DESCRIBE_STRUCT(ConfirmedTimes, (), (items, next_cursor, would_like_to_talk))

}  // namespace supervisor

template <>
inline constexpr auto meta::limits<supervisor::SupervisorPage> =
    std::array{meta::doc("person", "Who asks for the time"), meta::doc("until_on", "The last day of it"),
               meta::doc("months", "What can be left out: 2027-06"),
               meta::doc("answer", "null: not answered, or hours or day have changed since")};
template <>
inline constexpr auto meta::limits<supervisor::OwnProtectedTime> =
    std::array{meta::doc("is_manager", "The manager of your reporting line; else a name that you typed"),
               meta::doc("told_on", "null: a draft, whose link opens nothing"),
               meta::doc("is_over", "Its day has passed: the link opens nothing any more"),
               meta::doc("link", "To hand over; it opens the page without signing in"),
               meta::doc("mail", "null where Obverse knows no address of theirs")};
template <>
inline constexpr auto meta::limits<supervisor::MyProtectedTime> =
    std::array{meta::doc("manager", "Of your reporting line; null where it names nobody"),
               meta::doc("may_ask", "false once you or the programme have ended; what was told stays yours to change")};
template <>
inline constexpr auto meta::limits<supervisor::ProtectedTimeInput> =
    std::array{meta::doc("version", "0 for the first"),
               meta::Limit{"supervisor_name", 1, 200, "null: the manager of your reporting line"},
               meta::Limit{"hours_a_month", 1, supervisor::kMostHours},
               meta::doc("until_on", "The last day; at most two years ahead")};
template <>
inline constexpr auto meta::limits<supervisor::TellingInput> =
    std::array{meta::doc("by", "hand: you give them the link; nothing is sent")};
template <>
inline constexpr auto meta::limits<supervisor::ConfirmedTimesQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                               "Part of a name"});
template <>
inline constexpr auto meta::limits<supervisor::ConfirmedTimes> =
    std::array{meta::doc("would_like_to_talk", "Names of supervisors, up to a hundred; never about whom")};
