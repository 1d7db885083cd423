#include "circle/group_meeting_actions.hpp"

#include <set>

#include "base/text.hpp"
#include "circle/group_meeting_store.hpp"
#include "invitation/opening_letter.hpp"
#include "meeting/holiday_store.hpp"
#include "meeting/meeting_store.hpp"
#include "meeting/rehearsal.hpp"
#include "notice/notice_actions.hpp"
#include "person/person_store.hpp"
#include "platform/i18n.hpp"
#include "programme/closing_actions.hpp"
#include "programme/closing_store.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace circle {
namespace {

constexpr base::Duration kNotRemindedWithin = std::chrono::hours(24);

std::optional<programme::Sponsor> accepted_sponsor(db::Tx& tx, access::OrganisationId organisation,
                                                   ProgrammeId programme) {
    auto sponsor = programme::store::find_sponsor(tx, organisation, programme);
    return sponsor && sponsor->accepted_at ? sponsor : std::nullopt;
}

std::vector<access::PersonId> asked_to(db::Tx& tx, access::OrganisationId organisation, GroupMeeting const& meeting) {
    auto const taking_part =
        programme::store::list_taking_part(tx, organisation, meeting.programme_id, side_of(meeting.asked));
    std::set<access::PersonId> people(taking_part.begin(), taking_part.end());
    auto const sponsor = accepted_sponsor(tx, organisation, meeting.programme_id);
    if (meeting.by_sponsor && sponsor && sponsor->person_id) people.insert(*sponsor->person_id);
    return {people.begin(), people.end()};
}

base::Result<GroupMeeting> to_meeting(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme,
                                      GroupMeetingInput const& input) {
    TRY(starts_at, pairing::to_instant(input.starts_local, input.time_zone));
    if (input.by_sponsor && !accepted_sponsor(tx, organisation, programme)) return invitation::sponsor_not_accepted();
    GroupMeeting meeting;
    meeting.id = tx.make_id<GroupMeetingId>();
    meeting.programme_id = programme;
    meeting.kind = input.kind;
    meeting.title = input.title;
    meeting.asked = input.asked;
    meeting.by_sponsor = input.by_sponsor;
    meeting.starts_local = input.starts_local;
    meeting.time_zone = input.time_zone;
    meeting.starts_at = starts_at;
    meeting.minutes = input.minutes;
    meeting.place = base::squeeze(input.place);
    return meeting;
}

base::Result<GroupMeeting> find_led(db::Tx& tx, access::Viewer const& viewer, GroupMeetingId id) {
    auto const meeting = store::find_group_meeting(tx, viewer.organisation, id);
    if (!meeting || !programme::store::find_led_programme(tx, viewer, meeting->programme_id))
        return group_meeting_not_found();
    return *meeting;
}

base::Result<GroupMeeting> set(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                               std::optional<GroupMeeting> const& standing, GroupMeetingInput const& input,
                               base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY_VOID(programme::check_not_closed(tx, organisation, programme));
    TRY(wanted, to_meeting(tx, organisation, programme, input));
    auto const closing = programme::store::find_closing(tx, organisation, programme);
    auto const last_day = closing ? std::optional(closing->closes_on) : std::nullopt;
    TRY(meeting, set_group_meeting(standing, wanted, input.version, last_day, now));
    if (standing && standing->version == meeting.version) return meeting;
    store::save_group_meeting(tx, organisation, meeting);
    audit::record(tx, viewer, kGroupMeetingSet, base::any(meeting.id), audit::Facts().id("programme_id", programme),
                  now);
    return meeting;
}

void tell_all(db::Tx& tx, access::OrganisationId organisation, GroupMeeting const& meeting, notice::Kind const& kind,
              GroupTellingId telling, base::Instant now) {
    for (auto const& person : asked_to(tx, organisation, meeting))
        notice::tell(tx, organisation, person, kind, base::any(telling), now);
}

meeting::Week week_of(db::Tx& tx, access::OrganisationId organisation, GroupMeeting const& meeting,
                      access::PersonId person) {
    using programme::Side;
    for (auto const side : {Side::mentor, Side::mentee})
        if (programme::store::find_enrolment_of(tx, organisation, meeting.programme_id, person, side))
            return meeting::store::week_of(tx, organisation, meeting.programme_id, person,
                                           side == Side::mentor ? pairing::Side::mentor : pairing::Side::mentee);
    auto const found = person::store::find(tx, organisation, person);
    return {{}, found ? found->time_zone : "UTC"};
}

}  // namespace

base::Result<GroupMeeting> convene(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                   GroupMeetingInput const& input, base::Instant now) {
    if (!programme::store::find_led_programme(tx, viewer, programme)) return base::not_found("programme");
    if (store::count_group_meetings_ahead(tx, viewer.organisation, programme, now) >= kMostGroupMeetingsAhead)
        return too_many_group_meetings();
    return set(tx, viewer, programme, std::nullopt, input, now);
}

base::Result<GroupMeeting> change_group_meeting(db::Tx& tx, access::Viewer const& viewer, GroupMeetingId id,
                                                GroupMeetingInput const& input, base::Instant now) {
    TRY(standing, find_led(tx, viewer, id));
    return set(tx, viewer, standing.programme_id, standing, input, now);
}

