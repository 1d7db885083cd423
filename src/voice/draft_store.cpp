#include "voice/draft_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace voice::store {
namespace {

crypto::SealedPlace place_of_draft(OrganisationId organisation, QuestionId id) {
    return {"decision_drafts", "sealed_words", base::any(organisation), base::any(id)};
}

}  // namespace

void save_drafter(db::Tx& tx, Viewer const& sponsor, ProgrammeId programme, PersonId person) {
    tx.run(R"(
        INSERT INTO drafters (organisation_id, programme_id, sponsor_id, person_id) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, programme_id, sponsor_id) DO UPDATE SET person_id = excluded.person_id)",
           sponsor.organisation, programme, sponsor.person, person);
}

void delete_drafter(db::Tx& tx, Viewer const& sponsor, ProgrammeId programme) {
    tx.run("DELETE FROM drafters WHERE organisation_id = $1 AND programme_id = $2 AND sponsor_id = $3",
           sponsor.organisation, programme, sponsor.person);
}

std::optional<std::string> find_drafter_name(db::Tx& tx, Viewer const& sponsor, ProgrammeId programme) {
    return tx.value<std::string>(R"(
        SELECT COALESCE(p.called_name, p.name) FROM drafters d
        JOIN people p ON p.organisation_id = d.organisation_id AND p.id = d.person_id
        WHERE d.organisation_id = $1 AND d.programme_id = $2 AND d.sponsor_id = $3)",
                                 sponsor.organisation, programme, sponsor.person);
}

bool drafts_for(db::Tx& tx, Viewer const& viewer, Question const& question) {
    if (question.standing != AskedAs::sponsor || question.closed_on) return false;
    return tx.value<std::int64_t>(R"(
                 SELECT COUNT(*) FROM drafters WHERE organisation_id = $1 AND programme_id = $2 AND sponsor_id = $3
                   AND person_id = $4)",
                                  viewer.organisation, question.programme_id, question.person_id, viewer.person)
               .value() > 0;
}

bool has_draft(db::Tx& tx, OrganisationId organisation, QuestionId id) {
    return tx.value<std::int64_t>(
                 "SELECT COUNT(*) FROM decision_drafts WHERE organisation_id = $1 AND question_id = $2", organisation,
                 id)
               .value() > 0;
}

std::optional<DecisionDraft> find_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        QuestionId id) {
    auto const sealed = tx.value<meta::Bytes>(
        "SELECT sealed_words FROM decision_drafts WHERE organisation_id = $1 AND question_id = $2", organisation, id);
    if (!sealed) return std::nullopt;
    return json::read<DecisionDraft>(crypto::open(keys, place_of_draft(organisation, id), *sealed)).value();
}

void save_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionId id,
                DecisionDraft const& draft) {
    tx.run(R"(
        INSERT INTO decision_drafts (organisation_id, question_id, version, sealed_words) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, question_id) DO UPDATE SET
               version = excluded.version, sealed_words = excluded.sealed_words)",
           organisation, id, draft.version, crypto::seal(keys, place_of_draft(organisation, id), json::write(draft)));
}

void delete_draft(db::Tx& tx, OrganisationId organisation, QuestionId id) {
    tx.run("DELETE FROM decision_drafts WHERE organisation_id = $1 AND question_id = $2", organisation, id);
}

}  // namespace voice::store
