#include "survey/survey_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace survey::store {
namespace {

std::string const kAskable = R"(
    SELECT p.id AS pairing_id, mentor.person_id AS mentor_id, mentee.person_id AS mentee_id, p.started_at, a.ends_on,
           a.cadence, p.meetings_held, programme.planned_pairs,
           CASE WHEN pause.id IS NULL THEN FALSE ELSE TRUE END AS is_paused,
           CASE WHEN closure.pairing_id IS NULL THEN FALSE ELSE TRUE END AS is_over,
           COALESCE((SELECT MAX(s.number) FROM surveys s WHERE s.organisation_id = p.organisation_id
                     AND s.pairing_id = p.id AND s.kind = 'pulse'), 0) AS last_pulse,
           CASE WHEN midpoint.id IS NULL THEN FALSE ELSE TRUE END AS has_midpoint
    FROM pairings p
    LEFT JOIN survey_days day ON day.organisation_id = p.organisation_id AND day.pairing_id = p.id
    JOIN agreements a ON a.organisation_id = p.organisation_id AND a.pairing_id = p.id
    JOIN programmes programme ON programme.organisation_id = p.organisation_id AND programme.id = p.programme_id
    JOIN pairing_people mentor
      ON mentor.organisation_id = p.organisation_id AND mentor.pairing_id = p.id AND mentor.side = 'mentor'
    JOIN pairing_people mentee
      ON mentee.organisation_id = p.organisation_id AND mentee.pairing_id = p.id AND mentee.side = 'mentee'
    LEFT JOIN pauses pause
      ON pause.organisation_id = p.organisation_id AND pause.pairing_id = p.id AND pause.resumed_on IS NULL
    LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
    LEFT JOIN surveys midpoint
      ON midpoint.organisation_id = p.organisation_id AND midpoint.pairing_id = p.id AND midpoint.kind = 'midpoint'
    WHERE p.organisation_id = $1 AND p.started_at IS NOT NULL
      AND (closure.pairing_id IS NULL OR closure.released_on IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM surveys s WHERE s.organisation_id = p.organisation_id AND s.pairing_id = p.id
                      AND s.kind = 'end') )";

std::string const kOwn = R"(
    SELECT s.id, s.pairing_id, s.kind, s.number, s.opened_on, mine.state,
           CASE WHEN programme.planned_pairs <= 30 THEN TRUE ELSE FALSE END AS is_small,
           CASE WHEN other.side = 'mentor' THEN 'mentee' ELSE 'mentor' END AS side, COALESCE(partner.called_name, partner.name) AS partner
    FROM survey_answers mine
    JOIN surveys s ON s.organisation_id = mine.organisation_id AND s.id = mine.survey_id
    JOIN pairings p ON p.organisation_id = s.organisation_id AND p.id = s.pairing_id
    JOIN programmes programme ON programme.organisation_id = p.organisation_id AND programme.id = p.programme_id
    JOIN pairing_people other ON other.organisation_id = s.organisation_id AND other.pairing_id = s.pairing_id
     AND other.person_id <> mine.person_id
    JOIN people partner ON partner.organisation_id = other.organisation_id AND partner.id = other.person_id
    WHERE mine.organisation_id = $1 AND mine.person_id = $2 )";

struct SealedRow {
    base::AnyId id;
    std::optional<meta::Bytes> sealed_answers;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (id, sealed_answers))

std::optional<SealedRow> find_sealed(db::Tx& tx, Viewer const& viewer, SurveyId id) {
    return tx.one<SealedRow>(R"(
        SELECT id, sealed_answers FROM survey_answers
        WHERE organisation_id = $1 AND survey_id = $2 AND person_id = $3)",
                             viewer.organisation, id, viewer.person);
}

crypto::SealedPlace place_of_answers(OrganisationId organisation, base::AnyId row) {
    return {"survey_answers", "sealed_answers", base::any(organisation), row};
}

struct SealedAnswers {
    std::vector<ItemAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(SealedAnswers, (), (answers))

}  // namespace

