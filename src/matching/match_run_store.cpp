#include "matching/match_run_store.hpp"

#include <limits>

#include "platform/json.hpp"
#include "programme/programme_store.hpp"

namespace matching::store {

namespace {

constexpr auto* kRunColumns =
    "id, programme_id, number, state, objective, priority, seed, done, total, report, created_at, finished_at";
constexpr std::int32_t kUsualRows = 100;

struct JoinedPairRow {
    std::int32_t position = 0;
    PersonShown mentor;
    PersonShown mentee;
    std::string fit;
    bool is_locked = false;
    bool is_filled_up = false;
    std::string reasons;
};
BOOST_DESCRIBE_STRUCT(JoinedPairRow, (), (position, mentor, mentee, fit, is_locked, is_filled_up, reasons))

struct JoinedLeftoverRow {
    std::int32_t position = 0;
    PersonShown person;
    Side side = Side::mentor;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(JoinedLeftoverRow, (), (position, person, side, reason))

// What the house wrote itself: text that does not read is a row that cannot be.
template <class T>
T read_own(std::string const& text) {
    return json::read<T>(text).value();
}

// Keeps one row more than asked for, to know whether there is a next page.
template <class Rows>
std::optional<std::int32_t> cut_page(Rows& rows, std::int32_t limit) {
    if (std::ssize(rows) <= limit) return std::nullopt;
    rows.pop_back();
    return rows.back().position;
}

char const* table_of(Wish wish) {
    return wish == Wish::together ? "locks" : "bans";
}
char const* time_of(Wish wish) {
    return wish == Wish::together ? "locked_at" : "banned_at";
}

std::vector<WishedCouple> list_wished(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, Wish wish) {
    return tx.all<WishedCouple>(std::string("SELECT a.id AS mentor_id, a.name AS mentor_name, ") +
                                    R"(a.department AS mentor_department, a.job_title AS mentor_job_title,
                                       b.id AS mentee_id, b.name AS mentee_name, b.department AS mentee_department,
                                       b.job_title AS mentee_job_title
                                FROM )" +
                                    table_of(wish) +
                                    R"( w
                                JOIN people a ON a.organisation_id = w.organisation_id AND a.id = w.mentor_id
                                JOIN people b ON b.organisation_id = w.organisation_id AND b.id = w.mentee_id
                                WHERE w.organisation_id = $1 AND w.programme_id = $2
                                  AND w.mentor_id <> $3 AND w.mentee_id <> $3
                                ORDER BY a.name_folded, b.name_folded, a.id, b.id)",
                                viewer.organisation, programme, viewer.person.value_or(PersonId{}));
}

}  // namespace

std::optional<MatchRun> find_run(db::Tx& tx, OrganisationId organisation, MatchRunId id) {
    return tx.one<MatchRun>(
        std::string("SELECT ") + kRunColumns + " FROM match_runs WHERE organisation_id = $1 AND id = $2", organisation,
        id);
}

std::optional<MatchRun> find_coordinated_run(db::Tx& tx, Viewer const& viewer, MatchRunId id) {
    auto run = find_run(tx, viewer.organisation, id);
    if (!run || !viewer.coordinates(run->programme_id)) return std::nullopt;
    return run;
}

std::vector<MatchRun> list_runs(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, std::int32_t limit) {
    return tx.all<MatchRun>(std::string("SELECT ") + kRunColumns +
                                R"( FROM match_runs WHERE organisation_id = $1 AND programme_id = $2
                                    ORDER BY number DESC LIMIT $3)",
                            organisation, programme, limit);
}

RunSurroundings surroundings_of(db::Tx& tx, OrganisationId organisation, MatchRun const& run) {
    RunSurroundings around;
    around.is_newest = !tx.value<std::int32_t>(R"(SELECT 1 FROM match_runs WHERE organisation_id = $1
        AND programme_id = $2 AND number > $3 AND state IN ('queued', 'running', 'draft', 'published') LIMIT 1)",
                                               organisation, run.programme_id, run.number);
    auto const open = tx.value<MatchRunId>(R"(SELECT match_run_id FROM rounds
        WHERE organisation_id = $1 AND programme_id = $2 AND closed_at IS NULL)",
                                           organisation, run.programme_id);
    around.has_open_round = open.has_value();
    around.own_round_is_open = open == run.id;
    auto const programme = programme::store::find_programme(tx, organisation, run.programme_id);
    around.programme_matches =
        programme && (programme->state == programme::State::enrolling ||
                      programme->state == programme::State::matching || programme->state == programme::State::running);
    return around;
}

std::int32_t next_number(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return 1 +
           tx.value<std::int32_t>("SELECT MAX(number) FROM match_runs WHERE organisation_id = $1 AND programme_id = $2",
                                  organisation, programme)
               .value_or(0);
}

void insert_run(db::Tx& tx, Viewer const& viewer, MatchRun const& run) {
    tx.run(R"(INSERT INTO match_runs (organisation_id, id, programme_id, number, state, objective, priority, seed, done,
                                      total, created_at, created_by)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9, $10))",
           viewer.organisation, run.id, run.programme_id, run.number, run.state, run.objective, run.priority, run.seed,
           run.created_at, viewer.person);
}

