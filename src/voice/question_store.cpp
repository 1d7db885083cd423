#include "voice/question_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"
#include "voice/draft_store.hpp"

namespace voice::store {
namespace {

std::string const kQuestions = R"(
    SELECT q.id, q.programme_id, q.person_id, q.standing, q.audience, q.asked_on, q.answer_by, q.promised_on,
           q.decide_by, q.deferrals, q.closed_on, q.question_set_id, q.version FROM questions q )";

// Whoever accepted to stand for it, or was given the role.
constexpr std::string_view kSponsored = R"((
    EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = p.organisation_id AND s.programme_id = p.id
              AND s.person_id = $2 AND s.accepted_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM roles granted WHERE granted.organisation_id = p.organisation_id
                 AND granted.programme_id = p.id AND granted.person_id = $2 AND granted.role = 'sponsor')))";

struct SealedRow {
    base::AnyId id;
    meta::Bytes sealed;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (id, sealed))

struct AnswerRow {
    PanelAnswerId id;
    std::string name;
    meta::Bytes sealed_text;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (id, name, sealed_text))

struct DecisionRow {
    DecisionId id;
    Outcome outcome;
    meta::Bytes sealed_words;
    base::Day decided_on;
    std::optional<base::Day> until_on;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (id, outcome, sealed_words, decided_on, until_on))

crypto::SealedPlace place_of(std::string_view table, std::string_view column, OrganisationId organisation,
                             base::AnyId row) {
    return {table, column, base::any(organisation), row};
}
crypto::SealedPlace place_of_words(OrganisationId organisation, QuestionId id) {
    return place_of("questions", "sealed_words", organisation, base::any(id));
}
crypto::SealedPlace place_of_answer(OrganisationId organisation, PanelAnswerId id) {
    return place_of("panel_answers", "sealed_text", organisation, base::any(id));
}
crypto::SealedPlace place_of_decision(OrganisationId organisation, DecisionId id) {
    return place_of("decisions", "sealed_words", organisation, base::any(id));
}

// With $1 the house and $2 somebody: the programme of `q` has a sponsor who asked and no longer stands for it, and they
// do.
constexpr std::string_view kSucceeded = R"((
    q.standing = 'sponsor' AND q.closed_on IS NULL AND q.person_id <> $2
    AND NOT EXISTS (
        SELECT 1 FROM people asker WHERE asker.organisation_id = q.organisation_id AND asker.id = q.person_id
          AND asker.is_active
          AND (EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = q.organisation_id
                         AND s.programme_id = q.programme_id AND s.person_id = asker.id AND s.accepted_at IS NOT NULL)
               OR EXISTS (SELECT 1 FROM roles granted WHERE granted.organisation_id = q.organisation_id
                            AND granted.programme_id = q.programme_id AND granted.person_id = asker.id
                            AND granted.role = 'sponsor')))
    AND (EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = q.organisation_id
                   AND s.programme_id = q.programme_id AND s.person_id = $2 AND s.accepted_at IS NOT NULL)
         OR EXISTS (SELECT 1 FROM roles granted WHERE granted.organisation_id = q.organisation_id
                      AND granted.programme_id = q.programme_id AND granted.person_id = $2
                      AND granted.role = 'sponsor'))))";

bool succeeds(db::Tx& tx, OrganisationId organisation, PersonId person, QuestionId id) {
    static std::string const kSql =
        "SELECT COUNT(*) FROM questions q WHERE q.organisation_id = $1 AND q.id = $3 AND " + std::string(kSucceeded);
    return tx.value<std::int64_t>(kSql, organisation, person, id).value() > 0;
}

bool is_asked(db::Tx& tx, Viewer const& viewer, QuestionId id) {
    return tx.value<std::int64_t>(
                 "SELECT COUNT(*) FROM question_people WHERE organisation_id = $1 AND question_id = $2 "
                 "AND person_id = $3",
                 viewer.organisation, id, viewer.person)
               .value() > 0;
}

