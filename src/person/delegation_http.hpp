#pragma once
// The doors of one's own delegations, as principal and as assistant.

#include "access/call.hpp"
#include "person/delegation.hpp"

namespace person {

base::Result<Delegations> list_delegations(access::Call& call);
base::Result<Delegations> post_delegation(access::Call& call, DelegationInput const& input);
base::Result<Delegations> remove_delegation(access::Call& call);

}  // namespace person
