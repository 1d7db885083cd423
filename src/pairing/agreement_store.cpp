#include "pairing/agreement_store.hpp"

#include "platform/crypto/seal.hpp"

namespace pairing::store {
namespace {

struct AgreementRow {
    std::int32_t version;
    Cadence cadence;
    Channel channel;
    std::int32_t notice_days;
    Side booking_side;
    Side leading_side;
    base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(AgreementRow, (), (version, cadence, channel, notice_days, booking_side, leading_side, ends_on))

struct OutcomeRow {
    base::AnyId id;
    Side side;
    meta::Bytes sealed_text;
};
BOOST_DESCRIBE_STRUCT(OutcomeRow, (), (id, side, sealed_text))

struct SignatureRow {
    Side side;
    Document document;
    std::int32_t document_version;
    base::Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SignatureRow, (), (side, document, document_version, signed_at))

struct UsualRow {
    Cadence cadence;
    Channel channel;
    std::int32_t notice_days;
    Side booking_side;
    Side leading_side;
    std::optional<base::Day> ends_on;
};
BOOST_DESCRIBE_STRUCT(UsualRow, (), (cadence, channel, notice_days, booking_side, leading_side, ends_on))

crypto::SealedPlace place_of_outcome(access::OrganisationId organisation, base::AnyId outcome) {
    return {"agreement_outcomes", "sealed_text", base::any(organisation), outcome};
}

std::vector<std::string>& outcomes_of(Agreement& agreement, Side side) {
    return side == Side::mentor ? agreement.mentor_outcomes : agreement.mentee_outcomes;
}

void insert_outcomes(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, PairingId pairing,
                     Side side, std::vector<std::string> const& outcomes) {
    int position = 0;
    for (auto const& text : outcomes) {
        auto id = tx.make_id<base::AnyId>();
        tx.run(R"(
            INSERT INTO agreement_outcomes (organisation_id, id, pairing_id, side, position, sealed_text)
            VALUES ($1, $2, $3, $4, $5, $6))",
               organisation, id, pairing, side, ++position,
               crypto::seal(keys, place_of_outcome(organisation, id), text));
    }
}

}  // namespace

std::optional<Agreement> find_agreement_without_outcomes(db::Tx& tx, access::OrganisationId organisation,
                                                         PairingId pairing) {
    auto row = tx.one<AgreementRow>(R"(
        SELECT version, cadence, channel, notice_days, booking_side, leading_side, ends_on
        FROM agreements WHERE organisation_id = $1 AND pairing_id = $2)",
                                    organisation, pairing);
    if (!row) return std::nullopt;
    return Agreement{row->version,
                     row->cadence,
                     row->channel,
                     row->notice_days,
                     row->booking_side,
                     row->leading_side,
                     row->ends_on,
                     {},
                     {}};
}

std::optional<Agreement> find_agreement(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                        PairingId pairing) {
    auto agreement = find_agreement_without_outcomes(tx, organisation, pairing);
    if (!agreement) return std::nullopt;
    for (auto const& row : tx.all<OutcomeRow>(R"(
             SELECT id, side, sealed_text FROM agreement_outcomes
             WHERE organisation_id = $1 AND pairing_id = $2 ORDER BY side, position)",
                                              organisation, pairing))
        outcomes_of(*agreement, row.side)
            .push_back(crypto::open(keys, place_of_outcome(organisation, row.id), row.sealed_text));
    return agreement;
}

