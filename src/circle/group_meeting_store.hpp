#pragma once
// The only SQL that writes group_meetings and group_meeting_tellings.

#include <optional>
#include <vector>

#include "access/call.hpp"
#include "circle/group_meeting.hpp"
#include "platform/db/db.hpp"

namespace circle::store {

using access::OrganisationId;
using access::PersonId;
using access::Viewer;

void save_group_meeting(db::Tx& tx, OrganisationId organisation, GroupMeeting const& meeting);
std::optional<GroupMeeting> find_group_meeting(db::Tx& tx, OrganisationId organisation, GroupMeetingId id);
// Only one to which the person is asked, by their side or as the sponsor who convenes it.
std::optional<GroupMeeting> find_own_group_meeting(db::Tx& tx, OrganisationId organisation, PersonId person,
                                                   GroupMeetingId id);
// The latest fifty, the latest to begin first.
std::vector<GroupMeeting> list_group_meetings(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// To which the person is asked, beginning after `from`, not called off; the next first.
std::vector<GroupMeeting> list_own_group_meetings(db::Tx& tx, OrganisationId organisation, PersonId person,
                                                  base::Instant from);
std::int64_t count_group_meetings_ahead(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                        base::Instant now);
// Of all programmes, between the two.
std::vector<GroupMeeting> list_group_meetings_between(db::Tx& tx, OrganisationId organisation, base::Instant from,
                                                      base::Instant until);
// Ahead, of programmes that have closed.
std::vector<GroupMeeting> list_group_meetings_of_closed(db::Tx& tx, OrganisationId organisation, base::Instant now);

struct GroupTelling {
    GroupTellingId id;
    base::Instant told_at;
};
BOOST_DESCRIBE_STRUCT(GroupTelling, (), (id, told_at))
// None when that version was told before.
std::optional<GroupTellingId> insert_group_telling(db::Tx& tx, OrganisationId organisation, GroupMeeting const& meeting,
                                                   base::Instant now);
std::optional<GroupTelling> find_group_telling(db::Tx& tx, OrganisationId organisation, GroupMeeting const& meeting);
// What a notice or a mail is about, as it stands now; none when it has changed since it was told.
std::optional<GroupMeeting> find_group_meeting_told(db::Tx& tx, OrganisationId organisation, GroupTellingId id);
// The same, also when it has changed since.
std::optional<ProgrammeId> find_programme_of_telling(db::Tx& tx, OrganisationId organisation, GroupTellingId id);

// When the person is taken, in circles and in group meetings: access::BusySource.
std::vector<access::Busy> list_busy_in_groups(db::Tx& tx, OrganisationId organisation, PersonId person,
                                              base::Instant from);

// Of programmes that closed before then.
void forget_group_meetings(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace circle::store
