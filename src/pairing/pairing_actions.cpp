#include "pairing/pairing_actions.hpp"

#include "access/hint.hpp"
#include "matching/partner_store.hpp"
#include "matching/suggestion_actions.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/continuation_actions.hpp"
#include "pairing/continuation_store.hpp"
#include "pairing/feedback_store.hpp"
#include "pairing/goal_store.hpp"
#include "pairing/introduction_store.hpp"
#include "pairing/line_store.hpp"
#include "pairing/pairing_store.hpp"
#include "pairing/rematch_actions.hpp"
#include "pairing/rematch_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_store.hpp"

namespace pairing {
namespace {

base::Refusal at_pair(std::size_t position, base::Refusal const& refusal) {
    return base::invalid("/pairs/" + std::to_string(position), refusal.code, refusal.params);
}

void tell_both(db::Tx& tx, access::OrganisationId organisation, PairingId id, notice::Kind const& kind,
               base::Instant now) {
    auto pairing = store::find(tx, organisation, id);
    if (!pairing) return;
    for (auto side : {Side::mentor, Side::mentee})
        notice::tell(tx, organisation, pairing->person(side), kind, base::any(id), now);
}

}  // namespace

void record_of_pair(db::Tx& tx, access::OrganisationId organisation, audit::Kind const& kind, Pairing const& pairing,
                    audit::Facts const& facts, base::Instant now) {
    audit::record(tx, access::house(organisation), kind, base::any(pairing.id), facts, now);
    access::hint(tx, organisation, "pairing", base::any(pairing.id), {pairing.mentor_id, pairing.mentee_id});
}

base::Result<Pairing> open_pairing(db::Tx& tx, access::Viewer const& viewer, Opening const& opening,
                                   base::Instant now) {
    auto organisation = viewer.organisation;
    TRY_VOID(programme::check_not_closed(tx, organisation, opening.programme));
    auto mentor_places = store::places_of(tx, organisation, opening.programme, opening.mentor, Side::mentor);
    if (!mentor_places) return not_joined(Side::mentor);
    auto mentee_places = store::places_of(tx, organisation, opening.programme, opening.mentee, Side::mentee);
    if (!mentee_places) return not_joined(Side::mentee);
    if (store::are_paired(tx, organisation, opening.programme, opening.mentor, opening.mentee)) return already_paired();
    TRY(pairing, open(tx.make_id<PairingId>(), opening.programme, opening.origin, opening.mentor, *mentor_places,
                      opening.mentee, *mentee_places, now));
    if (store::stand_in_one_line(tx, organisation, pairing)) return in_one_line();
    pairing.meetings_before = opening.meetings_before;
    store::insert(tx, organisation, pairing, opening.suggestion);
    matching::store::begin_partners(tx, organisation, pairing.programme_id, pairing.mentor_id, pairing.mentee_id,
                                    base::utc_day(now));
    record_of_pair(tx, organisation, kPairingOpened, pairing, audit::Facts().id("programme_id", opening.programme),
                   now);
    return pairing;
}

base::Result<bool> close_due_rounds(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                    base::Instant now) {
    for (auto const& round : matching::store::list_rounds_to_close(tx, organisation, now)) {
        TRY(joined, matching::close_round(tx, keys, organisation, round, now));
        for (auto const& couple : joined) {
            auto const opened = open_pairing(tx, access::house(organisation),
                                             {couple.programme_id, Origin::run, couple.mentor_id, couple.mentee_id, 0,
                                              base::any(couple.suggestion_id)},
                                             now);
            if (!opened) matching::store::clear_joined(tx, organisation, couple.suggestion_id);
        }
    }
    return true;
}

base::Result<std::vector<PairingId>> bring_pairs(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                                 std::vector<BroughtPair> const& pairs, base::Instant now) {
    TRY_VOID(programme::check_second_coordinator(programme::store::load_standing(tx, viewer.organisation, programme)));
    if (auto const found = programme::store::find_programme(tx, viewer.organisation, programme))
        TRY_VOID(programme::check_shows_names(*found));
    std::vector<PairingId> ids;
    for (auto const& pair : pairs) {
        if (viewer.is(pair.mentor_id) || viewer.is(pair.mentee_id)) return at_pair(ids.size(), own_pair());
        if (store::were_paired(tx, viewer.organisation, programme, pair.mentor_id, pair.mentee_id))
            return at_pair(ids.size(), were_paired());
        auto opened = open_pairing(
            tx, viewer, {programme, Origin::brought, pair.mentor_id, pair.mentee_id, pair.meetings_before, {}}, now);
        if (!opened) return at_pair(ids.size(), opened.refusal());
        ids.push_back(opened->id);
    }
    return ids;
}

base::Result<Pairing> close_pairing(db::Tx& tx, access::Viewer const& viewer, PairingId id, Ending ending,
                                    base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    if (pairing->closed_on) return *pairing;
    TRY(closed, close(*pairing, ending, base::utc_day(now)));
    store::insert_closure(tx, viewer.organisation, closed);
    audit::record_private(tx, viewer.organisation, kPairingClosed, now);
    return closed;
}

base::Result<Pairing> pause_pairing(db::Tx& tx, access::Viewer const& viewer, PairingId id, base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    TRY(paused, pause(*pairing, base::utc_day(now)));
    store::insert_pause(tx, viewer.organisation, id, base::utc_day(now));
    record_of_pair(tx, viewer.organisation, kPairingPaused, *pairing, {}, now);
    return paused;
}

base::Result<Pairing> resume_pairing(db::Tx& tx, access::Viewer const& viewer, PairingId id, base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    TRY(resumed, resume(*pairing));
    store::end_pause(tx, viewer.organisation, id, base::utc_day(now));
    record_of_pair(tx, viewer.organisation, kPairingResumed, *pairing, {}, now);
    return resumed;
}

void end_pairings_of_the_gone(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& pairing : store::list_of_the_gone(tx, organisation, base::utc_day(now))) {
        auto const closed = close(pairing, Ending::circumstances, base::utc_day(now));
        if (!closed) continue;
        store::insert_closure(tx, organisation, *closed);
        audit::record_private(tx, organisation, kPairingClosed, now);
    }
}

