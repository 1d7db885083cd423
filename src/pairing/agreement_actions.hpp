#pragma once
// The verbs of the agreement and the charter. Only the two ever come here; every signature is checked against the
// reporting line as it is now (engineering.md 9).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/agreement.hpp"
#include "pairing/charter.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kAgreementChanged{"agreement.changed"};
inline constexpr audit::Kind kAgreementSigned{"agreement.signed"};
inline constexpr audit::Kind kSignatureWithdrawn{"agreement.signature_withdrawn"};
inline constexpr audit::Kind kCharterSigned{"charter.signed"};
inline constexpr audit::Kind kPairingStarted{"pairing.started"};

// The charter in force, in this language or else in English.
Charter const& charter_in(std::string const& language);

// Everything on the table of a pairing: the agreement as written down, or drafted when nothing is yet.
Papers papers_of(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, Pairing const& pairing,
                 base::Instant now);
base::Result<Papers> load_papers(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                 base::Instant now);

base::Result<Papers> write_agreement(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                     Agreement const& wanted, base::Instant now);
base::Result<Papers> put_agreement_signature(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                             PairingId id, std::int32_t version, Confirms confirms, base::Instant now);
base::Result<Papers> take_back_signature(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, base::Instant now);
base::Result<Papers> put_charter_signature(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                           PairingId id, std::int32_t version, base::Instant now);

}  // namespace pairing
