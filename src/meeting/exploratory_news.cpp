#include "meeting/exploratory_news.hpp"

#include <algorithm>

#include "meeting/exploratory_news_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

notice::Kind const& notice_of(TellingKind kind) {
    return kind == TellingKind::date_set ? notice::first_date_set : notice::date_called_off;
}

}  // namespace

std::vector<Telling> tellings_of(pairing::ExploratoryMeeting const& meeting, base::Instant now) {
    if (meeting.starts_at <= now) return {};
    auto const kind = meeting.is_called_off ? TellingKind::date_called_off : TellingKind::date_set;
    // The entry of a date has the number of its version, from 0.
    return {{Side::mentor, kind, meeting.version - 1}, {Side::mentee, kind, meeting.version - 1}};
}

std::string exploratory_link_path(crypto::Keys const& keys, access::OrganisationId organisation,
                                  ExploratoryTelling const& telling) {
    if (!telling.nonce) return "/pair";
    return kExploratoryLink.path(keys, organisation, telling.id, *telling.nonce);
}

void tell_of_exploratory(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now) {
    auto const pairing = pairing::store::find(tx, organisation, id);
    auto const meeting = pairing::store::find_meeting(tx, organisation, id);
    if (!pairing || !meeting) return;
    for (auto const& telling : tellings_of(*meeting, now)) {
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
    auto const stands = tellings_of(meeting, now);
    if (!std::ranges::count(stands, Telling{told->side, told->kind, told->told_of})) return std::nullopt;
    auto entry = entry_of(tx, envelope.public_url, {organisation, pairing, told->side}, meeting, now);
    entry.organiser = envelope.house;
    entry.attendees = {envelope.recipient};
    auto const method = entry.is_cancelled ? Method::cancel : Method::request;
    return CalendarNews{method, write_calendar(method, {entry})};
}

}  // namespace meeting
