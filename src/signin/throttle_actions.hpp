#pragma once
// Guards a guess: counted before it is made, so that many at once cannot slip past the count together.

#include <vector>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/db/db.hpp"
#include "signin/throttle.hpp"

namespace signin {

inline constexpr audit::Kind sign_in_throttled{"sign_in.throttled"};

struct Guard {
    meta::Bytes subject;
    Allowance allowance;
};

// Refused as long as one of the guards has to wait; otherwise one more failure stands at each. Opens its own
// transactions: a flood of refused attempts only reads.
base::Result<bool> count_guess(db::Database& database, access::OrganisationId organisation,
                               std::vector<Guard> const& guards, base::Instant wall);
// The guess was right. An address keeps its other failures.
void forget_guesses(db::Tx& tx, access::OrganisationId organisation, std::vector<Guard> const& guards);
// The house was too busy to look at it.
void uncount_guess(db::Database& database, access::OrganisationId organisation, std::vector<Guard> const& guards);

}  // namespace signin
