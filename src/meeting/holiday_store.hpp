#pragma once
// The only SQL that writes holidays.

#include "access/viewer.hpp"
#include "meeting/holiday.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// Of a site, or of the whole house, from that day on; in order.
std::vector<NamedDay> list_holidays(db::Tx& tx, access::OrganisationId organisation,
                                    std::optional<std::string> const& site, base::Day from);
// Replaces them; what lies behind goes, too, since nobody looks for times there.
void save_holidays(db::Tx& tx, access::OrganisationId organisation, Holidays const& holidays);
// Whether somebody stands at that site.
bool is_site(db::Tx& tx, access::OrganisationId organisation, std::string const& site);
// On which the person's site or the whole house is closed, both included; in order, a day once.
std::vector<NamedDay> holidays_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                                  base::Day from, base::Day until);
// Of every site and of the whole house, both included.
ClosedSites closed_sites_of(db::Tx& tx, access::OrganisationId organisation, base::Day from, base::Day until);
// The moment from which the person is written to, if it can wait (ClosedSites::is_written_to): `at`, or the same time
// of their first open day after it, three weeks on at most.
base::Instant written_to_from(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                              base::Instant at);
// Where the person works; "" when nobody said.
std::string site_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);

}  // namespace meeting::store
