#include "pairing/readiness.hpp"

#include "pairing/agreement_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "preparation/preparation_actions.hpp"

namespace pairing {

bool is_prepared(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, Side side) {
    return preparation::is_prepared(tx, organisation, pairing.programme_id, pairing.person(side),
                                    side == Side::mentor ? programme::Side::mentor : programme::Side::mentee);
}

bool are_both_prepared(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    return is_prepared(tx, organisation, pairing, Side::mentor) && is_prepared(tx, organisation, pairing, Side::mentee);
}

bool begins(Pairing const& pairing) {
    return pairing.meetings_before == 0 && pairing.meetings_held == 0;
}

bool is_ready(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, Side side) {
    auto const signatures = store::signatures_of(tx, organisation, pairing.id);
    return has_signed(signatures, side, Document::charter, charter_in("en").version) &&
           (!begins(pairing) || is_prepared(tx, organisation, pairing, side));
}

bool are_both_ready(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    return is_ready(tx, organisation, pairing, Side::mentor) && is_ready(tx, organisation, pairing, Side::mentee);
}

}  // namespace pairing