void save_agreement(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, PairingId pairing,
                    Agreement const& agreement) {
    tx.run(R"(
        INSERT INTO agreements (organisation_id, pairing_id, version, cadence, channel, notice_days, booking_side,
                                leading_side, ends_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (organisation_id, pairing_id) DO UPDATE
        SET version = excluded.version, cadence = excluded.cadence, channel = excluded.channel,
            notice_days = excluded.notice_days, booking_side = excluded.booking_side,
            leading_side = excluded.leading_side, ends_on = excluded.ends_on)",
           organisation, pairing, agreement.version, agreement.cadence, agreement.channel, agreement.notice_days,
           agreement.booking_side, agreement.leading_side, agreement.ends_on);
    tx.run("DELETE FROM agreement_outcomes WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
    for (auto side : {Side::mentor, Side::mentee})
        insert_outcomes(tx, keys, organisation, pairing, side, agreement.outcomes(side));
}

void forget_outcomes(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    tx.run("DELETE FROM agreement_outcomes WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

Signatures signatures_of(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    Signatures signatures;
    for (auto const& row : tx.all<SignatureRow>(R"(
             SELECT one.side, signature.document, signature.document_version, signature.signed_at
             FROM signatures signature
             JOIN pairing_people one ON one.organisation_id = signature.organisation_id
              AND one.pairing_id = signature.pairing_id AND one.person_id = signature.person_id
             WHERE signature.organisation_id = $1 AND signature.pairing_id = $2
             ORDER BY signature.signed_at, one.side, signature.document)",
                                                organisation, pairing))
        signatures.push_back({row.side, row.document, row.document_version, row.signed_at});
    return signatures;
}

void save_signatures(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing,
                     Signatures const& signatures) {
    tx.run("DELETE FROM signatures WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing.id);
    for (auto const& signature : signatures)
        tx.run(R"(
            INSERT INTO signatures (organisation_id, pairing_id, person_id, document, document_version, signed_at)
            VALUES ($1, $2, $3, $4, $5, $6))",
               organisation, pairing.id, pairing.person(signature.side), signature.document, signature.document_version,
               signature.signed_at);
}

std::vector<SignedVersion> signed_versions_of(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    return tx.all<SignedVersion>(R"(
        SELECT version, signed_at FROM signed_agreements
        WHERE organisation_id = $1 AND pairing_id = $2 ORDER BY version)",
                                 organisation, pairing);
}

void insert_signed_version(db::Tx& tx, access::OrganisationId organisation, PairingId pairing,
                           SignedVersion const& signing) {
    tx.run("INSERT INTO signed_agreements (organisation_id, pairing_id, version, signed_at) VALUES ($1, $2, $3, $4)",
           organisation, pairing, signing.version, signing.signed_at);
}

void remove_signed_version(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, std::int32_t version) {
    tx.run("DELETE FROM signed_agreements WHERE organisation_id = $1 AND pairing_id = $2 AND version = $3",
           organisation, pairing, version);
}

DraftFrom usual_agreement(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    DraftFrom from;
    auto row = tx.one<UsualRow>(R"(
        SELECT cadence, channel, notice_days, booking_side, leading_side, ends_on
        FROM programmes WHERE organisation_id = $1 AND id = $2)",
                                organisation, programme);
    if (!row) return from;
    from.programme = {0, row->cadence, row->channel, row->notice_days, row->booking_side, row->leading_side, {}, {},
                      {}};
    from.programme_ends_on = row->ends_on;
    return from;
}

std::vector<std::string> topics_given(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing,
                                      Side giver) {
    return tx.values<std::string>(R"(
        SELECT want.topic FROM wants want
        JOIN enrolments wanting ON wanting.organisation_id = want.organisation_id AND wanting.id = want.enrolment_id
        WHERE want.organisation_id = $1 AND wanting.programme_id = $2 AND wanting.person_id = $3 AND wanting.side = $4
          AND EXISTS (SELECT 1 FROM offers offer
                      JOIN enrolments giving ON giving.organisation_id = offer.organisation_id
                       AND giving.id = offer.enrolment_id
                      WHERE offer.organisation_id = $1 AND giving.programme_id = $2 AND giving.person_id = $5
                        AND giving.side = $6 AND offer.topic = want.topic)
        ORDER BY want.priority, want.topic)",
                                  organisation, pairing.programme_id, pairing.person(other(giver)), other(giver),
                                  pairing.person(giver), giver);
}

}  // namespace pairing::store
