#include "meeting/meeting_actions.hpp"

#include <algorithm>

#include "access/hint.hpp"
#include "meeting/absence_store.hpp"
#include "meeting/holiday_store.hpp"
#include "meeting/meeting_link_store.hpp"
#include "meeting/meeting_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/pairing_store.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

// A closing is told when its day has ended, by a job of every quarter of an hour.
constexpr auto kTold = std::chrono::minutes(30);
// Two who have not met yet should soon; after a meeting the next one is due by what they agreed, give or take.
constexpr int kSoonDays = 2;
constexpr int kEarlierDays = 3;

pairing::Stage stage_of(Place const& place) {
    return pairing::stage_of(place.party.pairing);
}

void keep_tally(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    auto const tally = tally_of(store::list_of_pairing(tx, organisation, pairing));
    pairing::store::save_meetings(tx, organisation, pairing, tally.held, tally.last_date_at);
}

void record(db::Tx& tx, Party const& party, audit::Kind const& kind, Meeting const& meeting, base::Instant now) {
    auto const& pairing = party.pairing;
    keep_tally(tx, party.organisation, pairing.id);
    audit::record(tx, access::house(party.organisation), kind, base::any(meeting.id),
                  audit::Facts().id("pairing_id", pairing.id), now);
    access::hint(tx, party.organisation, "pairing", base::any(pairing.id), {pairing.mentor_id, pairing.mentee_id});
}

base::Result<Meeting> save_changed(db::Tx& tx, Place const& place, Changed const& changed, audit::Kind const& kind,
                                   base::Instant now) {
    store::save(tx, place.party.organisation, changed.meeting);
    if (changed.change) store::insert_change(tx, place.party.organisation, changed.meeting.id, *changed.change);
    record(tx, place.party, kind, changed.meeting, now);
    return changed.meeting;
}

Act act_of(Place const& place, std::int32_t version, base::Instant now) {
    return {place.party.side, version, now};
}

void add_all(std::vector<Busy>& busy, std::vector<Busy> const& more) {
    busy.insert(busy.end(), more.begin(), more.end());
}

std::optional<base::Instant> last_date(std::vector<Meeting> const& meetings) {
    std::optional<base::Instant> last;
    for (auto const& meeting : meetings)
        if (meeting.time && !meeting.cancelled_at)
            last = std::max(last.value_or(base::Instant{}), meeting.time->starts_at);
    return last;
}

base::Instant due_from(db::Tx& tx, Party const& party, base::Instant now) {
    auto const soon = now + std::chrono::hours(24 * kSoonDays);
    auto const agreement = pairing::store::find_agreement_without_outcomes(tx, party.organisation, party.pairing.id);
    auto const last = last_date(store::list_of_pairing(tx, party.organisation, party.pairing.id));
    if (!last || !agreement) return soon;
    return std::max(soon, *last + std::chrono::hours(24 * (days_of(agreement->cadence) - kEarlierDays)));
}

std::int32_t every_days_of(db::Tx& tx, Party const& party) {
    auto const agreement = pairing::store::find_agreement_without_outcomes(tx, party.organisation, party.pairing.id);
    return days_of(agreement ? agreement->cadence : pairing::Cadence::monthly);
}

Meeting new_meeting(db::Tx& tx, Party const& party, Where const& where) {
    Meeting meeting;
    meeting.id = tx.make_id<MeetingId>();
    meeting.pairing_id = party.pairing.id;
    meeting.minutes = where.minutes;
    meeting.channel = where.channel;
    meeting.place = where.place;
    return meeting;
}

int count_open(db::Tx& tx, Party const& party) {
    auto const earlier = store::list_of_pairing(tx, party.organisation, party.pairing.id);
    return static_cast<int>(std::count_if(earlier.begin(), earlier.end(), is_open));
}

// Looked at as far ahead as a series can reach.
std::vector<Busy> closed_for(db::Tx& tx, Party const& party, PersonId person, Week const& week, base::Instant from) {
    auto const first = base::utc_day(from) - 1;
    std::vector<Busy> closed;
    for (auto const& [day, name] :
         store::holidays_of(tx, party.organisation, person, first, first + kFarthestHolidayDays))
        closed.push_back(busy_on(day, day, week.time_zone));
    return closed;
}

