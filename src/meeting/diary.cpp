#include "meeting/diary.hpp"

#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_store.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

constexpr auto kLookBack = std::chrono::hours(24 * 28);
constexpr std::int32_t kExploringMinutes = 30;

std::string host_of(std::string const& public_url) {
    auto const from = public_url.find("://") + 3;
    return public_url.substr(from, public_url.find_first_of(":/", from) - from);
}

std::string called(db::Tx& tx, access::OrganisationId organisation, PersonId person) {
    auto const brief = pairing::store::find_partner(tx, organisation, person).value();
    return brief.called_name.value_or(brief.name);
}

// Their own name last, so that a diary on a narrow screen still says with whom.
std::string title_of(db::Tx& tx, Party const& party) {
    return called(tx, party.organisation, party.pairing.person(pairing::other(party.side))) + " · " +
           called(tx, party.organisation, party.pairing.person(party.side));
}

CalendarEntry entry_of(db::Tx& tx, std::string const& host, Party const& party,
                       pairing::ExploratoryMeeting const& meeting, base::Instant now) {
    CalendarEntry entry;
    entry.uid = "exploring-" + party.pairing.id.text() + "@" + host;
    entry.sequence = meeting.version - 1;
    entry.stamped_at = now;
    entry.starts_at = meeting.starts_at;
    entry.minutes = kExploringMinutes;
    entry.time_zone = meeting.time_zone;
    entry.title = title_of(tx, party);
    entry.place = meeting.place;
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

std::vector<CalendarEntry> diary_of(db::Tx& tx, std::string const& public_url, access::OrganisationId organisation,
                                    PersonId person, base::Instant now) {
    access::Viewer viewer = access::house(organisation);
    viewer.person = person;
    std::vector<CalendarEntry> entries;
    for (auto const& pairing : pairing::store::list_mine(tx, viewer)) {
        if (!pairing::is_live(pairing)) continue;
        Party const party{organisation, pairing, *pairing.side_of(person)};
        auto const exploring = pairing::store::find_meeting(tx, organisation, pairing.id);
        if (exploring && exploring->starts_at > now - kLookBack)
            entries.push_back(entry_of(tx, host_of(public_url), party, *exploring, now));
        for (auto const& meeting : store::list_of_pairing(tx, organisation, pairing.id))
            if (meeting.time && !meeting.cancelled_at && meeting.time->starts_at > now - kLookBack)
                entries.push_back(entry_of(tx, public_url, party, meeting, now));
    }
    return entries;
}

}  // namespace meeting