// Those who run the programme read whatever is asked of its panel; whoever takes part reads what came of it.
std::optional<Found> as_reader(db::Tx& tx, Viewer const& viewer, Question const& question) {
    if (question.audience == Audience::partner) return std::nullopt;
    bool const is_of_sponsor = question.standing == AskedAs::sponsor;
    Found found{question, QuestionSeat::reader, is_of_sponsor, true};
    if (viewer.coordinates(question.programme_id)) {
        found.seat = QuestionSeat::runner;
        found.knows_asker = true;
        return found;
    }
    if (viewer.has(access::Role::analyst, question.programme_id) || is_sponsor(tx, viewer, question.programme_id))
        return found;
    found.reads_all = question.closed_on.has_value();
    if (has_joined(tx, viewer, question.programme_id, pairing::Side::mentor) ||
        has_joined(tx, viewer, question.programme_id, pairing::Side::mentee))
        return found;
    return std::nullopt;
}

}  // namespace

bool is_on_panel(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx.value<std::int64_t>(
                 "SELECT COUNT(*) FROM panel_members WHERE organisation_id = $1 AND programme_id = $2 "
                 "AND person_id = $3",
                 viewer.organisation, programme, viewer.person)
               .value() > 0;
}

void insert_panel_member(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    tx.run(R"(INSERT INTO panel_members (organisation_id, programme_id, person_id) VALUES ($1, $2, $3)
              ON CONFLICT DO NOTHING)",
           viewer.organisation, programme, viewer.person);
}

void delete_panel_member(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    tx.run("DELETE FROM panel_members WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3",
           viewer.organisation, programme, viewer.person);
}

std::int64_t count_panel(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM panel_members WHERE organisation_id = $1 AND programme_id = $2 AND person_id <> $3",
            viewer.organisation, programme, viewer.person)
        .value();
}

std::vector<PersonId> list_panel(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx.values<PersonId>(R"(
        SELECT m.person_id FROM panel_members m
        JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id AND p.is_active
        WHERE m.organisation_id = $1 AND m.programme_id = $2 AND m.person_id <> $3
          AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = $2
                        AND e.person_id = m.person_id AND e.side = 'mentor' AND e.state = 'joined')
        ORDER BY m.person_id)",
                               viewer.organisation, programme, viewer.person);
}

bool has_joined(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, pairing::Side side) {
    return tx.value<std::int64_t>(R"(
                 SELECT COUNT(*) FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3
                   AND side = $4 AND state = 'joined')",
                                  viewer.organisation, programme, viewer.person, side)
               .value() > 0;
}

bool is_sponsor(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    static std::string const kSql =
        "SELECT COUNT(*) FROM programmes p WHERE p.organisation_id = $1 AND p.id = $3 AND " + std::string(kSponsored);
    return tx.value<std::int64_t>(kSql, viewer.organisation, viewer.person, programme).value() > 0;
}

std::vector<ProgrammeId> list_joined(db::Tx& tx, Viewer const& viewer, pairing::Side side) {
    return tx.values<ProgrammeId>(R"(
        SELECT p.id FROM enrolments e
        JOIN programmes p ON p.organisation_id = e.organisation_id AND p.id = e.programme_id
        WHERE e.organisation_id = $1 AND e.person_id = $2 AND e.side = $3 AND e.state = 'joined'
          AND p.state NOT IN ('draft', 'closed') ORDER BY p.id)",
                                  viewer.organisation, viewer.person, side);
}

std::vector<ProgrammeId> list_sponsored(db::Tx& tx, Viewer const& viewer) {
    static std::string const kSql =
        "SELECT p.id FROM programmes p WHERE p.organisation_id = $1 AND p.state NOT IN ('draft', 'closed') AND " +
        std::string(kSponsored) + " ORDER BY p.id";
    return tx.values<ProgrammeId>(kSql, viewer.organisation, viewer.person);
}

std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx
        .value<std::string>("SELECT COALESCE(called_name, name) FROM people WHERE organisation_id = $1 AND id = $2",
                            organisation, person)
        .value();
}

