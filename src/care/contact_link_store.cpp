#include "care/contact_link_store.hpp"

#include "signin/session_store.hpp"

namespace care::store {
namespace {

struct SpokenRow {
    std::string language;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(SpokenRow, (), (language, time_zone))

}  // namespace

std::optional<ContactLink> find_contact_link(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx.one<ContactLink>(R"(
        SELECT link.person_id, link.nonce, link.made_on FROM contact_links link
        JOIN people ON people.organisation_id = link.organisation_id AND people.id = link.person_id
        WHERE link.organisation_id = $1 AND link.person_id = $2 AND people.is_active
          AND EXISTS (SELECT 1 FROM roles granted
                      WHERE granted.organisation_id = $1 AND granted.person_id = $2
                        AND granted.role = 'confidential_contact')
          AND NOT EXISTS (SELECT 1 FROM passwords WHERE passwords.organisation_id = $1 AND passwords.person_id = $2))",
                               organisation, person);
}

void save_contact_link(db::Tx& tx, access::OrganisationId organisation, ContactLink const& link) {
    tx.run(R"(
        INSERT INTO contact_links (organisation_id, person_id, nonce, made_on) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, person_id) DO UPDATE SET nonce = excluded.nonce, made_on = excluded.made_on)",
           organisation, link.person_id, link.nonce, link.made_on);
}

bool remove_contact_link(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx.run("DELETE FROM contact_links WHERE organisation_id = $1 AND person_id = $2", organisation, person) == 1;
}

std::optional<LinkHolder> find_holder(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx.one<LinkHolder>(R"(
        SELECT people.is_active AND EXISTS (
                   SELECT 1 FROM roles granted WHERE granted.organisation_id = $1 AND granted.person_id = $2
                    AND granted.role = 'confidential_contact') AS is_contact,
               people.email IS NOT NULL AS has_address,
               EXISTS (SELECT 1 FROM passwords
                       WHERE passwords.organisation_id = $1 AND passwords.person_id = $2) AS has_password
        FROM people WHERE people.organisation_id = $1 AND people.id = $2)",
                              organisation, person);
}

access::Viewer viewer_by_link(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    auto viewer = access::house(organisation);
    viewer.person = person;
    auto const spoken =
        tx.one<SpokenRow>("SELECT language, time_zone FROM people WHERE organisation_id = $1 AND id = $2", organisation,
                          person)
            .value();
    viewer.language = spoken.language;
    viewer.time_zone = spoken.time_zone;
    for (auto const& grant : signin::store::list_grants(tx, organisation, person))
        if (grant.role == access::Role::confidential_contact) viewer.grants.push_back(grant);
    return viewer;
}

}  // namespace care::store