std::vector<Askable> list_due(db::Tx& tx, OrganisationId organisation, base::Day today) {
    static std::string const kSql = kAskable + "AND (day.pairing_id IS NULL OR day.next_on <= $2) ORDER BY p.id";
    return tx.all<Askable>(kSql, organisation, today);
}

std::optional<Askable> find_askable_by_meeting(db::Tx& tx, OrganisationId organisation, meeting::MeetingId meeting) {
    static std::string const kSql =
        kAskable + "AND p.id = (SELECT pairing_id FROM meetings WHERE organisation_id = $1 AND id = $2)";
    return tx.one<Askable>(kSql, organisation, meeting);
}

void save_next(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::optional<base::Day> next_on) {
    tx.run(R"(
        INSERT INTO survey_days (organisation_id, pairing_id, next_on) VALUES ($1, $2, $3)
        ON CONFLICT (organisation_id, pairing_id) DO UPDATE SET next_on = excluded.next_on)",
           organisation, pairing, next_on);
}

void forget_next(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    tx.run("DELETE FROM survey_days WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

void insert_survey(db::Tx& tx, OrganisationId organisation, Survey const& survey, std::vector<PersonId> const& people) {
    tx.run(R"(
        INSERT INTO surveys (organisation_id, id, pairing_id, kind, number, opened_on) VALUES ($1, $2, $3, $4, $5, $6))",
           organisation, survey.id, survey.pairing_id, survey.kind, survey.number, survey.opened_on);
    for (auto const& person : people)
        tx.run(R"(
            INSERT INTO survey_answers (organisation_id, id, survey_id, pairing_id, person_id, state, is_told)
            VALUES ($1, $2, $3, $4, $5, 'open', FALSE))",
               organisation, tx.make_id<base::AnyId>(), survey.id, survey.pairing_id, person);
}

std::vector<Untold> list_untold(db::Tx& tx, OrganisationId organisation) {
    return tx.all<Untold>(R"(
        SELECT mine.survey_id, mine.person_id, person.time_zone, COALESCE(person.site, '') AS site FROM survey_answers mine
        JOIN people person ON person.organisation_id = mine.organisation_id AND person.id = mine.person_id
        WHERE mine.organisation_id = $1 AND NOT mine.is_told ORDER BY mine.id)",
                          organisation);
}

void mark_told(db::Tx& tx, OrganisationId organisation, Untold const& untold) {
    tx.run("UPDATE survey_answers SET is_told = TRUE WHERE organisation_id = $1 AND survey_id = $2 AND person_id = $3",
           organisation, untold.survey_id, untold.person_id);
}

std::vector<Own> list_mine(db::Tx& tx, Viewer const& viewer) {
    static std::string const kSql = kOwn + "ORDER BY s.opened_on DESC, s.kind, s.id LIMIT 100";
    return tx.all<Own>(kSql, viewer.organisation, viewer.person);
}

std::optional<Own> find_mine(db::Tx& tx, Viewer const& viewer, SurveyId id) {
    static std::string const kSql = kOwn + "AND s.id = $3";
    return tx.one<Own>(kSql, viewer.organisation, viewer.person, id);
}

std::vector<ItemAnswer> answers_of(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, SurveyId id) {
    auto const row = find_sealed(tx, viewer, id);
    if (!row || !row->sealed_answers) return {};
    auto const text = crypto::open(keys, place_of_answers(viewer.organisation, row->id), *row->sealed_answers);
    return json::read<SealedAnswers>(text).value().answers;
}

void save_answers(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, SurveyId id, State state,
                  std::vector<ItemAnswer> const& answers) {
    auto const row = find_sealed(tx, viewer, id).value();
    tx.run("UPDATE survey_answers SET state = $3, sealed_answers = $4 WHERE organisation_id = $1 AND id = $2",
           viewer.organisation, row.id, state,
           crypto::seal(keys, place_of_answers(viewer.organisation, row.id), json::write(SealedAnswers{answers})));
}

void forget_answers(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    tx.run("DELETE FROM survey_answers WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

}  // namespace survey::store