// When both are free, without a word on from when on.
SlotSearch search_for(db::Tx& tx, access::BusySource elsewhere, Party const& party, int minutes, base::Instant from) {
    auto const& pairing = party.pairing;
    SlotSearch search;
    search.minutes = minutes;
    search.mentor = store::week_of(tx, party.organisation, pairing.programme_id, pairing.mentor_id, Side::mentor);
    search.mentee = store::week_of(tx, party.organisation, pairing.programme_id, pairing.mentee_id, Side::mentee);
    search.from = from;
    for (auto side : {Side::mentor, Side::mentee}) {
        auto const person = pairing.person(side);
        add_all(search.busy, store::dates_of(tx, party.organisation, person, from));
        if (elsewhere) add_all(search.busy, elsewhere(tx, party.organisation, person, from));
        add_all(search.busy, store::absences_of(tx, party.organisation, person, base::utc_day(from) - 1));
        add_all(search.busy, closed_for(tx, party, person, side == Side::mentor ? search.mentor : search.mentee, from));
    }
    return search;
}

// One mail tells of all of a series that stand alike.
void mark_told_with(db::Tx& tx, access::OrganisationId organisation, Meeting const& meeting, Telling const& telling,
                    base::Instant now) {
    if (!meeting.series_id) return;
    for (auto const& other : store::list_of_pairing(tx, organisation, meeting.pairing_id)) {
        if (other.id == meeting.id || other.series_id != meeting.series_id) continue;
        for (auto const& alike : tellings_of(other))
            if (alike.kind == telling.kind && alike.side == telling.side)
                (void)store::insert_link(tx, organisation, other, alike, now);
    }
}

// Two who pause keep nothing in their diaries; of two who closed today, what would begin before they are told.
bool is_to_be_called_off(pairing::Pairing const& pairing, Meeting const& meeting, base::Day today,
                         base::Instant urgent) {
    if (!is_open(meeting)) return false;
    if (!pairing.closed_on || *pairing.closed_on < today) return true;
    return meeting.time && meeting.time->starts_at < urgent;
}

}  // namespace

std::optional<Party> find_party(db::Tx& tx, access::Viewer const& viewer, PairingId id) {
    auto pairing = pairing::store::find_mine(tx, viewer, id);
    if (!pairing) return std::nullopt;
    auto const side = *pairing->side_of(*viewer.person);
    return Party{viewer.organisation, *pairing, side};
}

std::optional<Place> find_place(db::Tx& tx, access::Viewer const& viewer, MeetingId id) {
    auto meeting = store::find_mine(tx, viewer, id);
    if (!meeting) return std::nullopt;
    return Place{find_party(tx, viewer, meeting->pairing_id).value(), *meeting};
}

base::Result<Meeting> propose_meeting(db::Tx& tx, Party const& party, Where const& where, std::vector<Time> times,
                                      base::Instant now, Activity activity) {
    auto meeting = new_meeting(tx, party, where);
    meeting.activity = activity;
    TRY(proposed, propose(std::move(meeting), pairing::stage_of(party.pairing), count_open(tx, party), std::move(times),
                          {party.side, 0, now}));
    store::insert(tx, party.organisation, proposed);
    record(tx, party, kTimesProposed, proposed, now);
    return proposed;
}

base::Result<Meeting> choose_time(db::Tx& tx, Place const& place, std::int32_t version, base::Instant starts_at,
                                  base::Instant now) {
    TRY(set, choose(place.meeting, stage_of(place), starts_at, act_of(place, version, now)));
    return save_changed(tx, place, {set, {}}, kDateSet, now);
}

base::Result<Meeting> move_meeting(db::Tx& tx, Place const& place, std::int32_t version, std::vector<Time> times,
                                   std::optional<Side> whose, base::Instant now) {
    TRY(moved, move(place.meeting, stage_of(place), std::move(times), whose.value_or(place.party.side),
                    act_of(place, version, now)));
    return save_changed(tx, place, moved, place.meeting.time ? kMeetingMoved : kTimesProposed, now);
}

base::Result<Meeting> change_meeting(db::Tx& tx, Place const& place, std::int32_t version, Where const& where,
                                     base::Instant now) {
    TRY(changed, change_where(place.meeting, stage_of(place), where, act_of(place, version, now)));
    return save_changed(tx, place, {changed, {}}, kMeetingChanged, now);
}