void insert_question(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Question const& question,
                     QuestionWords const& words, std::vector<PersonId> const& people) {
    tx.run(R"(
        INSERT INTO questions (organisation_id, id, programme_id, person_id, standing, audience, sealed_words, asked_on,
                               answer_by, promised_on, decide_by, deferrals, question_set_id, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))",
           organisation, question.id, question.programme_id, question.person_id, question.standing, question.audience,
           crypto::seal(keys, place_of_words(organisation, question.id), json::write(words)), question.asked_on,
           question.answer_by, question.promised_on, question.decide_by, question.deferrals, question.question_set_id,
           question.version);
    for (auto const& person : people)
        tx.run("INSERT INTO question_people (organisation_id, question_id, person_id) VALUES ($1, $2, $3)",
               organisation, question.id, person);
}

void save_question(db::Tx& tx, OrganisationId organisation, Question const& question) {
    tx.run(R"(UPDATE questions SET decide_by = $3, deferrals = $4, closed_on = $5, version = $6
              WHERE organisation_id = $1 AND id = $2)",
           organisation, question.id, question.decide_by, question.deferrals, question.closed_on, question.version);
}

std::optional<Question> find(db::Tx& tx, OrganisationId organisation, QuestionId id) {
    static std::string const kSql = kQuestions + "WHERE q.organisation_id = $1 AND q.id = $2";
    return tx.one<Question>(kSql, organisation, id);
}

std::optional<Question> find_of_question_set(db::Tx& tx, OrganisationId organisation, ballot::QuestionSetId set) {
    static std::string const kSql = kQuestions + "WHERE q.organisation_id = $1 AND q.question_set_id = $2";
    return tx.one<Question>(kSql, organisation, set);
}

std::optional<Found> find_seat(db::Tx& tx, Viewer const& viewer, QuestionId id) {
    auto const question = find(tx, viewer.organisation, id);
    if (!question) return std::nullopt;
    if (viewer.is(question->person_id)) {
        bool const has_left = question->standing == AskedAs::sponsor && !is_sponsor(tx, viewer, question->programme_id);
        return Found{*question, has_left ? QuestionSeat::former : QuestionSeat::asker, true, true};
    }
    if (is_asked(tx, viewer, id)) return Found{*question, QuestionSeat::asked, true, true};
    if (viewer.person && succeeds(tx, viewer.organisation, *viewer.person, id))
        return Found{*question, QuestionSeat::successor, true, true};
    if (drafts_for(tx, viewer, *question)) return Found{*question, QuestionSeat::drafter, true, true};
    return as_reader(tx, viewer, *question);
}

QuestionWords words_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionId id) {
    auto const sealed =
        tx.value<meta::Bytes>("SELECT sealed_words FROM questions WHERE organisation_id = $1 AND id = $2", organisation,
                              id)
            .value();
    return json::read<QuestionWords>(crypto::open(keys, place_of_words(organisation, id), sealed)).value();
}

std::vector<PersonId> list_asked(db::Tx& tx, OrganisationId organisation, QuestionId id) {
    return tx.values<PersonId>(
        "SELECT person_id FROM question_people WHERE organisation_id = $1 AND question_id = $2 ORDER BY person_id",
        organisation, id);
}

std::vector<Question> list_mine(db::Tx& tx, Viewer const& viewer) {
    static std::string const kSql = kQuestions + R"(
        WHERE q.organisation_id = $1
          AND (q.person_id = $2
               OR EXISTS (SELECT 1 FROM question_people asked WHERE asked.organisation_id = q.organisation_id
                            AND asked.question_id = q.id AND asked.person_id = $2)
               OR (q.standing = 'sponsor' AND q.closed_on IS NULL
                   AND EXISTS (SELECT 1 FROM drafters d WHERE d.organisation_id = q.organisation_id
                                 AND d.programme_id = q.programme_id AND d.sponsor_id = q.person_id
                                 AND d.person_id = $2))
               OR )" + std::string(kSucceeded) +
                                    R"()
        ORDER BY CASE WHEN q.closed_on IS NULL THEN 0 ELSE 1 END, COALESCE(q.closed_on, '') DESC, q.decide_by, q.id
        LIMIT 100)";
    return tx.all<Question>(kSql, viewer.organisation, viewer.person);
}

