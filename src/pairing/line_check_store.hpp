#pragma once
// The only SQL that writes line_checks; they are read with their pairing.

#include "pairing/pairing_store.hpp"

namespace pairing::store {

void insert_line_check(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day found_on);
void delete_line_check(db::Tx& tx, OrganisationId organisation, PairingId pairing);
void save_voices(db::Tx& tx, OrganisationId organisation, Pairing const& pairing);
// Who coordinates the programme, without the two (rules 13).
std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, Pairing const& pairing);

}  // namespace pairing::store
