#pragma once
// A meeting of a whole programme, or of one side of it (rules 15): the kick-off, which the sponsor convenes, the
// closing, or another one. Whoever coordinates sets, moves and calls it off; everybody asked is told each time.
//
// Nobody is asked whether they will come, and who came is written down nowhere (docs/decisions/0227). Pure.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace circle {

using access::ProgrammeId;
using GroupMeetingId = base::Id<struct GroupMeetingTag>;
using GroupTellingId = base::Id<struct GroupTellingTag>;

enum class GroupMeetingKind { kick_off, closing, other };
BOOST_DESCRIBE_ENUM(GroupMeetingKind, kick_off, closing, other)
enum class GroupAsked { everyone, mentors, mentees };
BOOST_DESCRIBE_ENUM(GroupAsked, everyone, mentors, mentees)

inline constexpr std::int32_t kUsualGroupMinutes = 60;
inline constexpr std::int32_t kMostGroupMinutes = 480;
inline constexpr int kFarthestGroupDays = 730;
inline constexpr std::int64_t kMostGroupMeetingsAhead = 20;

struct GroupMeeting {
    GroupMeetingId id;
    ProgrammeId programme_id;
    GroupMeetingKind kind = GroupMeetingKind::kick_off;
    std::string title;
    GroupAsked asked = GroupAsked::everyone;
    bool by_sponsor = false;  // convened in the sponsor's name
    std::int32_t version = 0;
    std::string starts_local;  // what the clock on the wall will say: "2026-11-24T15:00"
    std::string time_zone;     // IANA name
    base::Instant starts_at;
    std::int32_t minutes = kUsualGroupMinutes;
    std::string place;  // a room, an address or a link
    std::optional<base::Instant> cancelled_at;
};
BOOST_DESCRIBE_STRUCT(GroupMeeting, (),
                      (id, programme_id, kind, title, asked, by_sponsor, version, starts_local, time_zone, starts_at,
                       minutes, place, cancelled_at))

// The side that is asked; none for both.
std::optional<programme::Side> side_of(GroupAsked asked);

// A new one, or a change of one: `standing`. What stands already is no change. `last_day`: of the programme, where one
// is announced, on the clock of the meeting. Refuses `stale`, `called_off`, `already_begun`; at /starts_local
// `in_the_past`, `too_far`, `after_last_day`; at /title `too_short`, `format`.
base::Result<GroupMeeting> set_group_meeting(std::optional<GroupMeeting> const& standing, GroupMeeting wanted,
                                             std::int32_t version, std::optional<base::Day> last_day,
                                             base::Instant now);
// Refuses `stale`, `called_off`, `already_begun`.
base::Result<GroupMeeting> call_off_group_meeting(GroupMeeting meeting, std::int32_t version, base::Instant now);

// It is neither called off nor begun.
bool is_ahead(GroupMeeting const& meeting, base::Instant now);

base::Refusal group_meeting_not_found();
base::Refusal too_many_group_meetings();

}  // namespace circle