std::vector<PersonId> list_deciders(db::Tx& tx, OrganisationId organisation, Question const& question) {
    std::vector<PersonId> deciders;
    for (auto const& person : tx.values<PersonId>(R"(
             SELECT s.person_id FROM sponsors s
             WHERE s.organisation_id = $1 AND s.programme_id = $2 AND s.person_id IS NOT NULL
             UNION SELECT granted.person_id FROM roles granted
             WHERE granted.organisation_id = $1 AND granted.programme_id = $2 AND granted.role = 'sponsor')",
                                                  organisation, question.programme_id))
        if (succeeds(tx, organisation, person, question.id)) deciders.push_back(person);
    if (deciders.empty()) deciders.push_back(question.person_id);
    return deciders;
}

std::int64_t count_open(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx
        .value<std::int64_t>(R"(
            SELECT COUNT(*) FROM questions WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3
              AND closed_on IS NULL)",
                             viewer.organisation, programme, viewer.person)
        .value();
}

void save_answer(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, QuestionId id, std::string const& text) {
    delete_answer(tx, viewer, id);
    auto const row = tx.make_id<PanelAnswerId>();
    tx.run(R"(INSERT INTO panel_answers (organisation_id, id, question_id, person_id, sealed_text)
              VALUES ($1, $2, $3, $4, $5))",
           viewer.organisation, row, id, viewer.person,
           crypto::seal(keys, place_of_answer(viewer.organisation, row), text));
}

void delete_answer(db::Tx& tx, Viewer const& viewer, QuestionId id) {
    tx.run("DELETE FROM panel_answers WHERE organisation_id = $1 AND question_id = $2 AND person_id = $3",
           viewer.organisation, id, viewer.person);
}

std::optional<std::string> find_own_answer(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, QuestionId id) {
    auto const row = tx.one<SealedRow>(R"(
        SELECT id, sealed_text AS sealed FROM panel_answers
        WHERE organisation_id = $1 AND question_id = $2 AND person_id = $3)",
                                       viewer.organisation, id, viewer.person);
    if (!row) return std::nullopt;
    return crypto::open(keys, place_of_answer(viewer.organisation, base::as<PanelAnswerId>(row->id)), row->sealed);
}

std::vector<PanelAnswer> list_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      QuestionId id) {
    std::vector<PanelAnswer> answers;
    for (auto const& row : tx.all<AnswerRow>(R"(
             SELECT a.id, COALESCE(p.called_name, p.name) AS name, a.sealed_text FROM panel_answers a
             JOIN people p ON p.organisation_id = a.organisation_id AND p.id = a.person_id
             WHERE a.organisation_id = $1 AND a.question_id = $2 ORDER BY p.name_folded, p.id)",
                                             organisation, id))
        answers.push_back({row.name, crypto::open(keys, place_of_answer(organisation, row.id), row.sealed_text)});
    return answers;
}

void save_mark(db::Tx& tx, Viewer const& viewer, QuestionId id, Mark mark) {
    tx.run("UPDATE question_people SET mark = $4 WHERE organisation_id = $1 AND question_id = $2 AND person_id = $3",
           viewer.organisation, id, viewer.person, mark);
}

std::optional<Mark> find_own_mark(db::Tx& tx, Viewer const& viewer, QuestionId id) {
    return tx.value<Mark>(
        "SELECT mark FROM question_people WHERE organisation_id = $1 AND question_id = $2 AND person_id = $3",
        viewer.organisation, id, viewer.person);
}

Marks count_marks(db::Tx& tx, OrganisationId organisation, QuestionId id) {
    auto const count = [&](Mark mark) {
        return tx
            .value<std::int64_t>(
                "SELECT COUNT(*) FROM question_people WHERE organisation_id = $1 AND question_id = $2 AND mark = $3",
                organisation, id, mark)
            .value();
    };
    return {count(Mark::closed), count(Mark::not_yet)};
}

