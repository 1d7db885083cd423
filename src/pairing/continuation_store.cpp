#include "pairing/continuation_store.hpp"

#include "pairing/pairing_store.hpp"

namespace pairing::store {

void save_onward(db::Tx& tx, access::Viewer const& viewer, PairingId pairing, Onward onward) {
    tx.run(R"(
        INSERT INTO continuations (organisation_id, pairing_id, person_id, onward) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, pairing_id, person_id) DO UPDATE SET onward = excluded.onward)",
           viewer.organisation, pairing, viewer.person, onward);
}

std::optional<Onward> find_onward(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person) {
    return tx.value<Onward>(
        "SELECT onward FROM continuations WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3",
        organisation, pairing, person);
}

Onwards onwards_of(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    return {find_onward(tx, organisation, pairing.id, pairing.mentor_id),
            find_onward(tx, organisation, pairing.id, pairing.mentee_id)};
}

bool may_swap(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    return tx
        .value<std::int64_t>(R"(
            SELECT 1 FROM programmes programme
            JOIN enrolments one ON one.organisation_id = programme.organisation_id AND one.programme_id = programme.id
             AND one.person_id = $3 AND one.side = 'mentee' AND one.state = 'joined'
            JOIN enrolments other ON other.organisation_id = programme.organisation_id
             AND other.programme_id = programme.id AND other.person_id = $4 AND other.side = 'mentor'
             AND other.state = 'joined'
            WHERE programme.organisation_id = $1 AND programme.id = $2 AND programme.direction = 'reciprocal')",
                             organisation, pairing.programme_id, pairing.mentor_id, pairing.mentee_id)
        .has_value();
}

void forget_onwards(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    tx.run("DELETE FROM continuations WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

std::vector<Pairing> list_to_complete(db::Tx& tx, access::OrganisationId organisation, base::Day ended_before) {
    std::vector<Pairing> pairings;
    for (auto const& id : tx.values<PairingId>(R"(
             SELECT p.id FROM pairings p
             JOIN agreements a ON a.organisation_id = p.organisation_id AND a.pairing_id = p.id
             LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
             WHERE p.organisation_id = $1 AND p.started_at IS NOT NULL AND closure.pairing_id IS NULL
               AND a.ends_on < $2 ORDER BY p.id)",
                                               organisation, ended_before))
        pairings.push_back(find(tx, organisation, id).value());
    return pairings;
}

}  // namespace pairing::store
