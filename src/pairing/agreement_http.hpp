#pragma once
// Endpoints of the agreement and the charter. Only the two ever see an agreement.

#include "access/call.hpp"
#include "pairing/agreement_shapes.hpp"

namespace pairing {

base::Result<AgreementAnswer> show_agreement(access::Call& call);
base::Result<AgreementAnswer> put_agreement(access::Call& call, AgreementChange const& change);
base::Result<AgreementAnswer> put_signature(access::Call& call, AgreementSigning const& signing);
base::Result<AgreementAnswer> remove_signature(access::Call& call);
base::Result<AgreementAnswer> put_signature_of_charter(access::Call& call, CharterSigning const& signing);
base::Result<Charter> show_charter(access::Call& call);

}  // namespace pairing
