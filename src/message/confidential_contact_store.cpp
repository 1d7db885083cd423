#include "message/confidential_contact_store.hpp"

namespace message::store {

std::vector<PersonName> list_contacts(db::Tx& tx, access::Viewer const& viewer, access::ProgrammeId programme) {
    return tx.all<PersonName>(R"(
        WITH RECURSIVE above (id) AS (
            SELECT manager_id FROM people WHERE organisation_id = $1 AND id = $3
            UNION
            SELECT one.manager_id FROM people one JOIN above ON above.id = one.id WHERE one.organisation_id = $1),
        below (id) AS (
            SELECT id FROM people WHERE organisation_id = $1 AND manager_id = $3
            UNION
            SELECT one.id FROM people one JOIN below ON below.id = one.manager_id WHERE one.organisation_id = $1)
        SELECT person.id, COALESCE(person.called_name, person.name) AS name FROM people person
        WHERE person.organisation_id = $1 AND person.is_active AND person.id <> $3
          AND EXISTS (SELECT 1 FROM roles granted
                      WHERE granted.organisation_id = $1 AND granted.person_id = person.id
                        AND granted.role = 'confidential_contact'
                        AND (granted.programme_id IS NULL OR granted.programme_id = $2))
          AND NOT EXISTS (SELECT 1 FROM roles granted
                          WHERE granted.organisation_id = $1 AND granted.person_id = person.id
                            AND granted.role IN ('coordinator', 'sponsor', 'administrator', 'analyst')
                            AND (granted.programme_id IS NULL OR granted.programme_id = $2))
          AND NOT EXISTS (SELECT 1 FROM sponsors sponsor
                          WHERE sponsor.organisation_id = $1 AND sponsor.programme_id = $2
                            AND sponsor.person_id = person.id)
          AND NOT EXISTS (SELECT 1 FROM above WHERE above.id = person.id)
          AND NOT EXISTS (SELECT 1 FROM below WHERE below.id = person.id)
          AND NOT EXISTS (SELECT 1 FROM pairing_people own
                          JOIN pairing_people other ON other.organisation_id = own.organisation_id
                           AND other.pairing_id = own.pairing_id
                          WHERE own.organisation_id = $1 AND own.person_id = $3 AND other.person_id = person.id)
        ORDER BY person.name_folded, person.id)",
                              viewer.organisation, programme, viewer.person);
}

PersonName name_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx
        .one<PersonName>(
            "SELECT id, COALESCE(called_name, name) AS name FROM people WHERE organisation_id = $1 AND id = $2",
            organisation, person)
        .value();
}

}  // namespace message::store
