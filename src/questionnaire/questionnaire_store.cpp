#include "questionnaire/questionnaire_store.hpp"

#include "platform/json.hpp"
#include "programme/programme_store.hpp"

namespace questionnaire::store {
namespace {

std::string const kColumns =
    "q.id, q.programme_id, q.moment, q.number, q.state, q.is_anonymous, q.audience, q.title, q.reader_id, q.opened_on, "
    "q.closes_on, q.question_set_id, q.version";

// Whose results they are (rules B, R43), of the programme `column`: whoever takes part, no later than the sponsor.
std::string reads_results_of(std::string const& column) {
    return R"(
     EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = )" +
           column + R"(
             AND e.person_id = $2 AND e.state <> 'withdrawn')
     OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = $1 AND r.person_id = $2
                AND (r.programme_id = )" +
           column + R"( OR r.programme_id IS NULL)
                AND r.role IN ('coordinator', 'sponsor', 'analyst'))
     OR EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = $1 AND s.programme_id = )" +
           column + R"(
                AND s.person_id = $2 AND s.accepted_at IS NOT NULL) )";
}
// Those, whoever was asked, and the reader of the words.
std::string const kMayRead = R"(
    (q.reader_id = $2
     OR EXISTS (SELECT 1 FROM questionnaire_people asked WHERE asked.organisation_id = q.organisation_id
                AND asked.questionnaire_id = q.id AND asked.person_id = $2)
     OR )" + reads_results_of("q.programme_id") +
                             ") ";

std::string_view column_of(Telling telling) {
    return telling == Telling::opened ? "is_told" : "is_reminded";
}

}  // namespace

void insert(db::Tx& tx, OrganisationId organisation, Questionnaire const& one, Content const& content) {
    tx.run(R"(
        INSERT INTO questionnaires (organisation_id, id, programme_id, moment, number, state, is_anonymous, audience,
                                    title, content, reader_id, opened_on, closes_on, question_set_id, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))",
           organisation, one.id, one.programme_id, one.moment, one.number, one.state, one.is_anonymous, one.audience,
           one.title, json::write(content), one.reader_id, one.opened_on, one.closes_on, one.question_set_id,
           one.version);
}

void save(db::Tx& tx, OrganisationId organisation, Questionnaire const& one) {
    tx.run(R"(
        UPDATE questionnaires SET state = $3, is_anonymous = $4, audience = $5, title = $6, reader_id = $7,
            opened_on = $8, closes_on = $9, question_set_id = $10, version = $11
        WHERE organisation_id = $1 AND id = $2)",
           organisation, one.id, one.state, one.is_anonymous, one.audience, one.title, one.reader_id, one.opened_on,
           one.closes_on, one.question_set_id, one.version);
}

void save_content(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, Content const& content) {
    tx.run("UPDATE questionnaires SET content = $3 WHERE organisation_id = $1 AND id = $2", organisation, id,
           json::write(content));
}

void remove(db::Tx& tx, OrganisationId organisation, QuestionnaireId id) {
    tx.run("DELETE FROM questionnaires WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::optional<Questionnaire> find(db::Tx& tx, OrganisationId organisation, QuestionnaireId id) {
    static auto const sql = "SELECT " + kColumns + " FROM questionnaires q WHERE q.organisation_id = $1 AND q.id = $2";
    return tx.one<Questionnaire>(sql, organisation, id);
}

Content content_of(db::Tx& tx, OrganisationId organisation, QuestionnaireId id) {
    auto const text = tx.value<std::string>("SELECT content FROM questionnaires WHERE organisation_id = $1 AND id = $2",
                                            organisation, id);
    return json::read<Content>(text.value()).value();
}

std::vector<Questionnaire> list_of_programme(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static auto const sql = "SELECT " + kColumns + R"( FROM questionnaires q
        WHERE q.organisation_id = $1 AND q.programme_id = $2 ORDER BY q.moment, q.number)";
    return tx.all<Questionnaire>(sql, organisation, programme);
}

std::vector<Questionnaire> list_open(db::Tx& tx, OrganisationId organisation) {
    static auto const sql =
        "SELECT " + kColumns + " FROM questionnaires q WHERE q.organisation_id = $1 AND q.state = 'open' ORDER BY q.id";
    return tx.all<Questionnaire>(sql, organisation);
}

std::int32_t next_number(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    auto const last = tx.value<std::int64_t>(R"(
        SELECT COALESCE(MAX(number), 0) FROM questionnaires
        WHERE organisation_id = $1 AND programme_id = $2 AND moment = 'own')",
                                             organisation, programme);
    return static_cast<std::int32_t>(last.value() + 1);
}

