#include "person/delegation_store.hpp"

namespace person::store {

void insert_delegation(db::Tx& tx, access::OrganisationId organisation, Delegation const& delegation) {
    tx.run(R"(
        INSERT INTO delegations (organisation_id, id, principal_id, assistant_id, since_on)
        VALUES ($1, $2, $3, $4, $5))",
           organisation, delegation.id, delegation.principal_id, delegation.assistant_id, delegation.since_on);
}

bool remove_delegation(db::Tx& tx, access::Viewer const& viewer, DelegationId id) {
    return tx.run(R"(
        DELETE FROM delegations
        WHERE organisation_id = $1 AND id = $2 AND (principal_id = $3 OR assistant_id = $3))",
                  viewer.organisation, id, viewer.person) > 0;
}

std::vector<access::PersonId> assistants_of(db::Tx& tx, access::OrganisationId organisation,
                                            access::PersonId principal) {
    return tx.values<access::PersonId>(
        "SELECT assistant_id FROM delegations WHERE organisation_id = $1 AND principal_id = $2", organisation,
        principal);
}

Delegations list_own_delegations(db::Tx& tx, access::Viewer const& viewer) {
    Delegations delegations;
    delegations.assistants = tx.all<DelegationBrief>(R"(
        SELECT d.id, COALESCE(person.called_name, person.name) AS name, d.since_on FROM delegations d
        JOIN people person ON person.organisation_id = d.organisation_id AND person.id = d.assistant_id
        WHERE d.organisation_id = $1 AND d.principal_id = $2 ORDER BY name, d.id)",
                                                     viewer.organisation, viewer.person);
    delegations.principals = tx.all<DelegationBrief>(R"(
        SELECT d.id, COALESCE(person.called_name, person.name) AS name, d.since_on FROM delegations d
        JOIN people person ON person.organisation_id = d.organisation_id AND person.id = d.principal_id
        WHERE d.organisation_id = $1 AND d.assistant_id = $2 AND person.is_active ORDER BY name, d.id)",
                                                     viewer.organisation, viewer.person);
    return delegations;
}

std::optional<access::PersonId> find_principal(db::Tx& tx, access::Viewer const& viewer, DelegationId id) {
    return tx.value<access::PersonId>(R"(
        SELECT d.principal_id FROM delegations d
        JOIN people person ON person.organisation_id = d.organisation_id AND person.id = d.principal_id
        WHERE d.organisation_id = $1 AND d.id = $2 AND d.assistant_id = $3 AND person.is_active)",
                                      viewer.organisation, id, viewer.person);
}

}  // namespace person::store
