#pragma once
// A peer circle (R23): people of one programme who bring something talk among themselves, every six to eight weeks.
// Whoever coordinates forms circles (forming.hpp); any member and whoever coordinates set, move and cancel the next
// date.
//
// Who came to a date is written down nowhere. Leaving is a private act (rules 4): the list of members stays as it was.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "circle/forming.hpp"
#include "platform/meta.hpp"

namespace circle {

using access::PersonId;
using access::ProgrammeId;
using CircleId = base::Id<struct CircleTag>;
using CircleDateId = base::Id<struct CircleDateTag>;
using TellingId = base::Id<struct CircleTellingTag>;

inline constexpr std::int32_t kUsualCircleMinutes = 60;
inline constexpr std::int32_t kMostCircleMinutes = 180;
inline constexpr int kFarthestDays = 366;
inline constexpr int kSoonestDaysBetween = 42;  // R23: every six to eight weeks
inline constexpr int kLatestDaysBetween = 56;

struct Circle {
    CircleId id;
    ProgrammeId programme_id;
    std::int32_t number = 1;  // within its programme
    Layout layout = Layout::one_for_all;
    base::Day formed_on;
};
BOOST_DESCRIBE_STRUCT(Circle, (), (id, programme_id, number, layout, formed_on))

struct CircleDate {
    CircleDateId id;
    CircleId circle_id;
    std::int32_t version = 0;
    std::string starts_local;  // what the clock on the wall will say: "2026-11-24T15:00"
    std::string time_zone;     // IANA name
    base::Instant starts_at;
    std::int32_t minutes = kUsualCircleMinutes;
    std::string place;  // a room, an address or a link
    std::optional<base::Instant> cancelled_at;
};
BOOST_DESCRIBE_STRUCT(CircleDate, (),
                      (id, circle_id, version, starts_local, time_zone, starts_at, minutes, place, cancelled_at))

// Sets the next date, or moves the one ahead: there is at most one. `ahead`: not cancelled and not begun; `version` is
// its own, 0 for none. `wanted`: with a fresh id. What stands already is no change. Refuses: stale, and at
// /starts_local in_the_past and too_far.
base::Result<CircleDate> set_date(std::optional<CircleDate> const& ahead, CircleDate wanted, std::int32_t version,
                                  base::Instant now);
// Refuses: stale, no_date.
base::Result<CircleDate> cancel_date(std::optional<CircleDate> const& ahead, std::int32_t version, base::Instant now);

// When the next date is due, six to eight weeks after the last.
struct Due {
    base::Day from_on;
    base::Day until_on;
};
BOOST_DESCRIBE_STRUCT(Due, (), (from_on, until_on))
std::optional<Due> due_after(std::optional<base::Day> last_on);

// As somebody stands to a circle: a member, who may have left it for themselves, or whoever coordinates.
enum class Seat { member, departed, coordinator };
BOOST_DESCRIBE_ENUM(Seat, member, departed, coordinator)
enum class CircleAction { set_date, cancel_date, leave, come_back };
BOOST_DESCRIBE_ENUM(CircleAction, set_date, cancel_date, leave, come_back)
std::vector<CircleAction> allowed_actions(Seat seat, bool has_date_ahead, bool is_programme_closed);

base::Refusal circle_not_found();
base::Refusal no_date();
base::Refusal has_left_circle();
base::Refusal circle_member_not_found();
base::Refusal no_seat(NoSeat why);

}  // namespace circle