base::Result<Meeting> hold_meeting(db::Tx& tx, Place const& place, std::int32_t version, base::Instant now) {
    TRY(held, hold(place.meeting, stage_of(place), act_of(place, version, now)));
    return save_changed(tx, place, {held, {}}, kMeetingHeld, now);
}

base::Result<Meeting> cancel_meeting(db::Tx& tx, Place const& place, std::int32_t version, std::optional<Side> whose,
                                     base::Instant now) {
    TRY(cancelled,
        cancel(place.meeting, stage_of(place), whose.value_or(place.party.side), act_of(place, version, now)));
    return save_changed(tx, place, cancelled, kMeetingCancelled, now);
}

SlotSearch slot_search_of(db::Tx& tx, access::BusySource elsewhere, Party const& party, int minutes,
                          std::optional<base::Day> from_on, base::Instant now) {
    return search_for(tx, elsewhere, party, minutes,
                      from_on ? std::max(now, base::start_of_utc(*from_on)) : due_from(tx, party, now));
}

std::vector<ClosedDay> closed_days_of(db::Tx& tx, Party const& party, SlotSearch const& search) {
    auto const week_of = [&](Side side) { return side == Side::mentor ? search.mentor : search.mentee; };
    auto const days_of = [&](Side side) {
        auto const first = zone::day_of(search.from, week_of(side).time_zone);
        return store::holidays_of(tx, party.organisation, party.pairing.person(side), first, first + search.days - 1);
    };
    auto const partners = pairing::other(party.side);
    return closed_days(week_of(party.side), days_of(party.side), week_of(partners), days_of(partners));
}

std::vector<Occurrence> find_occurrences_of(db::Tx& tx, access::BusySource elsewhere, Party const& party,
                                            Time const& first, int minutes, int count, base::Instant now) {
    return occurrences(search_for(tx, elsewhere, party, minutes, now), first, every_days_of(tx, party), count);
}

base::Result<std::vector<Meeting>> propose_series_of(db::Tx& tx, Party const& party, Where const& where,
                                                     std::vector<Time> const& times, base::Instant now) {
    auto const series = tx.make_id<SeriesId>();
    std::vector<Meeting> meetings;
    for (std::size_t position = 0; position < times.size(); ++position) {
        meetings.push_back(new_meeting(tx, party, where));
        meetings.back().series_id = series;
    }
    TRY(proposed, propose_series(std::move(meetings), pairing::stage_of(party.pairing), count_open(tx, party), times,
                                 {party.side, 0, now}));
    for (auto const& meeting : proposed) {
        store::insert(tx, party.organisation, meeting);
        record(tx, party, kTimesProposed, meeting, now);
    }
    return proposed;
}

base::Result<std::vector<Meeting>> accept_series_of(db::Tx& tx, Party const& party, SeriesId series,
                                                    base::Instant now) {
    auto const all = store::list_of_pairing(tx, party.organisation, party.pairing.id);
    TRY(set, accept_series(waiting_of(all, series, now), pairing::stage_of(party.pairing), party.side, now));
    for (auto const& meeting : set) {
        store::save(tx, party.organisation, meeting);
        record(tx, party, kDateSet, meeting, now);
    }
    return set;
}

void call_off_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = base::utc_day(now);
    auto const urgent = base::start_of_utc(today + 1) + kTold;
    for (auto const& id : store::list_to_call_off(tx, organisation, today, urgent)) {
        auto const pairing = pairing::store::find(tx, organisation, id).value();
        for (auto const& meeting : store::list_of_pairing(tx, organisation, id)) {
            if (!is_to_be_called_off(pairing, meeting, today, urgent)) continue;
            auto const off = call_off(meeting, now);
            store::save(tx, organisation, off);
            record(tx, {organisation, pairing, Side::mentor}, kMeetingCancelled, off, now);
        }
    }
}

void tell_of_meeting(db::Tx& tx, access::OrganisationId organisation, MeetingId id, base::Instant now) {
    auto const meeting = store::find(tx, organisation, id);
    if (!meeting) return;
    auto const pairing = pairing::store::find(tx, organisation, meeting->pairing_id).value();
    for (auto const& telling : tellings_of(*meeting)) {
        auto const link = store::insert_link(tx, organisation, *meeting, telling, now);
        if (!link) continue;
        mark_told_with(tx, organisation, *meeting, telling, now);
        notice::tell(tx, organisation, pairing.person(telling.side), kind_of(telling.kind), base::any(*link), now);
    }
}

}  // namespace meeting