base::Result<GroupMeeting> call_off(db::Tx& tx, access::Viewer const& viewer, GroupMeetingId id, std::int32_t version,
                                    base::Instant now) {
    TRY(standing, find_led(tx, viewer, id));
    TRY(meeting, call_off_group_meeting(standing, version, now));
    store::save_group_meeting(tx, viewer.organisation, meeting);
    audit::record(tx, viewer, kGroupMeetingCalledOff, base::any(id),
                  audit::Facts().id("programme_id", meeting.programme_id), now);
    return meeting;
}

void tell_of_group_meeting(db::Tx& tx, access::OrganisationId organisation, GroupMeetingId id, base::Instant now) {
    auto const meeting = store::find_group_meeting(tx, organisation, id);
    auto const telling = meeting ? store::insert_group_telling(tx, organisation, *meeting, now) : std::nullopt;
    if (!telling) return;
    auto const& kind = meeting->cancelled_at ? notice::group_meeting_called_off : notice::group_meeting_set;
    tell_all(tx, organisation, *meeting, kind, *telling, now);
}

void remind_of_group_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const until = now + meeting::kToldBefore + meeting::kLooksBack;
    auto const closed = meeting::store::closed_sites_of(tx, organisation, base::utc_day(now) - 1, base::utc_day(until));
    for (auto const& one : store::list_group_meetings_between(tx, organisation, now, until)) {
        auto const telling = store::find_group_telling(tx, organisation, one);
        if (!telling || now - telling->told_at < kNotRemindedWithin) continue;
        for (auto const& person : asked_to(tx, organisation, one)) {
            auto const site = meeting::store::site_of(tx, organisation, person);
            if (meeting::is_due({week_of(tx, organisation, one, person), site, closed}, one.starts_at, now))
                notice::tell(tx, organisation, person, notice::group_meeting_soon, base::any(telling->id), now);
        }
    }
}

void call_off_group_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& one : store::list_group_meetings_of_closed(tx, organisation, now)) {
        auto const meeting = call_off_group_meeting(one, one.version, now).value();
        store::save_group_meeting(tx, organisation, meeting);
        audit::record(tx, access::house(organisation), kGroupMeetingCalledOff, base::any(meeting.id),
                      audit::Facts().id("programme_id", meeting.programme_id), now);
    }
}

meeting::CalendarEntry entry_of(db::Tx& tx, access::OrganisationId organisation, std::string const& public_url,
                                std::string const& language, GroupMeeting const& meeting, base::Instant now) {
    auto const sponsor = meeting.by_sponsor ? accepted_sponsor(tx, organisation, meeting.programme_id) : std::nullopt;
    meeting::CalendarEntry entry;
    entry.uid = "group-" + meeting.id.text() + "@" + meeting::host_of(public_url);
    entry.sequence = meeting.version - 1;
    entry.stamped_at = now;
    entry.starts_at = meeting.starts_at;
    entry.minutes = meeting.minutes;
    entry.time_zone = meeting.time_zone;
    entry.title = i18n::ours().format(
        language, "mail.group_meeting.title",
        {{"by", sponsor ? "sponsor" : "house"}, {"sponsor", sponsor ? base::squeeze(sponsor->name) : std::string()}});
    entry.place = meeting.place;
    entry.is_cancelled = meeting.cancelled_at.has_value();
    entry.asks_for_answer = false;
    return entry;
}

std::vector<meeting::CalendarEntry> group_diary_of(db::Tx& tx, std::string const& public_url,
                                                   access::OrganisationId organisation, access::PersonId person,
                                                   base::Instant now) {
    auto const reader = person::store::find(tx, organisation, person);
    std::vector<meeting::CalendarEntry> entries;
    if (!reader) return entries;
    for (auto const& one : store::list_own_group_meetings(tx, organisation, person, now - meeting::kLookBack))
        entries.push_back(entry_of(tx, organisation, public_url, reader->language, one, now));
    return entries;
}

std::optional<meeting::CalendarNews> group_calendar_news(db::Tx& tx, meeting::Envelope const& envelope,
                                                         access::OrganisationId organisation,
                                                         std::string const& language, GroupTellingId telling,
                                                         base::Instant now) {
    auto const told = store::find_group_meeting_told(tx, organisation, telling);
    if (!told) return std::nullopt;
    auto entry = entry_of(tx, organisation, envelope.public_url, language, *told, now);
    entry.organiser = envelope.house;
    entry.attendees = {envelope.recipient};
    auto const method = entry.is_cancelled ? meeting::Method::cancel : meeting::Method::request;
    return meeting::CalendarNews{method, meeting::write_calendar(method, {entry})};
}

std::string when_and_where(db::Tx& tx, access::OrganisationId organisation, std::string const& language,
                           GroupTellingId telling) {
    auto const told = store::find_group_meeting_told(tx, organisation, telling);
    if (!told) return {};
    auto const when = i18n::long_time(language, told->starts_at, told->time_zone) + " (" + told->time_zone + ")";
    return told->place.empty() ? when : when + "\n" + told->place;
}

}  // namespace circle
