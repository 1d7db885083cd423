#pragma once
// The only SQL that writes sponsors.

#include <optional>
#include <string>

#include "access/viewer.hpp"
#include "platform/page_of_rows.hpp"
#include "programme/sponsor_shapes.hpp"

namespace programme::store {

std::optional<Sponsor> find_sponsor(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::optional<Sponsor> find_sponsor(db::Tx& tx, OrganisationId organisation, SponsorId id);
// Nothing unless the row still has this nonce.
std::optional<Sponsor> find_linked_sponsor(db::Tx& tx, crypto::Link const& link);
// In place of the one asked before, whose link is void from then on.
void replace_sponsor(db::Tx& tx, OrganisationId organisation, Sponsor const& sponsor);
void save_acceptance(db::Tx& tx, OrganisationId organisation, Sponsor const& sponsor);

// Nothing for somebody from outside, and for one who has accepted.
std::optional<PersonId> find_asked_colleague(db::Tx& tx, OrganisationId organisation, SponsorId id);

// The programmes one is asked to stand for or stands for, and those whose role of sponsor one was given, by name.
struct OwnSponsorship {
    ProgrammeId programme_id;
    bool is_asked = false;
};
BOOST_DESCRIBE_STRUCT(OwnSponsorship, (), (programme_id, is_asked))
base::Result<page::Rows<OwnSponsorship>> list_own_sponsorships(db::Tx& tx, access::Viewer const& viewer,
                                                               SponsorshipQuery const& query);

struct Contact {
    std::string name;
    std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (name, email))
std::optional<Contact> find_contact(db::Tx& tx, OrganisationId organisation, PersonId person);
std::string organisation_name(db::Tx& tx, OrganisationId organisation);

}  // namespace programme::store
