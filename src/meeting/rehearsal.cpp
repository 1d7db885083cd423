#include "meeting/rehearsal.hpp"

#include "meeting/holiday_store.hpp"
#include "meeting/meeting_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "pairing/readiness.hpp"
#include "platform/content.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

constexpr auto kHalfHour = std::chrono::minutes(programme::kSlotMinutes);

// Whoever is missing something hears of that first, and of the rest when nothing is missing any more.
void tell_one(db::Tx& tx, access::OrganisationId organisation, store::ToPrepare const& one, base::Instant now) {
    auto const pairing =
        pairing::store::find(tx, organisation, store::find(tx, organisation, one.meeting_id)->pairing_id).value();
    auto const& kind = pairing::is_ready(tx, organisation, pairing, *pairing.side_of(one.person_id))
                           ? notice::preparation_waits
                           : notice::reading_waits;
    notice::tell(tx, organisation, one.person_id, kind, base::any(one.meeting_id), now);
}

}  // namespace

Rehearsal const& rehearsal_in(std::string_view language) {
    return content::read_once<Rehearsal>("content/rehearsal/", language);
}

bool is_at_work(Working const& working, base::Instant at) {
    return works_at(working.week, at) && working.closed.is_written_to(working.site, working.week.time_zone, at);
}

base::Instant due_at(Working const& working, base::Instant starts_at) {
    auto const wanted = starts_at - kToldBefore;
    for (auto at = wanted; wanted - at < kLooksBack; at = at - kHalfHour)
        if (is_at_work(working, at)) return at;
    return wanted;
}

bool is_due(Working const& working, base::Instant starts_at, base::Instant now) {
    return now < starts_at && is_at_work(working, now) && due_at(working, starts_at) <= now;
}

void tell_to_prepare(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = base::utc_day(now);
    auto const until = now + kToldBefore + kLooksBack;
    auto const closed = store::closed_sites_of(tx, organisation, today - 1, base::utc_day(until));
    for (auto const& one : store::list_to_prepare(tx, organisation, now, until))
        if (is_due({one.week, one.site, closed}, one.starts_at, now)) tell_one(tx, organisation, one, now);
}

}  // namespace meeting
