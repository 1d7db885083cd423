#include "pairing/line_check_store.hpp"

namespace pairing::store {

void insert_line_check(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day found_on) {
    tx.run(R"(
        INSERT INTO line_checks (organisation_id, pairing_id, found_on, mentor_goes_on, mentee_goes_on,
                                 coordinator_goes_on)
        VALUES ($1, $2, $3, FALSE, FALSE, FALSE))",
           organisation, pairing, found_on);
}

void delete_line_check(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    tx.run("DELETE FROM line_checks WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

void save_voices(db::Tx& tx, OrganisationId organisation, Pairing const& pairing) {
    tx.run(R"(
        UPDATE line_checks SET mentor_goes_on = $3, mentee_goes_on = $4, coordinator_goes_on = $5
        WHERE organisation_id = $1 AND pairing_id = $2)",
           organisation, pairing.id, pairing.mentor_goes_on, pairing.mentee_goes_on, pairing.coordinator_goes_on);
}

std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, Pairing const& pairing) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT granted.person_id FROM roles granted
        JOIN people person ON person.organisation_id = granted.organisation_id AND person.id = granted.person_id
        WHERE granted.organisation_id = $1 AND (granted.programme_id = $2 OR granted.programme_id IS NULL)
          AND granted.role = 'coordinator' AND person.is_active AND person.id <> $3 AND person.id <> $4
        ORDER BY granted.person_id)",
                               organisation, pairing.programme_id, pairing.mentor_id, pairing.mentee_id);
}

}  // namespace pairing::store
