#include "meeting/exploratory_news.hpp"

#include <algorithm>

#include "meeting/exploratory_news_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

// As others may learn it: from the day after a closing.
bool is_over_for_everybody(pairing::Pairing const& pairing, base::Day today) {
    auto const standing = pairing::seen_by_coordinator(pairing, today);
    return !standing || standing->state == pairing::CoordinatorState::finished;
}

notice::Kind const& notice_of(TellingKind kind) {
    return kind == TellingKind::date_set ? notice::first_date_set : notice::date_called_off;
}

}  // namespace

std::vector<Telling> tellings_of(pairing::Pairing const& pairing, pairing::ExploratoryMeeting const& meeting,
                                 base::Instant now) {
    if (meeting.starts_at <= now) return {};
    // The entry of a date has the number of its version, from 0; taking it off is one more.
    auto const is_off = is_over_for_everybody(pairing, base::utc_day(now));
    auto const kind = is_off ? TellingKind::date_called_off : TellingKind::date_set;
    auto const sequence = is_off ? meeting.version : meeting.version - 1;
    return {{Side::mentor, kind, sequence}, {Side::mentee, kind, sequence}};
}

void tell_of_exploratory(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now) {
    auto const pairing = pairing::store::find(tx, organisation, id);
    auto const meeting = pairing::store::find_meeting(tx, organisation, id);
    if (!pairing || !meeting) return;
    for (auto const& telling : tellings_of(*pairing, *meeting, now)) {
        auto const told = store::insert_exploratory_telling(tx, organisation, id, telling, now);
        if (told)
            notice::tell(tx, organisation, pairing->person(telling.side), notice_of(telling.kind), base::any(*told),
                         now);
    }
}

std::optional<CalendarNews> exploratory_news(db::Tx& tx, Envelope const& envelope, access::OrganisationId organisation,
                                             ExploratoryTellingId id, base::Instant now) {
    auto const told = store::find_exploratory_telling(tx, organisation, id);
    if (!told) return std::nullopt;
    auto const pairing = pairing::store::find(tx, organisation, told->pairing_id).value();
    auto const meeting = pairing::store::find_meeting(tx, organisation, told->pairing_id).value();
    auto const stands = tellings_of(pairing, meeting, now);
    if (!std::ranges::count(stands, Telling{told->side, told->kind, told->told_of})) return std::nullopt;
    auto entry = entry_of(tx, envelope.public_url, {organisation, pairing, told->side}, meeting, now);
    entry.sequence = told->told_of;
    entry.is_cancelled = told->kind == TellingKind::date_called_off;
    entry.organiser = envelope.house;
    entry.attendees = {envelope.recipient};
    auto const method = entry.is_cancelled ? Method::cancel : Method::request;
    return CalendarNews{method, write_calendar(method, {entry})};
}

}  // namespace meeting
