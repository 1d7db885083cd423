#include "programme/sponsor_store.hpp"

#include "programme/called_store.hpp"

namespace programme::store {

std::optional<Sponsor> find_sponsor(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.one<Sponsor>(R"(
        SELECT id, programme_id, person_id, name, email, takes_part, delegate_name, answers_within_days, link_nonce,
               link_expires_at, asked_at, accepted_at, version
        FROM sponsors WHERE organisation_id = $1 AND programme_id = $2)",
                           organisation, programme);
}

std::optional<Sponsor> find_sponsor(db::Tx& tx, OrganisationId organisation, SponsorId id) {
    return tx.one<Sponsor>(R"(
        SELECT id, programme_id, person_id, name, email, takes_part, delegate_name, answers_within_days, link_nonce,
               link_expires_at, asked_at, accepted_at, version
        FROM sponsors WHERE organisation_id = $1 AND id = $2)",
                           organisation, id);
}

std::optional<Sponsor> find_linked_sponsor(db::Tx& tx, crypto::Link const& link) {
    return tx.one<Sponsor>(R"(
        SELECT id, programme_id, person_id, name, email, takes_part, delegate_name, answers_within_days, link_nonce,
               link_expires_at, asked_at, accepted_at, version
        FROM sponsors WHERE organisation_id = $1 AND id = $2 AND link_nonce = $3)",
                           link.organisation, link.id, link.nonce);
}

void replace_sponsor(db::Tx& tx, OrganisationId organisation, Sponsor const& sponsor) {
    tx.run("DELETE FROM sponsors WHERE organisation_id = $1 AND programme_id = $2", organisation, sponsor.programme_id);
    tx.run(R"(
        INSERT INTO sponsors (organisation_id, id, programme_id, person_id, name, email, takes_part, delegate_name,
               answers_within_days, link_nonce, link_expires_at, asked_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, $8, $9, $10, $11, 1))",
           organisation, sponsor.id, sponsor.programme_id, sponsor.person_id, sponsor.name, sponsor.email,
           sponsor.takes_part, sponsor.answers_within_days, sponsor.link_nonce, sponsor.link_expires_at,
           sponsor.asked_at);
}

void save_acceptance(db::Tx& tx, OrganisationId organisation, Sponsor const& sponsor) {
    tx.run(R"(UPDATE sponsors SET takes_part = $3, delegate_name = $4, answers_within_days = $5, accepted_at = $6,
                     version = version + 1
              WHERE organisation_id = $1 AND id = $2)",
           organisation, sponsor.id, sponsor.takes_part, sponsor.delegate_name, sponsor.answers_within_days,
           sponsor.accepted_at);
}

std::optional<PersonId> find_asked_colleague(db::Tx& tx, OrganisationId organisation, SponsorId id) {
    return tx.value<PersonId>(R"(SELECT person_id FROM sponsors
                                 WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL)",
                              organisation, id);
}

base::Result<page::Rows<OwnSponsorship>> list_own_sponsorships(db::Tx& tx, access::Viewer const& viewer,
                                                               SponsorshipQuery const& query) {
    static auto const by_state = page::rank_in("p.state", meta::of<State>());
    static auto const called = called_in("p", "$5");
    static std::array const sortings{
        page::Sorting{SponsorshipSort::name, called.name},
        page::Sorting{SponsorshipSort::state, by_state, page::Compared::as_number},
    };
    static auto const from = "FROM programmes p" + called.joins + R"(
        LEFT JOIN sponsors s ON s.organisation_id = p.organisation_id AND s.programme_id = p.id AND s.person_id = $2
        WHERE p.organisation_id = $1
          AND (s.id IS NOT NULL
               OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = p.organisation_id AND r.person_id = $2
                          AND r.role = 'sponsor' AND (r.programme_id IS NULL OR r.programme_id = p.id)))
          AND ($3 IS NULL OR LOWER()" +
                             called.name + R"() LIKE LOWER($3) ESCAPE '!')
          AND ($4 IS NULL OR p.state = $4))";
    static page::Listing const sponsorships{"p.id AS programme_id, (s.id IS NOT NULL) AS is_asked", from, "p.id"};
    return page::read<OwnSponsorship>(tx, query, sortings, sponsorships, viewer.organisation, viewer.person,
                                      page::typed_part(query.search), query.state, viewer.language);
}

std::optional<Contact> find_contact(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx.one<Contact>(R"(SELECT COALESCE(called_name, name) AS name, email FROM people
                              WHERE organisation_id = $1 AND id = $2 AND is_active)",
                           organisation, person);
}

std::string organisation_name(db::Tx& tx, OrganisationId organisation) {
    return tx.value<std::string>("SELECT name FROM organisations WHERE organisation_id = $1", organisation).value();
}

}  // namespace programme::store