std::optional<Asked> find_asked(db::Tx& tx, Viewer const& viewer, QuestionnaireId id) {
    static auto const sql = "SELECT " + kColumns + R"(, mine.side, mine.arm FROM questionnaires q
        JOIN questionnaire_people mine ON mine.organisation_id = q.organisation_id AND mine.questionnaire_id = q.id
        WHERE q.organisation_id = $1 AND mine.person_id = $2 AND q.id = $3)";
    return tx.one<Asked>(sql, viewer.organisation, viewer.person, id);
}

std::vector<Asked> list_asked(db::Tx& tx, Viewer const& viewer) {
    static auto const sql = "SELECT " + kColumns + R"(, mine.side, mine.arm FROM questionnaires q
        JOIN questionnaire_people mine ON mine.organisation_id = q.organisation_id AND mine.questionnaire_id = q.id
        WHERE q.organisation_id = $1 AND mine.person_id = $2
        ORDER BY q.opened_on DESC, q.moment, q.number, q.id LIMIT 100)";
    return tx.all<Asked>(sql, viewer.organisation, viewer.person);
}

std::optional<Questionnaire> find_with_results(db::Tx& tx, Viewer const& viewer, QuestionnaireId id) {
    static auto const sql = "SELECT " + kColumns +
                            " FROM questionnaires q WHERE q.organisation_id = $1 AND q.id = $3 AND q.state = 'closed' "
                            "AND " +
                            kMayRead;
    return tx.one<Questionnaire>(sql, viewer.organisation, viewer.person, id);
}

std::vector<Questionnaire> list_with_results(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    static auto const sql =
        "SELECT " + kColumns +
        " FROM questionnaires q WHERE q.organisation_id = $1 AND q.programme_id = $3 AND q.state = 'closed' AND " +
        kMayRead + "ORDER BY q.closes_on DESC, q.id";
    return tx.all<Questionnaire>(sql, viewer.organisation, viewer.person, programme);
}

bool may_read_results(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    static auto const sql = "SELECT COUNT(*) FROM programmes p WHERE p.organisation_id = $1 AND p.id = $3 AND (" +
                            reads_results_of("p.id") + ")";
    return tx.value<std::int64_t>(sql, viewer.organisation, viewer.person, programme).value() > 0;
}

std::vector<Questionnaire> list_to_read(db::Tx& tx, Viewer const& viewer) {
    static auto const sql = "SELECT " + kColumns + R"( FROM questionnaires q
        WHERE q.organisation_id = $1 AND q.reader_id = $2 AND q.state = 'closed'
        ORDER BY q.closes_on DESC, q.id LIMIT 100)";
    return tx.all<Questionnaire>(sql, viewer.organisation, viewer.person);
}

std::vector<Respondent> list_askable(db::Tx& tx, OrganisationId organisation, Questionnaire const& one, Whom whom) {
    auto const found = tx.all<Respondent>(R"(
        SELECT e.person_id, e.side, 'takes_part' AS arm FROM enrolments e
        JOIN people p ON p.organisation_id = e.organisation_id AND p.id = e.person_id AND p.is_active
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state IN ('joined', 'paused')
          AND NOT EXISTS (SELECT 1 FROM enrolments earlier WHERE earlier.organisation_id = e.organisation_id
                          AND earlier.programme_id = e.programme_id AND earlier.person_id = e.person_id
                          AND earlier.state IN ('joined', 'paused')
                          AND (earlier.joined_on < e.joined_on
                               OR (earlier.joined_on = e.joined_on AND earlier.side < e.side)))
          AND ($3 = 'everybody' OR NOT EXISTS (
              SELECT 1 FROM pairing_people x JOIN pairings pair
                ON pair.organisation_id = x.organisation_id AND pair.id = x.pairing_id
              WHERE x.organisation_id = e.organisation_id AND x.person_id = e.person_id
                AND pair.programme_id = e.programme_id))
        ORDER BY e.person_id)",
                                          organisation, one.programme_id,
                                          std::string(whom == Whom::everybody ? "everybody" : "unpaired"));
    std::vector<Respondent> asked;
    for (auto const& person : found)
        if (asks(one.audience, person.side)) asked.push_back(person);
    return asked;
}

bool has_partner(db::Tx& tx, OrganisationId organisation, PersonId person, ProgrammeId programme) {
    return tx
        .value<bool>(R"(
        SELECT EXISTS (SELECT 1 FROM pairing_people x JOIN pairings pair
            ON pair.organisation_id = x.organisation_id AND pair.id = x.pairing_id
        WHERE x.organisation_id = $1 AND x.person_id = $2 AND pair.programme_id = $3))",
                     organisation, person, programme)
        .value();
}

void ask(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, std::vector<Respondent> const& people) {
    for (auto const& person : people)
        tx.run(R"(
            INSERT INTO questionnaire_people (organisation_id, questionnaire_id, person_id, side, arm, is_told,
                                              is_reminded)
            VALUES ($1, $2, $3, $4, $5, FALSE, FALSE)
            ON CONFLICT (organisation_id, questionnaire_id, person_id) DO NOTHING)",
               organisation, id, person.person_id, person.side, person.arm);
}

