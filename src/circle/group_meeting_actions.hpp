#pragma once
// The verbs of group meetings. Whoever coordinates acts by name: it is their open word.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "circle/group_meeting_shapes.hpp"
#include "meeting/diary.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/board.hpp"

namespace circle {

inline constexpr audit::Kind kGroupMeetingSet{"group_meeting.set"};
inline constexpr audit::Kind kGroupMeetingCalledOff{"group_meeting.called_off"};

// Refuses what set_group_meeting refuses, `sponsor_not_accepted`, `too_many_group_meetings`, `programme_closed`.
base::Result<GroupMeeting> convene(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                   GroupMeetingInput const& input, base::Instant now);
base::Result<GroupMeeting> change_group_meeting(db::Tx& tx, access::Viewer const& viewer, GroupMeetingId id,
                                                GroupMeetingInput const& input, base::Instant now);
base::Result<GroupMeeting> call_off(db::Tx& tx, access::Viewer const& viewer, GroupMeetingId id, std::int32_t version,
                                    base::Instant now);

// What follows: everybody asked is told of this version of it, and the sponsor who convenes it.
void tell_of_group_meeting(db::Tx& tx, access::OrganisationId organisation, GroupMeetingId id, base::Instant now);
// By the schedule: two days before, or the last working half hour before that, to each; not within a day of being told.
void remind_of_group_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
// By the schedule: those ahead of programmes that have closed.
void call_off_group_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

// As a calendar reads it: that there is a date, where, and in whose name; no word of a programme, and no answer is
// asked.
meeting::CalendarEntry entry_of(db::Tx& tx, access::OrganisationId organisation, std::string const& public_url,
                                std::string const& language, GroupMeeting const& meeting, base::Instant now);
// What the person has ahead, or had in the last four weeks.
std::vector<meeting::CalendarEntry> group_diary_of(db::Tx& tx, std::string const& public_url,
                                                   access::OrganisationId organisation, access::PersonId person,
                                                   base::Instant now);
// Nothing when it has changed since.
std::optional<meeting::CalendarNews> group_calendar_news(db::Tx& tx, meeting::Envelope const& envelope,
                                                         access::OrganisationId organisation,
                                                         std::string const& language, GroupTellingId telling,
                                                         base::Instant now);
// "Tuesday, 1 December 2026 at 10:00 (Europe/Paris)" and the place, as its mail says it; empty once it has changed.
std::string when_and_where(db::Tx& tx, access::OrganisationId organisation, std::string const& language,
                           GroupTellingId telling);

}  // namespace circle
