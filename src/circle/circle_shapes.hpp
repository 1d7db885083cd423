#pragma once
// What goes in and out about circles.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "circle/agenda.hpp"
#include "circle/circle.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"

namespace circle {

struct CircleMember {
    PersonId id;
    std::string name;  // as they want to be called
    std::optional<std::string> department;
};
BOOST_DESCRIBE_STRUCT(CircleMember, (), (id, name, department))

// Two who by the rules no longer sit together: their places in the house have changed.
struct CircleCouple {
    PersonId one;
    PersonId other;
};
BOOST_DESCRIBE_STRUCT(CircleCouple, (), (one, other))

struct CircleDateBrief {
    std::int32_t version = 0;
    std::string starts_local;
    std::string time_zone;
    base::Instant starts_at;
    std::int32_t minutes = kUsualCircleMinutes;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(CircleDateBrief, (), (version, starts_local, time_zone, starts_at, minutes, place))

struct CircleAnswer {
    CircleId id;
    ProgrammeId programme_id;
    programme::Called programme;
    std::int32_t number = 1;
    std::vector<CircleMember> members;  // by name
    std::optional<CircleDateBrief> next;
    std::optional<base::Day> last_on;
    std::optional<Due> due;  // the next date, after the last
    std::vector<CircleCouple> to_part;
    Seat seat = Seat::member;
    std::vector<CircleAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(CircleAnswer, (),
                      (id, programme_id, programme, number, members, next, last_on, due, to_part, seat,
                       allowed_actions))

struct MyCircles {
    std::vector<CircleAnswer> items;
    CircleAgenda agenda;
};
BOOST_DESCRIBE_STRUCT(MyCircles, (), (items, agenda))

struct WantedDate {
    std::int32_t version = 0;
    std::string starts_local;
    std::string time_zone;
    std::int32_t minutes = kUsualCircleMinutes;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(WantedDate, (), (version, starts_local, time_zone, minutes, place))

struct DateRead {
    std::int32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DateRead, (), (version))

enum class CircleSort { number, next };
BOOST_DESCRIBE_ENUM(CircleSort, number, next)

struct CirclesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<CircleSort> sort;
};
BOOST_DESCRIBE_STRUCT(CirclesQuery, (page::Request), (search, sort))

// For whoever coordinates, without their own circle.
struct CirclePage {
    std::vector<CircleAnswer> items;
    std::optional<std::string> next_cursor;
    std::int64_t waiting = 0;  // people who could sit in a circle and do not
    Layout layout = Layout::one_for_all;
};
BOOST_DESCRIBE_STRUCT(CirclePage, (), (items, next_cursor, waiting, layout))

struct FormingWanted {
    std::optional<Layout> layout;
};
BOOST_DESCRIBE_STRUCT(FormingWanted, (), (layout))

struct FormingAnswer {
    std::int64_t formed = 0;   // new circles
    std::int64_t placed = 0;   // people
    std::int64_t waiting = 0;  // who fit nowhere yet
};
BOOST_DESCRIBE_STRUCT(FormingAnswer, (), (formed, placed, waiting))

}  // namespace circle

template <>
inline constexpr auto meta::limits<circle::WantedDate> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "Of the date ahead, as it was read; 0 when none is"},
               meta::Limit{"starts_local", 16, 16, "What the clock on the wall will say: 2026-11-24T15:00"},
               meta::Limit{"time_zone", 1, 64, "IANA name of the zone of that clock"},
               meta::Limit{"minutes", 15, circle::kMostCircleMinutes, "How long it is meant to take"},
               meta::Limit{"place", 0, 500, "A room, an address or a link; mails and calendars name it"}};
template <>
inline constexpr auto meta::limits<circle::DateRead> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "Of the date ahead, as it was read"}};
template <>
inline constexpr auto meta::limits<circle::CirclesQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                    "Part of a member's name"});
template <>
inline constexpr auto meta::limits<circle::FormingWanted> = std::array{
    meta::doc("layout",
              "One circle for all or small groups; when left out, as before, and at first by the programme's "
              "size")};
template <>
inline constexpr auto meta::limits<circle::CircleAnswer> =
    std::array{meta::doc("due", "When the next date is due: six to eight weeks after the last"),
               meta::doc("to_part",
                         "For whoever coordinates: members who by now stand in one line, or of whom one manages the "
                         "other's partner; one of them is moved"),
               meta::doc("seat", "Yours: a member, one who has left for themselves, or whoever coordinates")};
