#include "person/delegation_actions.hpp"

#include "person/conflict.hpp"
#include "person/conflict_store.hpp"
#include "person/delegation_store.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"

namespace person {

base::Result<Delegation> make_delegation(db::Tx& tx, access::Viewer const& viewer, DelegationInput const& input,
                                         base::Instant now) {
    TRY(assistant, only_one(store::find_meant(tx, viewer, input.assistant), "/assistant"));
    auto const person = store::find(tx, viewer.organisation, assistant).value();
    if (person.is_name_only || !person.is_active) return base::invalid("/assistant", "nobody_of_this_name");
    auto const principal = viewer.person.value();
    TRY(delegation, delegate({tx.make_id<DelegationId>(), principal, assistant, base::utc_day(now)},
                             store::assistants_of(tx, viewer.organisation, principal)));
    store::insert_delegation(tx, viewer.organisation, delegation);
    record_needed(tx, viewer.organisation, assistant);
    return delegation;
}

base::Result<bool> end_delegation(db::Tx& tx, access::Viewer const& viewer, DelegationId id) {
    if (!store::remove_delegation(tx, viewer, id)) return delegation_not_found();
    return true;
}

}  // namespace person
