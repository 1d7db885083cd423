#include "questionnaire/answer_store.hpp"

#include <algorithm>
#include <stdexcept>

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

std::optional<base::AnyId> respondent_key_id(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.value<base::AnyId>("SELECT key_id FROM respondent_keys WHERE organisation_id = $1 AND programme_id = $2",
                                 organisation, programme);
}

bool save_respondent_key(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, base::AnyId key_id) {
    if (respondent_key_id(tx, organisation, programme)) return false;
    tx.run("INSERT INTO respondent_keys (organisation_id, programme_id, key_id) VALUES ($1, $2, $3)", organisation,
           programme, key_id);
    return true;
}

std::optional<crypto::Key> respondent_key(db::Tx& tx, crypto::KeyFiles const& files, OrganisationId organisation,
                                          ProgrammeId programme) {
    auto const id = respondent_key_id(tx, organisation, programme);
    if (!id) return std::nullopt;
    auto const file = files.find(*id);
    crypto::Key key{};
    if (!file || file->size() != key.size())
        throw std::runtime_error("the secret of a programme's answers is missing from the key folder");
    std::ranges::copy(*file, key.begin());
    return key;
}

meta::Bytes respondent_of(crypto::Key const& key, PersonId person) {
    auto const digest = crypto::mac(key, crypto::bytes_of(person.text()));
    return {crypto::Bytes(digest.begin(), digest.end())};
}

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
    tx.run("DELETE FROM respondent_keys WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
}

}  // namespace questionnaire::store
