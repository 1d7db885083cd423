#include "ballot/question_set_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace ballot::store {
namespace {

struct AskedQuestions {
    std::vector<Question> questions;
};
BOOST_DESCRIBE_STRUCT(AskedQuestions, (), (questions))

struct KeptAnswers {
    std::vector<QuestionAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(KeptAnswers, (), (answers))

struct SealedBallot {
    base::AnyId id;
    meta::Bytes sealed_answers;
};
BOOST_DESCRIBE_STRUCT(SealedBallot, (), (id, sealed_answers))

crypto::SealedPlace place_of_ballot(OrganisationId organisation, base::AnyId row) {
    return {"ballots", "sealed_answers", base::any(organisation), row};
}

}  // namespace

void insert_question_set(db::Tx& tx, OrganisationId organisation, QuestionSet const& set,
                         std::vector<Question> const& questions, std::vector<PersonId> const& people) {
    tx.run(R"(
        INSERT INTO question_sets (organisation_id, id, questions, closes_at, is_closed) VALUES ($1, $2, $3, $4, FALSE))",
           organisation, set.id, json::write(AskedQuestions{questions}), set.closes_at);
    for (auto const& person : people)
        tx.run("INSERT INTO ballot_issues (organisation_id, question_set_id, person_id) VALUES ($1, $2, $3)",
               organisation, set.id, person);
}

std::optional<QuestionSet> find(db::Tx& tx, OrganisationId organisation, QuestionSetId id) {
    return tx.one<QuestionSet>(R"(
        SELECT id, closes_at, public_key, box_key, key_id, is_closed FROM question_sets
        WHERE organisation_id = $1 AND id = $2)",
                               organisation, id);
}

std::optional<QuestionSet> find_mine(db::Tx& tx, Viewer const& viewer, QuestionSetId id) {
    return tx.one<QuestionSet>(R"(
        SELECT s.id, s.closes_at, s.public_key, s.box_key, s.key_id, s.is_closed FROM question_sets s
        JOIN ballot_issues mine ON mine.organisation_id = s.organisation_id AND mine.question_set_id = s.id
        WHERE s.organisation_id = $1 AND s.id = $2 AND mine.person_id = $3)",
                               viewer.organisation, id, viewer.person);
}

std::optional<Box> find_box(db::Tx& tx, QuestionSetId id) {
    return tx.one<Box>(R"(
        SELECT organisation_id, id, closes_at, public_key, box_key, key_id, is_closed FROM question_sets WHERE id = $1)",
                       id);
}

std::vector<Question> questions_of(db::Tx& tx, OrganisationId organisation, QuestionSetId id) {
    auto const text = tx.value<std::string>(
        "SELECT questions FROM question_sets WHERE organisation_id = $1 AND id = $2", organisation, id);
    return json::read<AskedQuestions>(text.value()).value().questions;
}

std::vector<QuestionSet> list_to_close(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    return tx.all<QuestionSet>(R"(
        SELECT id, closes_at, public_key, box_key, key_id, is_closed FROM question_sets
        WHERE organisation_id = $1 AND closes_at <= $2 AND (NOT is_closed OR key_id IS NOT NULL) ORDER BY id)",
                               organisation, now);
}

void save_keys(db::Tx& tx, OrganisationId organisation, QuestionSet const& set) {
    tx.run("UPDATE question_sets SET public_key = $3, box_key = $4, key_id = $5 WHERE organisation_id = $1 AND id = $2",
           organisation, set.id, set.public_key, set.box_key, set.key_id);
}

std::optional<meta::Bytes> issued_to(db::Tx& tx, Viewer const& viewer, QuestionSetId id) {
    return tx.value<meta::Bytes>(R"(
        SELECT blinded_digest FROM ballot_issues
        WHERE organisation_id = $1 AND question_set_id = $2 AND person_id = $3)",
                                 viewer.organisation, id, viewer.person);
}

void save_issue(db::Tx& tx, Viewer const& viewer, QuestionSetId id, meta::Bytes const& blinded_digest) {
    tx.run(R"(
        UPDATE ballot_issues SET blinded_digest = $4
        WHERE organisation_id = $1 AND question_set_id = $2 AND person_id = $3)",
           viewer.organisation, id, viewer.person, blinded_digest);
}

std::optional<meta::Bytes> mark_of(db::Tx& tx, Box const& box, meta::Bytes const& token_digest) {
    return tx.value<meta::Bytes>(R"(
        SELECT mark FROM ballot_box WHERE organisation_id = $1 AND question_set_id = $2 AND token_digest = $3)",
                                 box.organisation_id, box.id, token_digest);
}

void insert_cast(db::Tx& tx, Box const& box, Cast const& cast) {
    tx.run(R"(
        INSERT INTO ballot_box (organisation_id, question_set_id, token_digest, mark, locked_answers)
        VALUES ($1, $2, $3, $4, $5))",
           box.organisation_id, box.id, cast.token_digest, cast.mark, cast.locked_answers);
}

std::vector<Cast> list_casts(db::Tx& tx, OrganisationId organisation, QuestionSetId id) {
    return tx.all<Cast>(R"(
        SELECT token_digest, mark, locked_answers FROM ballot_box
        WHERE organisation_id = $1 AND question_set_id = $2 ORDER BY token_digest)",
                        organisation, id);
}

void close(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionSetId id,
           std::vector<std::vector<QuestionAnswer>> const& parts) {
    for (auto const& part : parts) {
        auto const row = tx.make_id<base::AnyId>();
        tx.run("INSERT INTO ballots (organisation_id, id, question_set_id, sealed_answers) VALUES ($1, $2, $3, $4)",
               organisation, row, id,
               crypto::seal(keys, place_of_ballot(organisation, row), json::write(KeptAnswers{part})));
    }
    tx.run("DELETE FROM ballot_box WHERE organisation_id = $1 AND question_set_id = $2", organisation, id);
    tx.run("DELETE FROM ballot_issues WHERE organisation_id = $1 AND question_set_id = $2", organisation, id);
    tx.run("UPDATE question_sets SET is_closed = TRUE WHERE organisation_id = $1 AND id = $2", organisation, id);
}

void forget_key(db::Tx& tx, OrganisationId organisation, QuestionSetId id) {
    tx.run("UPDATE question_sets SET key_id = NULL WHERE organisation_id = $1 AND id = $2", organisation, id);
}

void forget_ballots(db::Tx& tx, OrganisationId organisation, base::Instant closed_before) {
    tx.run(R"(
        DELETE FROM ballots WHERE organisation_id = $1 AND question_set_id IN (
            SELECT id FROM question_sets WHERE organisation_id = $1 AND closes_at <= $2))",
           organisation, closed_before);
}

std::vector<std::vector<QuestionAnswer>> list_ballots(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                                      QuestionSetId id) {
    std::vector<std::vector<QuestionAnswer>> parts;
    for (auto const& row : tx.all<SealedBallot>(
             "SELECT id, sealed_answers FROM ballots WHERE organisation_id = $1 AND question_set_id = $2 ORDER BY id",
             organisation, id))
        parts.push_back(
            json::read<KeptAnswers>(crypto::open(keys, place_of_ballot(organisation, row.id), row.sealed_answers))
                .value()
                .answers);
    return parts;
}

}  // namespace ballot::store
