#pragma once
// The only SQL that writes agreements, agreement_outcomes, signatures and signed_agreements. Outcomes are sealed: they
// are opened with the keys of this installation and never searched, sorted or filtered.

#include <optional>

#include "access/viewer.hpp"
#include "pairing/agreement.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

// Empty while nothing is written down.
std::optional<Agreement> find_agreement(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                        PairingId pairing);
// As find_agreement without opening the outcomes: for whoever may see the rest only.
std::optional<Agreement> find_agreement_without_outcomes(db::Tx& tx, access::OrganisationId organisation,
                                                         PairingId pairing);
// Replaces whole.
void save_agreement(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, PairingId pairing,
                    Agreement const& agreement);

void forget_outcomes(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);

Signatures signatures_of(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);
// Replaces whole.
void save_signatures(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing,
                     Signatures const& signatures);

// Those that both had signed, the first first.
std::vector<SignedVersion> signed_versions_of(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);
void insert_signed_version(db::Tx& tx, access::OrganisationId organisation, PairingId pairing,
                           SignedVersion const& signing);
void remove_signed_version(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, std::int32_t version);

// How pairs of this programme usually meet, and its last day; what a draft starts from.
DraftFrom usual_agreement(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme);
// Ordinary topics that one side offers and the other wants, as keys ("C1"), wanted most first.
std::vector<std::string> topics_given(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing,
                                      Side giver);

}  // namespace pairing::store