std::vector<Respondent> list_respondents(db::Tx& tx, OrganisationId organisation, QuestionnaireId id) {
    return tx.all<Respondent>(R"(
        SELECT person_id, side, arm FROM questionnaire_people
        WHERE organisation_id = $1 AND questionnaire_id = $2 AND arm = 'takes_part' ORDER BY person_id)",
                              organisation, id);
}

std::vector<PersonId> list_everybody_asked(db::Tx& tx, OrganisationId organisation, QuestionnaireId id) {
    return tx.values<PersonId>(R"(
        SELECT person_id FROM questionnaire_people WHERE organisation_id = $1 AND questionnaire_id = $2
        ORDER BY person_id)",
                               organisation, id);
}

void ask_no_more(db::Tx& tx, Viewer const& viewer, QuestionnaireId id) {
    tx.run(R"(DELETE FROM questionnaire_people
              WHERE organisation_id = $1 AND questionnaire_id = $2 AND person_id = $3 AND arm = 'waits')",
           viewer.organisation, id, viewer.person);
}

std::vector<QuestionnaireId> list_open_while_waiting(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx.values<QuestionnaireId>(R"(
        SELECT q.id FROM questionnaires q
        JOIN questionnaire_people mine ON mine.organisation_id = q.organisation_id AND mine.questionnaire_id = q.id
        WHERE q.organisation_id = $1 AND mine.person_id = $2 AND q.programme_id = $3 AND q.state = 'open'
          AND mine.arm = 'waits' ORDER BY q.id)",
                                      viewer.organisation, viewer.person, programme);
}

std::vector<Told> list_untold(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, Telling telling) {
    return tx.all<Told>(
        "SELECT asked.person_id, p.time_zone, COALESCE(p.site, '') AS site "
        "FROM questionnaire_people asked "
        "JOIN people p ON p.organisation_id = asked.organisation_id AND p.id = asked.person_id "
        "WHERE asked.organisation_id = $1 AND asked.questionnaire_id = $2 AND p.is_active AND NOT asked." +
            std::string(column_of(telling)) + " ORDER BY asked.person_id",
        organisation, id);
}

void mark_told(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, PersonId person, Telling telling) {
    tx.run("UPDATE questionnaire_people SET " + std::string(column_of(telling)) +
               " = TRUE WHERE organisation_id = $1 AND questionnaire_id = $2 AND person_id = $3",
           organisation, id, person);
}

ProgrammeDays days_of(Scheduled const& programme) {
    ProgrammeDays days;
    if (programme.enrolling_at) days.enrolling_on = base::utc_day(*programme.enrolling_at);
    days.enrolment_closes_on = programme.enrolment_closes_on;
    days.ends_on = programme.ends_on;
    days.rounds = programme.rounds;
    days.round_days = programme.round_days;
    return days;
}

std::vector<Scheduled> list_scheduled(db::Tx& tx, OrganisationId organisation) {
    return tx.all<Scheduled>(R"(
        SELECT id, enrolling_at, enrolment_closes_on, ends_on, rounds, round_days, planned_pairs, closed_at
        FROM programmes
        WHERE organisation_id = $1 AND state <> 'draft' ORDER BY id)",
                             organisation);
}

std::vector<std::string> instruments_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return programme::store::load_standing(tx, organisation, programme).instruments;
}

std::optional<std::string> reader_name(db::Tx& tx, OrganisationId organisation, Questionnaire const& one) {
    if (!one.reader_id) return std::nullopt;
    return tx.value<std::string>(
        "SELECT COALESCE(called_name, name) FROM people WHERE organisation_id = $1 AND id = $2", organisation,
        *one.reader_id);
}

bool may_read_words(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person) {
    return tx
        .value<bool>(R"(
        SELECT EXISTS (SELECT 1 FROM people p WHERE p.organisation_id = $1 AND p.id = $3 AND p.is_active
            AND NOT EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = $1 AND s.programme_id = $2
                            AND s.person_id = $3)
            AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = $1 AND r.person_id = $3
                            AND r.role = 'sponsor' AND (r.programme_id = $2 OR r.programme_id IS NULL))))",
                     organisation, programme, person)
        .value();
}

void save_results(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, std::string const& results) {
    tx.run("INSERT INTO questionnaire_results (organisation_id, questionnaire_id, results) VALUES ($1, $2, $3)",
           organisation, id, results);
}

std::optional<std::string> results_of(db::Tx& tx, OrganisationId organisation, QuestionnaireId id) {
    return tx.value<std::string>(
        "SELECT results FROM questionnaire_results WHERE organisation_id = $1 AND questionnaire_id = $2", organisation,
        id);
}

}  // namespace questionnaire::store
