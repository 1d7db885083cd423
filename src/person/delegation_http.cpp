#include "person/delegation_http.hpp"

#include "person/delegation_actions.hpp"
#include "person/delegation_store.hpp"

namespace person {

base::Result<Delegations> list_delegations(access::Call& call) {
    return store::list_own_delegations(call.tx, call.viewer);
}

base::Result<Delegations> post_delegation(access::Call& call, DelegationInput const& input) {
    TRY_VOID(make_delegation(call.tx, call.viewer, input, call.now));
    return list_delegations(call);
}

base::Result<Delegations> remove_delegation(access::Call& call) {
    TRY(id, call.id<DelegationId>("id"));
    TRY_VOID(end_delegation(call.tx, call.viewer, id));
    return list_delegations(call);
}

}  // namespace person
