#include "matching/cooling_store.hpp"

namespace matching::store {

void save_cooling(db::Tx& tx, OrganisationId organisation, Cooling const& cooling) {
    tx.run(R"(
        INSERT INTO coolings (organisation_id, programme_id, person_id, side, until_on) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, programme_id, person_id, side) DO UPDATE SET until_on = excluded.until_on)",
           organisation, cooling.programme, cooling.person, cooling.side, cooling.until_on);
}

}  // namespace matching::store
