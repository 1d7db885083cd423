#include "pairing/continuation_actions.hpp"

#include <algorithm>

#include "pairing/agreement_store.hpp"
#include "pairing/continuation_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/closing_store.hpp"

namespace pairing {
namespace {

bool may_swap(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing,
              std::optional<programme::Closing> const& closing, base::Instant now) {
    auto const closes_on = closing ? std::optional(closing->closes_on) : std::nullopt;
    return leaves_time_to_swap(closes_on, base::utc_day(now)) && store::may_swap(tx, organisation, pairing);
}

ContinuationAnswer continuation_for(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing,
                                    base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const closing = programme::store::find_closing(tx, organisation, pairing.programme_id);
    ContinuationAnswer answer;
    answer.onward = store::find_onward(tx, organisation, pairing.id, *viewer.person);
    answer.may_swap = may_swap(tx, organisation, pairing, closing, now);
    if (auto const agreement = store::find_agreement_without_outcomes(tx, organisation, pairing.id))
        answer.completes_on = completes_on(*agreement);
    if (closing) {
        answer.programme_closes_on = closing->closes_on;
        answer.completes_on = std::min(answer.completes_on, programme::pairs_end_on(*closing));
    }
    if (!is_live(pairing)) answer.agreed = agreed_onward(store::onwards_of(tx, organisation, pairing));
    return answer;
}

bool complete(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, base::Instant now) {
    auto const closed = close(pairing, Ending::completed, base::utc_day(now));
    if (!closed) return false;
    store::insert_closure(tx, organisation, *closed);
    audit::record_private(tx, organisation, kPairingClosed, now);
    return true;
}

}  // namespace

base::Result<ContinuationAnswer> read_continuation(db::Tx& tx, access::Viewer const& viewer, PairingId id,
                                                   base::Instant now) {
    auto const pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    if (!pairing->started_at) return not_started();
    return continuation_for(tx, viewer, *pairing, now);
}

base::Result<ContinuationAnswer> choose_onward(db::Tx& tx, access::Viewer const& viewer, PairingId id, Onward onward,
                                               base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    auto const closing = programme::store::find_closing(tx, viewer.organisation, pairing->programme_id);
    TRY_VOID(may_choose(*pairing, onward, may_swap(tx, viewer.organisation, *pairing, closing, now)));
    store::save_onward(tx, viewer, id, onward);
    audit::record_private(tx, viewer.organisation, kOnwardChosen, now);
    if (agreed_onward(store::onwards_of(tx, viewer.organisation, *pairing)) &&
        complete(tx, viewer.organisation, *pairing, now))
        pairing = store::find_mine(tx, viewer, id);
    return continuation_for(tx, viewer, *pairing, now);
}

void complete_due_pairings(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = base::utc_day(now);
    for (auto const& pairing : store::list_to_complete(tx, organisation, today)) {
        auto const agreement = store::find_agreement_without_outcomes(tx, organisation, pairing.id).value();
        if (completes_on(agreement) <= today) complete(tx, organisation, pairing, now);
    }
}

void open_swapped(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, base::Instant now) {
    if (agreed_onward(store::onwards_of(tx, organisation, pairing)) != Onward::swap) return;
    // Refused where one of the two has left the other side meanwhile: then both are as after any end.
    auto const opened = open_pairing(tx, access::house(organisation),
                                     {pairing.programme_id,
                                      Origin::brought,
                                      pairing.mentee_id,
                                      pairing.mentor_id,
                                      pairing.meetings_before + pairing.meetings_held,
                                      {}},
                                     now);
    static_cast<void>(opened);
}

}  // namespace pairing
