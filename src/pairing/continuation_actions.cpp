#include "pairing/continuation_actions.hpp"

#include "pairing/agreement_store.hpp"
#include "pairing/continuation_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"

namespace pairing {
namespace {

ContinuationAnswer continuation_for(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing) {
    auto const organisation = viewer.organisation;
    ContinuationAnswer answer;
    answer.onward = store::find_onward(tx, organisation, pairing.id, *viewer.person);
    answer.may_swap = store::may_swap(tx, organisation, pairing);
    if (auto const agreement = store::find_agreement_without_outcomes(tx, organisation, pairing.id))
        answer.completes_on = completes_on(*agreement);
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

base::Result<ContinuationAnswer> read_continuation(db::Tx& tx, access::Viewer const& viewer, PairingId id) {
    auto const pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    if (!pairing->started_at) return not_started();
    return continuation_for(tx, viewer, *pairing);
}

base::Result<ContinuationAnswer> choose_onward(db::Tx& tx, access::Viewer const& viewer, PairingId id, Onward onward,
                                               base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    TRY_VOID(may_choose(*pairing, onward, store::may_swap(tx, viewer.organisation, *pairing)));
    store::save_onward(tx, viewer, id, onward);
    audit::record_private(tx, viewer.organisation, kOnwardChosen, now);
    if (agreed_onward(store::onwards_of(tx, viewer.organisation, *pairing)) &&
        complete(tx, viewer.organisation, *pairing, now))
        pairing = store::find_mine(tx, viewer, id);
    return continuation_for(tx, viewer, *pairing);
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
