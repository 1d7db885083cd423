#pragma once
// The only SQL that writes sponsors.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "platform/page.hpp"
#include "programme/sponsor.hpp"

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
std::vector<OwnSponsorship> list_own_sponsorships(db::Tx& tx, access::Viewer const& viewer, page::Request const& query,
                                                  std::optional<page::Place<std::string>> const& after);

struct Contact {
    std::string name;
    std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (name, email))
std::optional<Contact> find_contact(db::Tx& tx, OrganisationId organisation, PersonId person);
std::string organisation_name(db::Tx& tx, OrganisationId organisation);

}  // namespace programme::store
