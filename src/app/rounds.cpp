#include "app/rounds.hpp"

#include "matching/partner_store.hpp"
#include "matching/suggestion_actions.hpp"
#include "pairing/pairing_actions.hpp"

namespace app {

base::Result<bool> close_due_rounds(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& round : matching::store::list_rounds_to_close(tx, organisation, now)) {
        TRY(joined, matching::close_round(tx, organisation, round, now));
        for (auto const& couple : joined) {
            auto const opened = pairing::open_pairing(tx, access::house(organisation),
                                                      {couple.programme_id, pairing::Origin::run, couple.mentor_id,
                                                       couple.mentee_id, 0, base::any(couple.suggestion_id)},
                                                      now);
            // Whoever found a partner by hand meanwhile stays with that one.
            if (!opened) {
                matching::store::clear_joined(tx, organisation, couple.suggestion_id);
                continue;
            }
            matching::store::begin_partners(tx, organisation, couple.programme_id, couple.mentor_id, couple.mentee_id,
                                            base::utc_day(now));
        }
    }
    return true;
}

}  // namespace app
