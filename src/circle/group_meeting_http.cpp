#include "circle/group_meeting_http.hpp"

#include "circle/circle.hpp"
#include "circle/group_meeting_actions.hpp"
#include "circle/group_meeting_store.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_store.hpp"
#include "programme/closing_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace circle {
namespace {

std::optional<std::string> sponsor_of(access::Call& call, ProgrammeId programme) {
    auto const sponsor = programme::store::find_sponsor(call.tx, call.viewer.organisation, programme);
    return sponsor && sponsor->accepted_at ? std::optional(sponsor->name) : std::nullopt;
}

GroupMeetingAnswer answer_about(access::Call& call, GroupMeeting const& meeting) {
    auto const organisation = call.viewer.organisation;
    GroupMeetingAnswer answer;
    answer.id = meeting.id;
    answer.programme_id = meeting.programme_id;
    answer.programme = programme::store::find_called(call.tx, organisation, meeting.programme_id, call.viewer.language);
    answer.kind = meeting.kind;
    answer.title = meeting.title;
    answer.asked = meeting.asked;
    answer.by_sponsor = meeting.by_sponsor;
    if (meeting.by_sponsor) answer.sponsor_name = sponsor_of(call, meeting.programme_id);
    answer.version = meeting.version;
    answer.starts_local = meeting.starts_local;
    answer.time_zone = meeting.time_zone;
    answer.starts_at = meeting.starts_at;
    answer.minutes = meeting.minutes;
    answer.place = meeting.place;
    answer.is_called_off = meeting.cancelled_at.has_value();
    if (is_ahead(meeting, call.now) && programme::store::find_led_programme(call.tx, call.viewer, meeting.programme_id))
        answer.allowed_actions = {GroupMeetingAction::change, GroupMeetingAction::call_off};
    return answer;
}

std::int64_t count_asked(access::Call& call, ProgrammeId programme, GroupAsked asked) {
    return std::ssize(programme::store::list_taking_part(call.tx, call.viewer.organisation, programme, side_of(asked)));
}

}  // namespace

base::Result<GroupMeetings> list_group_meetings(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const programme = programme::store::find_led_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    GroupMeetings list;
    for (auto const& one : store::list_group_meetings(call.tx, call.viewer.organisation, id))
        list.items.push_back(answer_about(call, one));
    list.everyone = count_asked(call, id, GroupAsked::everyone);
    list.mentors = count_asked(call, id, GroupAsked::mentors);
    list.mentees = count_asked(call, id, GroupAsked::mentees);
    list.time_zone = organisation::store::load(call.tx, call.viewer.organisation).time_zone;
    list.sponsor_name = sponsor_of(call, id);
    list.may_set = programme->state != programme::State::closed;
    return list;
}

base::Result<GroupMeetingAnswer> post_group_meeting(access::Call& call, GroupMeetingInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY(meeting, convene(call.tx, call.viewer, id, input, call.now));
    return answer_about(call, meeting);
}

base::Result<GroupMeetingAnswer> put_group_meeting(access::Call& call, GroupMeetingInput const& input) {
    TRY(id, call.id<GroupMeetingId>("id"));
    TRY(meeting, change_group_meeting(call.tx, call.viewer, id, input, call.now));
    return answer_about(call, meeting);
}

base::Result<GroupMeetingAnswer> remove_group_meeting(access::Call& call, GroupMeetingRead const& read) {
    TRY(id, call.id<GroupMeetingId>("id"));
    TRY(meeting, call_off(call.tx, call.viewer, id, read.version, call.now));
    return answer_about(call, meeting);
}

base::Result<OwnGroupMeetings> list_my_group_meetings(access::Call& call) {
    OwnGroupMeetings list;
    for (auto const& one :
         store::list_own_group_meetings(call.tx, call.viewer.organisation, call.viewer.person.value(), call.now))
        list.items.push_back(answer_about(call, one));
    return list;
}

base::Result<access::Document> show_group_meeting_calendar(access::Call& call) {
    TRY(id, call.id<GroupMeetingId>("id"));
    auto const organisation = call.viewer.organisation;
    auto const found = store::find_group_meeting(call.tx, organisation, id);
    if (!found) return group_meeting_not_found();
    if (!store::find_own_group_meeting(call.tx, organisation, call.viewer.person.value(), id) &&
        !programme::store::find_led_programme(call.tx, call.viewer, found->programme_id))
        return group_meeting_not_found();
    if (found->cancelled_at) return no_date();
    auto const entry = entry_of(call.tx, organisation, call.tools.public_url, call.viewer.language, *found, call.now);
    return access::Document{"text/calendar; charset=utf-8", meeting::write_calendar(meeting::Method::publish, {entry})};
}

}  // namespace circle
