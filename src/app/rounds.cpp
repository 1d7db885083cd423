#include "app/rounds.hpp"

#include "matching/suggestion_actions.hpp"
#include "pairing/pairing_actions.hpp"

namespace app {

base::Result<bool> close_due_rounds(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                    base::Instant now) {
    for (auto const& round : matching::store::list_rounds_to_close(tx, organisation, now)) {
        TRY(joined, matching::close_round(tx, keys, organisation, round, now));
        for (auto const& couple : joined) {
            auto const opened = pairing::open_pairing(tx, access::house(organisation),
                                                      {couple.programme_id, pairing::Origin::run, couple.mentor_id,
                                                       couple.mentee_id, 0, base::any(couple.suggestion_id)},
                                                      now);
            // Whoever found a partner by hand meanwhile stays with that one.
            if (!opened) matching::store::clear_joined(tx, organisation, couple.suggestion_id);
        }
    }
    return true;
}

}  // namespace app
