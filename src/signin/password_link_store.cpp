#include "signin/password_link_store.hpp"

namespace signin::store {

namespace {

constexpr std::string_view kAddressee = R"(
    SELECT people.id AS person_id, people.name AS name, people.email AS email,
           (passwords.person_id IS NOT NULL) AS has_password,
           EXISTS (SELECT 1 FROM roles WHERE roles.organisation_id = people.organisation_id
                   AND roles.person_id = people.id) AS has_role
    FROM people
    LEFT JOIN passwords ON passwords.organisation_id = people.organisation_id AND passwords.person_id = people.id
    WHERE people.organisation_id = $1 AND people.id = $2 AND people.is_active AND NOT people.is_name_only)";

constexpr std::array kLinkSortings{
    page::Sorting{PasswordLinkSort::made_at, "links.made_at", page::Compared::as_number, page::Order::descending},
    page::Sorting{PasswordLinkSort::name, "people.name_folded"},
    page::Sorting{PasswordLinkSort::department, "COALESCE(people.department, '')"},
};

// $2: administrators see all; $3: the wall's time; $4: only this one.
constexpr page::Listing kOpenLinks{R"(
    links.id AS id, links.person_id AS person_id, links.purpose AS purpose, links.nonce AS nonce,
    links.made_at AS made_at, links.expires_at AS expires_at,
    COALESCE(people.called_name, people.name) AS name, COALESCE(people.sign_in_name, '') AS sign_in_name,
    people.department AS department, people.language AS language,
    EXISTS (SELECT 1 FROM roles WHERE roles.organisation_id = people.organisation_id
            AND roles.person_id = people.id) AS has_role,
    (people.email IS NOT NULL) AS has_address)",
                                   R"(
    FROM password_links AS links
    JOIN people ON people.organisation_id = links.organisation_id AND people.id = links.person_id
    WHERE links.organisation_id = $1 AND links.used_at IS NULL AND links.voided_at IS NULL AND links.expires_at > $3
      AND people.is_active
      AND ($2 OR (links.purpose = 'activation'
                  AND NOT EXISTS (SELECT 1 FROM roles WHERE roles.organisation_id = people.organisation_id
                                  AND roles.person_id = people.id)))
      AND ($4 IS NULL OR links.id = $4)
      AND ($5 IS NULL OR people.name_folded LIKE $5 ESCAPE '!' OR people.sign_in_name LIKE $5 ESCAPE '!')
      AND ($6 IS NULL OR people.department = $6) AND ($7 IS NULL OR links.purpose = $7))",
                                   "links.id"};

base::Result<page::Rows<LinkRow>> read_open_links(db::Tx& tx, access::Viewer const& viewer,
                                                  std::optional<PasswordLinkId> const& id,
                                                  PasswordLinkQuery const& query, base::Instant wall) {
    return page::read<LinkRow>(tx, query, kLinkSortings, kOpenLinks, viewer.organisation, viewer.is_administrator(),
                               wall, id, page::folded_part(query.search), query.department, query.purpose);
}

}  // namespace

std::optional<Addressee> find_addressee(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx.one<Addressee>(kAddressee, organisation, person);
}

std::optional<PasswordLink> find_link(db::Tx& tx, OrganisationId organisation, PasswordLinkId id) {
    return tx.one<PasswordLink>(R"(
        SELECT id, person_id, purpose, nonce, made_by, made_at, expires_at, used_at, voided_at FROM password_links
        WHERE organisation_id = $1 AND id = $2)",
                                organisation, id);
}

std::optional<PasswordLink> find_open_link_of(db::Tx& tx, OrganisationId organisation, PersonId person,
                                              base::Instant wall) {
    return tx.one<PasswordLink>(R"(
        SELECT id, person_id, purpose, nonce, made_by, made_at, expires_at, used_at, voided_at FROM password_links
        WHERE organisation_id = $1 AND person_id = $2 AND used_at IS NULL AND voided_at IS NULL AND expires_at > $3)",
                                organisation, person, wall);
}

void insert_link(db::Tx& tx, OrganisationId organisation, PasswordLink const& link) {
    tx.run(R"(
        INSERT INTO password_links (organisation_id, id, person_id, purpose, nonce, made_by, made_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, link.id, link.person_id, link.purpose, link.nonce, link.made_by, link.made_at,
           link.expires_at);
}

void void_open_links(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant wall) {
    tx.run(R"(
        UPDATE password_links SET voided_at = $3
        WHERE organisation_id = $1 AND person_id = $2 AND used_at IS NULL AND voided_at IS NULL)",
           organisation, person, wall);
}

bool use_link(db::Tx& tx, OrganisationId organisation, OpenedLink const& link, base::Instant wall) {
    return tx.run(R"(
        UPDATE password_links SET used_at = $4
        WHERE organisation_id = $1 AND id = $2 AND nonce = $3 AND used_at IS NULL AND voided_at IS NULL
          AND expires_at > $4)",
                  organisation, link.id, link.nonce, wall) == 1;
}

base::Result<page::Rows<LinkRow>> list_open_links(db::Tx& tx, access::Viewer const& viewer,
                                                  PasswordLinkQuery const& query, base::Instant wall) {
    return read_open_links(tx, viewer, std::nullopt, query, wall);
}

std::optional<LinkRow> find_open_link(db::Tx& tx, access::Viewer const& viewer, PasswordLinkId id, base::Instant wall) {
    auto found = read_open_links(tx, viewer, id, {}, wall).value().items;
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace signin::store
