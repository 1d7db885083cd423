#include "matching/suggestion_store.hpp"

#include "platform/json.hpp"
#include "platform/zone.hpp"
#include "programme/called_store.hpp"

namespace matching::store {

namespace {

constexpr auto* kRoundColumns = "id, programme_id, match_run_id, number, opened_at, closes_on, closes_at, closed_at";

struct MineRow {
    SuggestionId id;
    ProgrammeId programme_id;
    programme::Called programme;
    Side side = Side::mentor;
    SuggestedPartner partner;
    std::string reasons;
    base::Day closes_on;
    base::Instant closes_at;
    std::optional<Answer> answer;
    std::optional<std::int32_t> rank;
};
BOOST_DESCRIBE_STRUCT(MineRow, (),
                      (id, programme_id, programme, side, partner, reasons, closes_on, closes_at, answer, rank))

// Own suggestions of open rounds, while one takes part; the reader's language is the third parameter. The one answer
// joined is the viewer's own.
std::string const& mine_sql() {
    static auto const called = programme::store::called_in("g", "$3");
    static auto const sql = "SELECT s.id, s.programme_id, " + called.columns + R"(, me.side, p.id AS partner_id,
           p.name AS partner_name, p.called_name AS partner_called_name, p.pronouns AS partner_pronouns,
           p.job_title AS partner_job_title, p.department AS partner_department, p.site AS partner_site,
           l.name AS partner_level_name, s.reasons, r.closes_on, r.closes_at, a.answer, a.rank
    FROM suggestion_people me
    JOIN suggestions s ON s.organisation_id = me.organisation_id AND s.id = me.suggestion_id
    JOIN rounds r ON r.organisation_id = s.organisation_id AND r.id = s.round_id AND r.closed_at IS NULL
    JOIN programmes g ON g.organisation_id = s.organisation_id AND g.id = s.programme_id)" +
                            called.joins + R"(
    JOIN suggestion_people they ON they.organisation_id = s.organisation_id AND they.suggestion_id = s.id
                               AND they.person_id <> me.person_id
    JOIN people p ON p.organisation_id = they.organisation_id AND p.id = they.person_id
    LEFT JOIN level_names l ON l.organisation_id = p.organisation_id AND l.level = p.level
    LEFT JOIN suggestion_answers a ON a.organisation_id = s.organisation_id AND a.suggestion_id = s.id
                                  AND a.person_id = me.person_id
    WHERE me.organisation_id = $1 AND me.person_id = $2
      AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = s.organisation_id
                  AND e.programme_id = s.programme_id AND e.person_id = me.person_id AND e.side = me.side
                  AND e.state <> 'withdrawn'))";
    return sql;
}

SuggestionAnswer answer_from(MineRow& row) {
    auto reasons = json::read<ReasonsShown>(row.reasons).value();
    SuggestionAnswer answer;
    answer.id = row.id;
    answer.programme_id = row.programme_id;
    answer.programme = std::move(row.programme);
    answer.side = row.side;
    answer.partner = std::move(row.partner);
    answer.you_want = row.side == Side::mentor ? reasons.for_mentor : reasons.for_mentee;
    answer.they_want = row.side == Side::mentor ? reasons.for_mentee : reasons.for_mentor;
    answer.shared = std::move(reasons.shared);
    answer.closes_on = row.closes_on;
    answer.closes_at = row.closes_at;
    answer.answer = row.answer;
    answer.rank = row.rank;
    return answer;
}

void insert_suggestion(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, RoundId round,
                       NewSuggestion const& made, base::Instant now) {
    auto const id = tx.make_id<SuggestionId>();
    tx.run(R"(INSERT INTO suggestions (organisation_id, id, programme_id, round_id, origin, fit, mentor_benefit,
                                       mentee_benefit, reasons, suggested_at)
              VALUES ($1, $2, $3, $4, 'run', $5, $6, $7, $8, $9))",
           organisation, id, programme, round, made.fit, made.mentor_benefit, made.mentee_benefit, made.reasons, now);
    for (auto const side : {Side::mentor, Side::mentee})
        tx.run(R"(INSERT INTO suggestion_people (organisation_id, suggestion_id, side, person_id)
                  VALUES ($1, $2, $3, $4))",
               organisation, id, side, side == Side::mentor ? made.mentor_id : made.mentee_id);
}

}  // namespace