void end_pairings_of_closed(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& pairing : store::list_of_closed(tx, organisation)) {
        auto const closed = close(pairing, Ending::completed, base::utc_day(now));
        if (!closed) continue;
        store::insert_closure(tx, organisation, *closed);
        audit::record_private(tx, organisation, kPairingClosed, now);
    }
}

void forget_pairing(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now) {
    store::forget_outcomes(tx, organisation, id);
    store::forget_goals(tx, organisation, id);
    store::forget_feedback(tx, organisation, id);
    store::forget_introductions(tx, organisation, id);
    store::forget_notes(tx, organisation, id);
    store::forget_onwards(tx, organisation, id);
    store::mark_forgotten(tx, organisation, id, base::utc_day(now));
    audit::record(tx, access::house(organisation), kPairingForgotten, base::any(id), {}, now);
}

void release_closings(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto today = base::utc_day(now);
    for (auto& pairing : store::list_to_release(tx, organisation, today)) {
        store::mark_released(tx, organisation, pairing.id, today);
        // Not before: until then a run must not tell a closing from none.
        matching::store::end_partners(tx, organisation, pairing.programme_id, pairing.mentor_id, pairing.mentee_id,
                                      *pairing.closed_on);
        if (pairing.started_at) {
            begin_cooling(tx, organisation, pairing);
            record_of_pair(tx, organisation, kPairingFinished, pairing,
                           audit::Facts().day("week_on", monday_of(*pairing.closed_on)), now);
            open_swapped(tx, organisation, pairing, now);
        } else {
            pairing.set_aside_at = base::start_of_utc(*pairing.closed_on + 1);
            store::save_times(tx, organisation, pairing);
            record_of_pair(tx, organisation, kPairingSetAside, pairing, {}, now);
        }
    }
}

void tell_agreement_waits(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now) {
    tell_both(tx, organisation, id, notice::agreement_waits, now);
}

void tell_ending(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now) {
    tell_both(tx, organisation, id, notice::round_result, now);
}

}  // namespace pairing
