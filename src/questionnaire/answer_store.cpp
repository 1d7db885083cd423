#include "questionnaire/answer_store.hpp"

#include "ballot/respondent_store.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace questionnaire::store {
namespace {

struct SealedAnswers {
    base::AnyId id;
    meta::Bytes respondent;
    meta::Bytes sealed_answers;
};
BOOST_DESCRIBE_STRUCT(SealedAnswers, (), (id, respondent, sealed_answers))

crypto::SealedPlace place_of(OrganisationId organisation, base::AnyId row) {
    return {"questionnaire_answers", "sealed_answers", base::any(organisation), row};
}

Answers opened(crypto::Keys const& keys, OrganisationId organisation, SealedAnswers const& row) {
    return json::read<Answers>(crypto::open(keys, place_of(organisation, row.id), row.sealed_answers)).value();
}

std::optional<SealedAnswers> find_sealed(db::Tx& tx, OrganisationId organisation, QuestionnaireId id,
                                         meta::Bytes const& respondent) {
    return tx.one<SealedAnswers>(R"(
        SELECT id, respondent, sealed_answers FROM questionnaire_answers
        WHERE organisation_id = $1 AND questionnaire_id = $2 AND respondent = $3)",
                                 organisation, id, respondent);
}

}  // namespace

std::optional<Answers> find_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    QuestionnaireId id, meta::Bytes const& respondent) {
    auto const row = find_sealed(tx, organisation, id, respondent);
    if (!row) return std::nullopt;
    return opened(keys, organisation, *row);
}

void save_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionnaireId id,
                  meta::Bytes const& respondent, Answers const& answers) {
    auto const before = find_sealed(tx, organisation, id, respondent);
    auto const row = before ? before->id : tx.make_id<base::AnyId>();
    auto const sealed = crypto::seal(keys, place_of(organisation, row), json::write(answers));
    tx.run(R"(
        INSERT INTO questionnaire_answers (organisation_id, id, questionnaire_id, respondent, sealed_answers)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, questionnaire_id, respondent)
        DO UPDATE SET sealed_answers = excluded.sealed_answers)",
           organisation, row, id, respondent, sealed);
}

void remove_answers(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, meta::Bytes const& respondent) {
    tx.run("DELETE FROM questionnaire_answers WHERE organisation_id = $1 AND questionnaire_id = $2 AND respondent = $3",
           organisation, id, respondent);
}

std::vector<OfRespondent> list_sent(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    QuestionnaireId id) {
    std::vector<OfRespondent> sent;
    for (auto const& row : tx.all<SealedAnswers>(R"(
             SELECT id, respondent, sealed_answers FROM questionnaire_answers
             WHERE organisation_id = $1 AND questionnaire_id = $2 ORDER BY respondent)",
                                                 organisation, id)) {
        auto answers = opened(keys, organisation, row);
        if (answers.state == Answering::sent && answers.arm == Arm::takes_part)
            sent.push_back({row.respondent, std::move(answers)});
    }
    return sent;
}

std::vector<Kept> list_to_forget(db::Tx& tx, OrganisationId organisation, base::Instant closed_before) {
    return tx.all<Kept>(R"(
        SELECT k.programme_id, k.key_id FROM respondent_keys k
        JOIN programmes p ON p.organisation_id = k.organisation_id AND p.id = k.programme_id
        WHERE k.organisation_id = $1 AND p.closed_at <= $2 ORDER BY k.programme_id)",
                        organisation, closed_before);
}

void forget_answers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    tx.run(R"(
        DELETE FROM questionnaire_answers WHERE organisation_id = $1 AND questionnaire_id IN (
            SELECT id FROM questionnaires WHERE organisation_id = $1 AND programme_id = $2))",
           organisation, programme);
    ballot::store::delete_respondent_key(tx, organisation, programme);
}

}  // namespace questionnaire::store