RoundId open_round(db::Tx& tx, OrganisationId organisation, MatchRun const& run, base::Day closes_on,
                   std::vector<NewSuggestion> const& suggestions, base::Instant now) {
    auto const id = tx.make_id<RoundId>();
    auto const time_zone =
        tx.value<std::string>("SELECT time_zone FROM organisations WHERE organisation_id = $1", organisation);
    auto const number =
        1 + tx.value<std::int32_t>("SELECT MAX(number) FROM rounds WHERE organisation_id = $1 AND programme_id = $2",
                                   organisation, run.programme_id)
                .value_or(0);
    tx.run(R"(INSERT INTO rounds (organisation_id, id, programme_id, match_run_id, number, opened_at, closes_on,
                                  closes_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, id, run.programme_id, run.id, number, now, closes_on,
           zone::start_of(closes_on + 1, time_zone.value()));
    for (auto const& made : suggestions) insert_suggestion(tx, organisation, run.programme_id, id, made, now);
    return id;
}

void remove_round_of(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    auto const round = find_round_of(tx, organisation, run);
    if (!round) return;
    static constexpr auto* kOfRound =
        " WHERE organisation_id = $1 AND suggestion_id IN (SELECT id FROM suggestions WHERE organisation_id = $1 AND "
        "round_id = $2)";
    tx.run(std::string("DELETE FROM suggestion_answers") + kOfRound, organisation, round->id);
    tx.run(std::string("DELETE FROM suggestion_people") + kOfRound, organisation, round->id);
    tx.run("DELETE FROM suggestions WHERE organisation_id = $1 AND round_id = $2", organisation, round->id);
    tx.run("DELETE FROM rounds WHERE organisation_id = $1 AND id = $2", organisation, round->id);
}

std::optional<Round> find_round(db::Tx& tx, OrganisationId organisation, RoundId id) {
    return tx.one<Round>(std::string("SELECT ") + kRoundColumns + " FROM rounds WHERE organisation_id = $1 AND id = $2",
                         organisation, id);
}

std::optional<Round> find_round_of(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    return tx.one<Round>(
        std::string("SELECT ") + kRoundColumns + " FROM rounds WHERE organisation_id = $1 AND match_run_id = $2",
        organisation, run);
}

RoundList list_rounds(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return {tx.all<RoundShown>(R"(
        SELECT r.id, r.match_run_id, r.number, r.opened_at, r.closes_on, r.closed_at,
               (SELECT COUNT(*) FROM suggestions s WHERE s.organisation_id = r.organisation_id AND s.round_id = r.id)
                   AS suggestions
        FROM rounds r WHERE r.organisation_id = $1 AND r.programme_id = $2 ORDER BY r.number DESC)",
                               viewer.organisation, programme)};
}

std::vector<Round> list_rounds_to_close(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    return tx.all<Round>(std::string("SELECT ") + kRoundColumns +
                             R"( FROM rounds r WHERE r.organisation_id = $1 AND r.closed_at IS NULL
              AND (r.closes_at <= $2 OR NOT EXISTS (
                    SELECT 1 FROM suggestions s
                    JOIN suggestion_people p ON p.organisation_id = s.organisation_id AND p.suggestion_id = s.id
                    LEFT JOIN suggestion_answers a ON a.organisation_id = p.organisation_id
                                                  AND a.suggestion_id = p.suggestion_id AND a.person_id = p.person_id
                    WHERE s.organisation_id = r.organisation_id AND s.round_id = r.id AND a.answer IS NULL))
              ORDER BY r.closes_at, r.id)",
                         organisation, now);
}

std::vector<Round> list_open_rounds(db::Tx& tx, OrganisationId organisation) {
    return tx.all<Round>(std::string("SELECT ") + kRoundColumns +
                             " FROM rounds WHERE organisation_id = $1 AND closed_at IS NULL ORDER BY closes_at, id",
                         organisation);
}

void close_round(db::Tx& tx, OrganisationId organisation, RoundId id, base::Instant now) {
    tx.run("UPDATE rounds SET closed_at = $3 WHERE organisation_id = $1 AND id = $2", organisation, id, now);
}

std::vector<SuggestedPlace> list_suggested_places(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<SuggestedPlace>(R"(
        SELECT DISTINCT p.side, p.person_id FROM rounds r
        JOIN suggestions s ON s.organisation_id = r.organisation_id AND s.round_id = r.id
        JOIN suggestion_people p ON p.organisation_id = s.organisation_id AND p.suggestion_id = s.id
        WHERE r.organisation_id = $1 AND r.programme_id = $2 AND r.closed_at IS NULL
        ORDER BY p.side, p.person_id)",
                                  organisation, programme);
}

std::vector<PersonId> list_people_of(db::Tx& tx, OrganisationId organisation, RoundId id) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT p.person_id FROM suggestion_people p
        JOIN suggestions s ON s.organisation_id = p.organisation_id AND s.id = p.suggestion_id
        WHERE s.organisation_id = $1 AND s.round_id = $2 ORDER BY p.person_id)",
                               organisation, id);
}