DecisionId insert_decision(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Decided const& decided,
                           base::Day today) {
    auto const id = tx.make_id<DecisionId>();
    tx.run(R"(
        INSERT INTO decisions (organisation_id, id, question_id, position, outcome, sealed_words, decided_on, until_on)
        VALUES ($1, $2, $3, 1 + (SELECT COUNT(*) FROM decisions before
                                 WHERE before.organisation_id = $1 AND before.question_id = $3), $4, $5, $6, $7))",
           organisation, id, decided.question.id, decided.outcome,
           crypto::seal(keys, place_of_decision(organisation, id), json::write(decided.words)), today,
           decided.until_on);
    return id;
}

std::vector<PublishedDecision> list_decisions(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                              QuestionId id) {
    std::vector<PublishedDecision> decisions;
    for (auto const& row : tx.all<DecisionRow>(R"(
             SELECT id, outcome, sealed_words, decided_on, until_on FROM decisions
             WHERE organisation_id = $1 AND question_id = $2 ORDER BY position)",
                                               organisation, id)) {
        auto words =
            json::read<DecisionWords>(crypto::open(keys, place_of_decision(organisation, row.id), row.sealed_words))
                .value();
        decisions.push_back(
            {row.outcome, std::move(words.reason), std::move(words.heard), row.decided_on, row.until_on});
    }
    return decisions;
}

std::optional<QuestionId> find_question_decided(db::Tx& tx, OrganisationId organisation, DecisionId id) {
    return tx.value<QuestionId>("SELECT question_id FROM decisions WHERE organisation_id = $1 AND id = $2",
                                organisation, id);
}

std::vector<Question> list_near(db::Tx& tx, OrganisationId organisation, base::Day latest) {
    static std::string const kSql =
        kQuestions + "WHERE q.organisation_id = $1 AND q.closed_on IS NULL AND q.decide_by <= $2 ORDER BY q.id";
    return tx.all<Question>(kSql, organisation, latest);
}

std::optional<base::AnyId> insert_reminder(db::Tx& tx, OrganisationId organisation, Question const& question,
                                           std::int32_t days_before) {
    auto const id = tx.make_id<base::AnyId>();
    auto const rows = tx.run(R"(
        INSERT INTO decision_reminders (organisation_id, id, question_id, decide_by, days_before)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_id, question_id, decide_by, days_before) DO NOTHING)",
                             organisation, id, question.id, question.decide_by, days_before);
    return rows == 1 ? std::optional(id) : std::nullopt;
}

std::vector<Question> list_of_board(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static std::string const kSql = kQuestions + R"(
        WHERE q.organisation_id = $1 AND q.programme_id = $2 AND q.audience = 'panel'
          AND (q.closed_on IS NULL
               OR q.id IN (SELECT late.id FROM questions late
                           WHERE late.organisation_id = $1 AND late.programme_id = $2 AND late.audience = 'panel'
                             AND late.closed_on IS NOT NULL ORDER BY late.closed_on DESC, late.id LIMIT 100))
        ORDER BY COALESCE(q.closed_on, '') DESC, q.decide_by, q.id)";
    return tx.all<Question>(kSql, organisation, programme);
}

void forget_questions(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    std::string const over = R"( IN (
        SELECT p.id FROM programmes p
        JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
        WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))";
    for (auto const* table : {"panel_answers", "decisions", "decision_drafts", "decision_reminders", "question_people"})
        tx.run("DELETE FROM " + std::string(table) +
                   " WHERE organisation_id = $1 AND question_id IN (SELECT id FROM questions "
                   "WHERE organisation_id = $1 AND programme_id" +
                   over + ")",
               organisation, last_before);
    for (auto const* table : {"questions", "panel_members", "drafters", "board_publications"})
        tx.run("DELETE FROM " + std::string(table) + " WHERE organisation_id = $1 AND programme_id" + over,
               organisation, last_before);
}

}  // namespace voice::store
