#include "pairing/agreement_http.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "pairing/agreement_actions.hpp"

namespace pairing {
namespace {

std::optional<base::Instant> signed_at(Papers const& papers, Side side, Document document, std::int32_t version) {
    for (auto const& signature : papers.signatures)
        if (signature.side == side && signature.document == document && signature.document_version == version)
            return signature.signed_at;
    return std::nullopt;
}

SignedAt both_signed_at(Papers const& papers, Document document, std::int32_t version) {
    return {signed_at(papers, Side::mentor, document, version), signed_at(papers, Side::mentee, document, version)};
}

AgreementAnswer agreement_for(access::Call& call, Papers const& papers) {
    auto const& agreement = papers.agreement;
    auto side = *papers.pairing.side_of(*call.viewer.person);
    return {agreement.version,
            agreement.cadence,
            agreement.channel,
            agreement.notice_days,
            agreement.booking_side,
            agreement.leading_side,
            agreement.ends_on,
            agreement.mentor_outcomes,
            agreement.mentee_outcomes,
            side,
            both_signed_at(papers, Document::agreement, agreement.version),
            papers.charter_version,
            both_signed_at(papers, Document::charter, papers.charter_version),
            allowed_actions(papers, side, call.now)};
}

std::vector<std::string> outcomes_in(std::vector<std::string> const& written) {
    std::vector<std::string> outcomes;
    for (auto const& text : written)
        if (auto outcome = base::squeeze(text); !outcome.empty()) outcomes.push_back(std::move(outcome));
    return outcomes;
}

Agreement agreement_in(AgreementChange const& change) {
    return {change.version,
            change.cadence,
            change.channel,
            change.notice_days,
            change.booking_side,
            change.leading_side,
            change.ends_on,
            outcomes_in(change.mentor_outcomes),
            outcomes_in(change.mentee_outcomes)};
}

}  // namespace

base::Result<AgreementAnswer> show_agreement(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(papers, load_papers(call.tx, call.tools.keys, call.viewer, id, call.now));
    if (stage_of(papers.pairing) == Stage::exploring) return still_exploring();
    return agreement_for(call, papers);
}

base::Result<AgreementAnswer> put_agreement(access::Call& call, AgreementChange const& change) {
    TRY(id, call.id<PairingId>("id"));
    TRY(papers, write_agreement(call.tx, call.tools.keys, call.viewer, id, agreement_in(change), call.now));
    return agreement_for(call, papers);
}

base::Result<AgreementAnswer> put_signature(access::Call& call, AgreementSigning const& signing) {
    TRY(id, call.id<PairingId>("id"));
    auto confirms = signing.neither_decides ? Confirms::neither_decides : Confirms::nothing;
    TRY(papers,
        put_agreement_signature(call.tx, call.tools.keys, call.viewer, id, signing.version, confirms, call.now));
    return agreement_for(call, papers);
}

base::Result<AgreementAnswer> remove_signature(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(papers, take_back_signature(call.tx, call.tools.keys, call.viewer, id, call.now));
    return agreement_for(call, papers);
}

base::Result<AgreementAnswer> put_signature_of_charter(access::Call& call, CharterSigning const& signing) {
    TRY(id, call.id<PairingId>("id"));
    TRY(papers, put_charter_signature(call.tx, call.tools.keys, call.viewer, id, signing.version, call.now));
    return agreement_for(call, papers);
}

base::Result<Charter> show_charter(access::Call& call) {
    return charter_in(call.viewer.language);
}

}  // namespace pairing