void save_run(db::Tx& tx, OrganisationId organisation, MatchRun const& run) {
    tx.run(R"(UPDATE match_runs SET state = $3, done = $4, total = $5, report = $6, finished_at = $7
              WHERE organisation_id = $1 AND id = $2)",
           organisation, run.id, run.state, run.done, run.total, run.report, run.finished_at);
}

void insert_pair(db::Tx& tx, OrganisationId organisation, MatchRunId run, PairRow const& pair) {
    tx.run(R"(INSERT INTO match_run_pairs (organisation_id, match_run_id, position, mentor_id, mentee_id, fit,
                                           is_locked, is_filled_up, reasons)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
           organisation, run, pair.position, pair.mentor_id, pair.mentee_id, pair.fit, pair.is_locked,
           pair.is_filled_up, pair.reasons);
}

void insert_leftover(db::Tx& tx, OrganisationId organisation, MatchRunId run, LeftoverRow const& leftover) {
    tx.run(R"(INSERT INTO match_run_leftovers (organisation_id, match_run_id, position, person_id, side, reason)
              VALUES ($1, $2, $3, $4, $5, $6))",
           organisation, run, leftover.position, leftover.person_id, leftover.side, leftover.reason);
}

std::vector<PairRow> list_pairs(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    return tx.all<PairRow>(R"(SELECT position, mentor_id, mentee_id, fit, is_locked, is_filled_up, reasons
        FROM match_run_pairs WHERE organisation_id = $1 AND match_run_id = $2 ORDER BY position)",
                           organisation, run);
}

RunPairs page_of_pairs(db::Tx& tx, Viewer const& viewer, MatchRunId run, PageQuery const& query) {
    auto const limit = query.limit.value_or(kUsualRows);
    auto rows = tx.all<JoinedPairRow>(R"(
        SELECT m.position, a.id AS mentor_id, a.name AS mentor_name, a.department AS mentor_department,
               a.job_title AS mentor_job_title, b.id AS mentee_id, b.name AS mentee_name,
               b.department AS mentee_department, b.job_title AS mentee_job_title, m.fit, m.is_locked,
               m.is_filled_up, m.reasons
        FROM match_run_pairs m
        JOIN people a ON a.organisation_id = m.organisation_id AND a.id = m.mentor_id
        JOIN people b ON b.organisation_id = m.organisation_id AND b.id = m.mentee_id
        WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND m.position > $3 AND a.id <> $4 AND b.id <> $4
        ORDER BY m.position LIMIT $5)",
                                      viewer.organisation, run, query.after.value_or(-1),
                                      viewer.person.value_or(PersonId{}), limit + 1);
    RunPairs page;
    page.next = cut_page(rows, limit);
    for (auto& row : rows)
        page.items.push_back({row.position, row.mentor, row.mentee, row.fit, row.is_locked, row.is_filled_up,
                              read_own<ReasonsShown>(row.reasons)});
    return page;
}

RunLeftovers page_of_leftovers(db::Tx& tx, Viewer const& viewer, MatchRunId run, PageQuery const& query) {
    auto const limit = query.limit.value_or(kUsualRows);
    auto rows = tx.all<JoinedLeftoverRow>(R"(
        SELECT m.position, p.id AS person_id, p.name AS person_name, p.department AS person_department,
               p.job_title AS person_job_title, m.side, m.reason
        FROM match_run_leftovers m
        JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
        WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND m.position > $3 AND p.id <> $4
        ORDER BY m.position LIMIT $5)",
                                          viewer.organisation, run, query.after.value_or(-1),
                                          viewer.person.value_or(PersonId{}), limit + 1);
    RunLeftovers page;
    page.next = cut_page(rows, limit);
    for (auto& row : rows)
        page.items.push_back({row.position, row.person, row.side, read_own<LeftoverShown>(row.reason)});
    return page;
}

void put_wish(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple, Wish wish,
              base::Instant now) {
    remove_wish(tx, organisation, programme, couple, wish == Wish::together ? Wish::apart : Wish::together);
    tx.run(std::string("INSERT INTO ") + table_of(wish) + " (organisation_id, programme_id, mentor_id, mentee_id, " +
               time_of(wish) + ") VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
           organisation, programme, couple.mentor_id, couple.mentee_id, now);
}

bool remove_wish(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple, Wish wish) {
    return tx.run(std::string("DELETE FROM ") + table_of(wish) +
                      " WHERE organisation_id = $1 AND programme_id = $2 AND mentor_id = $3 AND mentee_id = $4",
                  organisation, programme, couple.mentor_id, couple.mentee_id) > 0;
}

Wishes list_wishes(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return {list_wished(tx, viewer, programme, Wish::together), list_wished(tx, viewer, programme, Wish::apart)};
}

bool are_enrolled(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple) {
    return tx.value<std::int64_t>(R"(SELECT COUNT(*) FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND state <> 'withdrawn'
          AND ((person_id = $3 AND side = 'mentor') OR (person_id = $4 AND side = 'mentee')))",
                                  organisation, programme, couple.mentor_id, couple.mentee_id) == 2;
}

}  // namespace matching::store
