#pragma once
// The only SQL that writes password_links.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/page_of_rows.hpp"
#include "signin/password_link_shapes.hpp"

namespace signin::store {

using access::OrganisationId;
using access::PersonId;

// Whom a link could be made for.
struct Addressee {
    PersonId person_id;
    std::string name;
    std::optional<std::string> email;
    bool has_password = false;
    bool has_role = false;
};
BOOST_DESCRIBE_STRUCT(Addressee, (), (person_id, name, email, has_password, has_role))

// Active people of the organisation; nobody's row is a name alone.
std::optional<Addressee> find_addressee(db::Tx& tx, OrganisationId organisation, PersonId person);

std::optional<PasswordLink> find_link(db::Tx& tx, OrganisationId organisation, PasswordLinkId id);
void insert_link(db::Tx& tx, OrganisationId organisation, PasswordLink const& link);
void void_open_links(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant wall);
// True for exactly one of many at once.
bool use_link(db::Tx& tx, OrganisationId organisation, OpenedLink const& link, base::Instant wall);

// A link with its addressee, as a letter needs it.
struct LinkRow {
    PasswordLinkId id;
    PersonId person_id;
    LinkPurpose purpose{};
    crypto::Nonce nonce;
    base::Instant made_at;
    base::Instant expires_at;
    std::string name;
    std::string sign_in_name;
    std::optional<std::string> department;
    std::string language;
    bool has_role = false;
    bool has_address = false;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (),
                      (id, person_id, purpose, nonce, made_at, expires_at, name, sign_in_name, department, language,
                       has_role, has_address))

// Those that still open, the latest first unless asked otherwise; for a coordinator only of people without a role, and
// no resets.
base::Result<page::Rows<LinkRow>> list_open_links(db::Tx& tx, access::Viewer const& viewer,
                                                  PasswordLinkQuery const& query, base::Instant wall);
// The one that opens for this person now.
std::optional<PasswordLink> find_open_link_of(db::Tx& tx, OrganisationId organisation, PersonId person,
                                              base::Instant wall);
std::optional<LinkRow> find_open_link(db::Tx& tx, access::Viewer const& viewer, PasswordLinkId id, base::Instant wall);

}  // namespace signin::store
