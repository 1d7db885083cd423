#pragma once

#include "access/call.hpp"
#include "circle/group_meeting_shapes.hpp"

namespace circle {

base::Result<GroupMeetings> list_group_meetings(access::Call& call);
base::Result<GroupMeetingAnswer> post_group_meeting(access::Call& call, GroupMeetingInput const& input);
base::Result<GroupMeetingAnswer> put_group_meeting(access::Call& call, GroupMeetingInput const& input);
base::Result<GroupMeetingAnswer> remove_group_meeting(access::Call& call, GroupMeetingRead const& read);
base::Result<OwnGroupMeetings> list_my_group_meetings(access::Call& call);
// For whoever is asked, and whoever coordinates.
base::Result<access::Document> show_group_meeting_calendar(access::Call& call);

}  // namespace circle
