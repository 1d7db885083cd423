#include "circle/group_meeting.hpp"

#include <tuple>

#include "base/version.hpp"
#include "platform/zone.hpp"
#include "programme/nearest_words.hpp"

namespace circle {
namespace {

base::Result<bool> check_open(GroupMeeting const& meeting, std::int32_t version, base::Instant now) {
    TRY_VOID(base::check_version("group meeting", version, meeting.version));
    if (meeting.cancelled_at) return base::conflict("called_off", "the meeting has been called off");
    if (meeting.starts_at <= now) return base::conflict("already_begun", "the meeting has begun");
    return true;
}

bool is_alike(GroupMeeting const& one, GroupMeeting const& other) {
    auto const words = [](GroupMeeting const& meeting) {
        return std::tie(meeting.kind, meeting.title, meeting.asked, meeting.by_sponsor, meeting.starts_local,
                        meeting.time_zone, meeting.starts_at, meeting.minutes, meeting.place);
    };
    return words(one) == words(other);
}

}  // namespace

std::optional<programme::Side> side_of(GroupAsked asked) {
    if (asked == GroupAsked::mentors) return programme::Side::mentor;
    if (asked == GroupAsked::mentees) return programme::Side::mentee;
    return std::nullopt;
}

base::Result<GroupMeeting> set_group_meeting(std::optional<GroupMeeting> const& standing, GroupMeeting wanted,
                                             std::int32_t version, std::optional<base::Day> last_day,
                                             base::Instant now) {
    if (standing) TRY_VOID(check_open(*standing, version, now));
    std::vector<base::FieldError> errors;
    programme::check_line(wanted.title, "/title", errors);
    if (wanted.starts_at <= now)
        errors.push_back({"/starts_local", "in_the_past", {}});
    else if (wanted.starts_at - now > std::chrono::hours(24) * kFarthestGroupDays)
        errors.push_back({"/starts_local", "too_far", {}});
    else if (last_day && zone::day_of(wanted.starts_at, wanted.time_zone) > *last_day)
        errors.push_back({"/starts_local", "after_last_day", {}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    if (standing && is_alike(*standing, wanted)) return *standing;
    if (standing) wanted.id = standing->id;
    wanted.version = standing ? standing->version + 1 : 1;
    return wanted;
}

base::Result<GroupMeeting> call_off_group_meeting(GroupMeeting meeting, std::int32_t version, base::Instant now) {
    TRY_VOID(check_open(meeting, version, now));
    ++meeting.version;
    meeting.cancelled_at = now;
    return meeting;
}

bool is_ahead(GroupMeeting const& meeting, base::Instant now) {
    return !meeting.cancelled_at && meeting.starts_at > now;
}

base::Refusal group_meeting_not_found() {
    return base::not_found("group meeting");
}

base::Refusal too_many_group_meetings() {
    return base::conflict("too_many_group_meetings", "as many meetings are ahead in this programme as one can have",
                          {{"most", std::to_string(kMostGroupMeetingsAhead)}});
}

}  // namespace circle