std::vector<SuggestionAnswer> list_mine(db::Tx& tx, Viewer const& viewer) {
    std::vector<SuggestionAnswer> mine;
    for (auto& row : tx.all<MineRow>(mine_sql() + " ORDER BY r.closes_at, s.id", viewer.organisation, viewer.person,
                                     viewer.language))
        mine.push_back(answer_from(row));
    return mine;
}

std::optional<SuggestionAnswer> find_mine(db::Tx& tx, Viewer const& viewer, SuggestionId id) {
    auto row = tx.one<MineRow>(mine_sql() + " AND s.id = $4", viewer.organisation, viewer.person, viewer.language, id);
    if (!row) return std::nullopt;
    return answer_from(*row);
}

std::optional<Round> find_round_of_mine(db::Tx& tx, Viewer const& viewer, SuggestionId id) {
    auto const round = tx.value<RoundId>(R"(
        SELECT s.round_id FROM suggestions s
        JOIN suggestion_people me ON me.organisation_id = s.organisation_id AND me.suggestion_id = s.id
        WHERE s.organisation_id = $1 AND s.id = $2 AND me.person_id = $3
          AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = s.organisation_id
                      AND e.programme_id = s.programme_id AND e.person_id = me.person_id AND e.side = me.side
                      AND e.state <> 'withdrawn'))",
                                         viewer.organisation, id, viewer.person);
    if (!round) return std::nullopt;
    return find_round(tx, viewer.organisation, *round);
}

void save_answer(db::Tx& tx, Viewer const& viewer, SuggestionId id, GivenAnswer const& answer) {
    tx.run(R"(INSERT INTO suggestion_answers (organisation_id, suggestion_id, person_id, answer, rank,
                                              decides_nothing_confirmed)
              VALUES ($1, $2, $3, $4, $5, $6)
              ON CONFLICT (organisation_id, suggestion_id, person_id) DO UPDATE
              SET answer = excluded.answer, rank = excluded.rank,
                  decides_nothing_confirmed = excluded.decides_nothing_confirmed)",
           viewer.organisation, id, viewer.person, answer.answer, answer.rank,
           answer.decides_nothing_confirmed.value_or(false));
}

std::vector<HappyCouple> list_happy_couples(db::Tx& tx, OrganisationId organisation, RoundId id) {
    return tx.all<HappyCouple>(R"(
        SELECT s.id AS suggestion_id, a.person_id AS mentor_id, b.person_id AS mentee_id, s.mentor_benefit,
               s.mentee_benefit, x.rank AS mentor_rank, y.rank AS mentee_rank
        FROM suggestions s
        JOIN suggestion_people a ON a.organisation_id = s.organisation_id AND a.suggestion_id = s.id
                                AND a.side = 'mentor'
        JOIN suggestion_people b ON b.organisation_id = s.organisation_id AND b.suggestion_id = s.id
                                AND b.side = 'mentee'
        JOIN suggestion_answers x ON x.organisation_id = s.organisation_id AND x.suggestion_id = s.id
                                 AND x.person_id = a.person_id AND x.answer = 'happy_to_meet'
        JOIN suggestion_answers y ON y.organisation_id = s.organisation_id AND y.suggestion_id = s.id
                                 AND y.person_id = b.person_id AND y.answer = 'happy_to_meet'
        WHERE s.organisation_id = $1 AND s.round_id = $2 ORDER BY s.id)",
                               organisation, id);
}

void mark_joined(db::Tx& tx, OrganisationId organisation, SuggestionId id, base::Instant now) {
    tx.run("UPDATE suggestions SET joined_at = $3 WHERE organisation_id = $1 AND id = $2", organisation, id, now);
}

void clear_joined(db::Tx& tx, OrganisationId organisation, SuggestionId id) {
    tx.run("UPDATE suggestions SET joined_at = NULL WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::vector<JoinedCouple> list_joined(db::Tx& tx, OrganisationId organisation, RoundId id) {
    return tx.all<JoinedCouple>(R"(
        SELECT s.id AS suggestion_id, s.programme_id, a.person_id AS mentor_id, b.person_id AS mentee_id
        FROM suggestions s
        JOIN suggestion_people a ON a.organisation_id = s.organisation_id AND a.suggestion_id = s.id
                                AND a.side = 'mentor'
        JOIN suggestion_people b ON b.organisation_id = s.organisation_id AND b.suggestion_id = s.id
                                AND b.side = 'mentee'
        WHERE s.organisation_id = $1 AND s.round_id = $2 AND s.joined_at IS NOT NULL ORDER BY s.id)",
                                organisation, id);
}

}  // namespace matching::store
