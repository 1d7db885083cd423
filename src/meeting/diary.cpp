#include "meeting/diary.hpp"

#include <algorithm>

#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_link_store.hpp"
#include "meeting/meeting_store.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

std::string name_of(db::Tx& tx, access::OrganisationId organisation, PersonId person) {
    return called(pairing::store::find_partner(tx, organisation, person).value());
}

// Their own name last, so that a diary on a narrow screen still says with whom.
std::string title_of(db::Tx& tx, Party const& party) {
    return name_of(tx, party.organisation, party.pairing.person(pairing::other(party.side))) + " · " +
           name_of(tx, party.organisation, party.pairing.person(party.side));
}

// A date that was moved away: the one it had been, under the number that took it off.
std::optional<Meeting> as_it_was(db::Tx& tx, access::OrganisationId organisation, Meeting meeting) {
    auto const changes = store::changes_of(tx, organisation, meeting.pairing_id);
    auto const last =
        std::find_if(changes.rbegin(), changes.rend(), [&](auto const& one) { return one.meeting_id == meeting.id; });
    if (last == changes.rend()) return std::nullopt;
    meeting.time = Time{"", "UTC", last->change.starts_at};
    return meeting;
}

// The meeting as this mail tells it.
std::optional<Meeting> told_meeting(db::Tx& tx, access::OrganisationId organisation, MeetingLink const& link) {
    auto meeting = store::find(tx, organisation, link.meeting_id);
    if (!meeting || meeting->sequence != link.told_of) return std::nullopt;
    auto const state = state_of(*meeting);
    if (link.kind == TellingKind::date_set) return state == State::set ? meeting : std::nullopt;
    if (link.kind != TellingKind::date_called_off) return std::nullopt;
    if (state == State::proposed) return as_it_was(tx, organisation, *meeting);
    return meeting->time ? meeting : std::nullopt;
}

// An invitation asks about one entry (RFC 5546, 3.2.2); several in one mail are published.
Method method_for(std::vector<CalendarEntry> const& entries) {
    if (entries.size() > 1) return Method::publish;
    return entries.front().is_cancelled ? Method::cancel : Method::request;
}

CalendarEntry told_entry(db::Tx& tx, Envelope const& envelope, access::OrganisationId organisation,
                         MeetingLink const& link, Meeting const& meeting, base::Instant now) {
    auto const pairing = pairing::store::find(tx, organisation, meeting.pairing_id).value();
    auto entry = entry_of(tx, envelope.public_url, {organisation, pairing, link.side}, meeting, now);
    entry.is_cancelled = link.kind == TellingKind::date_called_off;
    entry.organiser = envelope.house;
    return entry;
}

}  // namespace

CalendarEntry entry_of(db::Tx& tx, std::string const& public_url, Party const& party, Meeting const& meeting,
                       base::Instant now) {
    auto const& time = meeting.time.value();
    CalendarEntry entry;
    entry.uid = "meeting-" + meeting.id.text() + "@" + host_of(public_url);
    entry.sequence = meeting.sequence;
    entry.stamped_at = now;
    entry.starts_at = time.starts_at;
    entry.minutes = meeting.minutes;
    entry.time_zone = time.time_zone;
    entry.title = title_of(tx, party);
    entry.place = meeting.place;
    entry.is_pencilled_in = is_pencilled_in(tx, party);
    entry.is_cancelled = meeting.cancelled_at.has_value();
    return entry;
}

CalendarEntry entry_of(db::Tx& tx, std::string const& public_url, Party const& party,
                       pairing::ExploratoryMeeting const& meeting, base::Instant now) {
    CalendarEntry entry;
    entry.uid = "exploring-" + party.pairing.id.text() + "@" + host_of(public_url);
    entry.sequence = meeting.version - 1;
    entry.stamped_at = now;
    entry.starts_at = meeting.starts_at;
    entry.minutes = kExploringMinutes;
    entry.time_zone = meeting.time_zone;
    entry.title = title_of(tx, party);
    entry.place = meeting.place;
    entry.is_cancelled = meeting.is_called_off;
    return entry;
}

std::vector<CalendarEntry> diary_of(db::Tx& tx, std::string const& public_url, access::OrganisationId organisation,
                                    PersonId person, base::Instant now) {
    access::Viewer viewer = access::house(organisation);
    viewer.person = person;
    std::vector<CalendarEntry> entries;
    for (auto const& pairing : pairing::store::list_mine(tx, viewer)) {
        if (!pairing::is_live(pairing)) continue;
        Party const party{organisation, pairing, *pairing.side_of(person)};
        auto const exploring = pairing::store::find_meeting(tx, organisation, pairing.id);
        if (exploring && !exploring->is_called_off && exploring->starts_at > now - kLookBack)
            entries.push_back(entry_of(tx, public_url, party, *exploring, now));
        for (auto const& meeting : store::list_of_pairing(tx, organisation, pairing.id))
            if (meeting.time && !meeting.cancelled_at && meeting.time->starts_at > now - kLookBack)
                entries.push_back(entry_of(tx, public_url, party, meeting, now));
    }
    return entries;
}

std::optional<CalendarNews> calendar_news(db::Tx& tx, Envelope const& envelope, access::OrganisationId organisation,
                                          MeetingLinkId link_id, base::Instant now) {
    auto const link = store::find_link(tx, organisation, link_id);
    if (!link) return std::nullopt;
    std::vector<CalendarEntry> entries;
    for (auto const& told : store::list_told_together(tx, organisation, *link)) {
        auto const meeting = told_meeting(tx, organisation, told);
        if (meeting) entries.push_back(told_entry(tx, envelope, organisation, told, *meeting, now));
    }
    if (entries.empty()) return std::nullopt;
    if (entries.size() == 1) entries.front().attendees = {envelope.recipient};
    auto const method = method_for(entries);
    return CalendarNews{method, write_calendar(method, entries)};
}

}  // namespace meeting
