#include "matching/match_run_store.hpp"

#include "matching/band_store.hpp"
#include "platform/json.hpp"
#include "programme/programme_store.hpp"

namespace matching::store {

namespace {

constexpr std::string_view kRunColumns =
    "id, programme_id, number, state, objective, priority, seed, done, total, report, scope, keeps_run_id, keep_bonus, "
    "most_moves, trouble, least_moves, created_at, finished_at, "
    "(SELECT p.name FROM people p WHERE p.organisation_id = match_runs.organisation_id "
    "AND p.id = match_runs.created_by) AS started_by";

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

char const* table_of(Wish wish) {
    return wish == Wish::together ? "locks" : "bans";
}
char const* time_of(Wish wish) {
    return wish == Wish::together ? "locked_at" : "banned_at";
}

// A couple has one wish, so that the two decide between equals.
struct WishTie {
    PersonId mentor_id;
    PersonId mentee_id;
};
BOOST_DESCRIBE_STRUCT(WishTie, (), (mentor_id, mentee_id))

constexpr std::array kWishSortings{
    page::Sorting{WishSort::mentor, "a.name_folded"},
    page::Sorting{WishSort::mentee, "b.name_folded"},
    page::Sorting{WishSort::wish, "w.wish", page::Compared::as_text, page::Order::descending},
};

constexpr page::Listing kWishes{R"(
    w.wish AS wish, a.id AS mentor_id, a.name AS mentor_name, a.department AS mentor_department,
    a.job_title AS mentor_job_title, b.id AS mentee_id, b.name AS mentee_name,
    b.department AS mentee_department, b.job_title AS mentee_job_title)",
                                R"(
    FROM (SELECT mentor_id, mentee_id, 'together' AS wish FROM locks WHERE organisation_id = $1 AND programme_id = $2
          UNION ALL
          SELECT mentor_id, mentee_id, 'apart' AS wish FROM bans WHERE organisation_id = $1 AND programme_id = $2) w
    JOIN people a ON a.organisation_id = $1 AND a.id = w.mentor_id
    JOIN people b ON b.organisation_id = $1 AND b.id = w.mentee_id
    WHERE w.mentor_id <> $3 AND w.mentee_id <> $3
      AND ($4 IS NULL OR w.wish = $4)
      AND ($5 IS NULL OR a.name_folded LIKE $5 ESCAPE '!' OR b.name_folded LIKE $5 ESCAPE '!'))",
                                "a.id, b.id"};

// As the run lists them, or by name; the position of a row decides between equals.
constexpr std::array kPairSortings{
    page::Sorting{.by = RunPairsSort::position},
    page::Sorting{RunPairsSort::mentor, "a.name_folded"},
    page::Sorting{RunPairsSort::mentee, "b.name_folded"},
};

page::Listing const& run_pairs() {
    static std::string const of_two_groups = R"(
    FROM match_run_pairs m
    JOIN people a ON a.organisation_id = m.organisation_id AND a.id = m.mentor_id
    JOIN people b ON b.organisation_id = m.organisation_id AND b.id = m.mentee_id
    WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND a.id <> $3 AND b.id <> $3
      AND ($4 IS NULL OR a.name_folded LIKE $4 ESCAPE '!' OR b.name_folded LIKE $4 ESCAPE '!')
      AND ($5 IS NULL OR m.is_locked = $5) AND ($6 IS NULL OR m.is_filled_up = $6) AND )" +
                                             is_of_group_sql(group_sql("a", "$7"), "$8", "$9") + " AND " +
                                             is_of_group_sql(group_sql("b", "$7"), "$10", "$11");
    static page::Listing const listing{R"(
    m.position, a.id AS mentor_id, a.name AS mentor_name, a.department AS mentor_department,
    a.job_title AS mentor_job_title, b.id AS mentee_id, b.name AS mentee_name, b.department AS mentee_department,
    b.job_title AS mentee_job_title, m.fit, m.is_locked, m.is_filled_up, m.reasons)",
                                       of_two_groups, "m.position"};
    return listing;
}

constexpr std::array kLeftoverSortings{
    page::Sorting{.by = RunLeftoversSort::position},
    page::Sorting{RunLeftoversSort::name, "p.name_folded"},
    page::Sorting{RunLeftoversSort::department, "COALESCE(p.department, '')"},
};

page::Listing const& run_leftovers() {
    static std::string const of_a_group = R"(
    FROM match_run_leftovers m
    JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
    WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND p.id <> $3
      AND ($4 IS NULL OR p.name_folded LIKE $4 ESCAPE '!') AND ($5 IS NULL OR m.side = $5) AND )" +
                                          is_of_group_sql(group_sql("p", "$6"), "$7", "$8");
    static page::Listing const listing{R"(
    m.position, p.id AS person_id, p.name AS person_name, p.department AS person_department,
    p.job_title AS person_job_title, m.side, m.reason)",
                                       of_a_group, "m.position"};
    return listing;
}

// What is found beside a run stands as a whole in a column of its own.
template <class Finding>
void save_finding(db::Tx& tx, OrganisationId organisation, MatchRunId run, std::string const& column,
                  Finding const& finding) {
    tx.run("UPDATE match_runs SET " + column + " = $3 WHERE organisation_id = $1 AND id = $2", organisation, run,
           json::write(finding));
}
template <class Finding>
std::optional<Finding> find_finding(db::Tx& tx, OrganisationId organisation, MatchRunId run,
                                    std::string const& column) {
    auto const text = tx.value<std::string>(
        "SELECT " + column + " FROM match_runs WHERE organisation_id = $1 AND id = $2 AND " + column + " IS NOT NULL",
        organisation, run);
    if (!text) return std::nullopt;
    return read_own<Finding>(*text);
}

}  // namespace

std::optional<MatchRun> find_run(db::Tx& tx, OrganisationId organisation, MatchRunId id) {
    return tx.one<MatchRun>(
        "SELECT " + std::string(kRunColumns) + " FROM match_runs WHERE organisation_id = $1 AND id = $2", organisation,
        id);
}

std::optional<MatchRun> find_coordinated_run(db::Tx& tx, Viewer const& viewer, MatchRunId id) {
    auto run = find_run(tx, viewer.organisation, id);
    if (!run || !viewer.coordinates(run->programme_id)) return std::nullopt;
    return run;
}

base::Result<page::Rows<MatchRun>> list_runs(db::Tx& tx, OrganisationId organisation, MatchRunsQuery const& query) {
    static auto const by_state = page::rank_in("state", meta::of<RunState>());
    static std::array const sortings{
        page::Sorting{.by = MatchRunSort::number, .order = page::Order::descending},
        page::Sorting{MatchRunSort::state, by_state, page::Compared::as_number},
    };
    static constexpr page::Listing kRuns{kRunColumns, R"(
        FROM match_runs
        WHERE organisation_id = $1 AND programme_id = $2 AND ($3 IS NULL OR state = $3)
          AND ($4 IS NULL OR CAST(number AS TEXT) LIKE $4 ESCAPE '!'))",
                                         "number"};
    return page::read<MatchRun, page::ByPosition>(tx, query, sortings, kRuns, organisation, query.programme_id,
                                                  query.state, page::typed_part(query.search));
}

RunSurroundings surroundings_of(db::Tx& tx, OrganisationId organisation, MatchRun const& run) {
    RunSurroundings around;
    around.is_newest = !tx.value<std::int32_t>(R"(SELECT 1 FROM match_runs WHERE organisation_id = $1
        AND programme_id = $2 AND number > $3 AND state IN ('queued', 'running', 'draft', 'sending', 'published') LIMIT 1)",
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

std::optional<MatchRun> find_newest_with_pairs(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.one<MatchRun>("SELECT " + std::string(kRunColumns) + R"( FROM match_runs
        WHERE organisation_id = $1 AND programme_id = $2 AND state IN ('draft', 'sending', 'published', 'withdrawn')
        ORDER BY number DESC LIMIT 1)",
                            organisation, programme);
}

std::int32_t next_number(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return 1 +
           tx.value<std::int32_t>("SELECT MAX(number) FROM match_runs WHERE organisation_id = $1 AND programme_id = $2",
                                  organisation, programme)
               .value_or(0);
}

void insert_run(db::Tx& tx, Viewer const& viewer, MatchRun const& run) {
    tx.run(R"(INSERT INTO match_runs (organisation_id, id, programme_id, number, state, objective, priority, seed, done,
                                      total, scope, keeps_run_id, keep_bonus, most_moves, created_at, created_by)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9, $10, $11, $12, $13, $14))",
           viewer.organisation, run.id, run.programme_id, run.number, run.state, run.objective, run.priority, run.seed,
           run.scope, run.keeps_run_id, run.keep_bonus, run.most_moves, run.created_at, viewer.person);
}

void save_run(db::Tx& tx, OrganisationId organisation, MatchRun const& run) {
    tx.run(R"(UPDATE match_runs SET state = $3, done = $4, total = $5, report = $6, finished_at = $7, trouble = $8,
                                    least_moves = $9
              WHERE organisation_id = $1 AND id = $2)",
           organisation, run.id, run.state, run.done, run.total, run.report, run.finished_at, run.trouble,
           run.least_moves);
}

void save_fairness(db::Tx& tx, OrganisationId organisation, MatchRunId run, FairnessAudit const& audit) {
    save_finding(tx, organisation, run, "fairness", audit);
}
std::optional<FairnessAudit> find_fairness(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    return find_finding<FairnessAudit>(tx, organisation, run, "fairness");
}

void save_prices(db::Tx& tx, OrganisationId organisation, MatchRunId run, PricesFound const& prices) {
    save_finding(tx, organisation, run, "prices", prices);
}
std::optional<PricesFound> find_prices(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    return find_finding<PricesFound>(tx, organisation, run, "prices");
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

std::optional<PersonShown> find_person_shown(db::Tx& tx, OrganisationId organisation, PersonId id) {
    return tx.one<PersonShown>(
        "SELECT id, name, department, job_title FROM people WHERE organisation_id = $1 AND id = $2", organisation, id);
}

base::Result<RunPairs> page_of_pairs(db::Tx& tx, Viewer const& viewer, MatchRunId run, RunPairsQuery const& query) {
    TRY(mentors, group_filter(tx, viewer, run, query.by, query.mentor_group, "/mentor_group"));
    TRY(mentees, group_filter(tx, viewer, run, query.by, query.mentee_group, "/mentee_group"));
    TRY(rows, (page::read<JoinedPairRow, page::ByPosition>(
                  tx, query, kPairSortings, run_pairs(), viewer.organisation, run, viewer.person.value_or(PersonId{}),
                  page::folded_part(query.search), query.is_locked, query.is_filled_up, query.by, mentors.kind,
                  mentors.names, mentees.kind, mentees.names)));
    RunPairs shown;
    page::fill(shown, std::move(rows), [](JoinedPairRow const& row) {
        return RunPair{row.position,
                       row.mentor,
                       row.mentee,
                       row.fit,
                       row.is_locked,
                       row.is_filled_up,
                       read_own<ReasonsShown>(row.reasons)};
    });
    return shown;
}

base::Result<RunLeftovers> page_of_leftovers(db::Tx& tx, Viewer const& viewer, MatchRunId run,
                                             RunLeftoversQuery const& query) {
    TRY(group, group_filter(tx, viewer, run, query.by, query.group, "/group"));
    TRY(rows,
        (page::read<JoinedLeftoverRow, page::ByPosition>(
            tx, query, kLeftoverSortings, run_leftovers(), viewer.organisation, run, viewer.person.value_or(PersonId{}),
            page::folded_part(query.search), query.side, query.by, group.kind, group.names)));
    RunLeftovers shown;
    page::fill(shown, std::move(rows), [](JoinedLeftoverRow const& row) {
        return RunLeftover{row.position, row.person, row.side, read_own<LeftoverShown>(row.reason)};
    });
    return shown;
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

base::Result<Wishes> page_of_wishes(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, WishesQuery const& query) {
    TRY(rows, (page::read<WishedCouple, WishTie>(tx, query, kWishSortings, kWishes, viewer.organisation, programme,
                                                 viewer.person.value_or(PersonId{}), query.wish,
                                                 page::folded_part(query.search))));
    Wishes wishes;
    page::fill(wishes, std::move(rows));
    return wishes;
}

bool takes_part(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx
        .value<std::int32_t>(R"(SELECT 1 FROM enrolments WHERE organisation_id = $1 AND programme_id = $2
            AND person_id = $3 AND state <> 'withdrawn' LIMIT 1)",
                             viewer.organisation, programme, viewer.person.value_or(PersonId{}))
        .has_value();
}

bool are_enrolled(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple) {
    return tx.value<std::int64_t>(R"(SELECT COUNT(*) FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND state <> 'withdrawn'
          AND ((person_id = $3 AND side = 'mentor') OR (person_id = $4 AND side = 'mentee')))",
                                  organisation, programme, couple.mentor_id, couple.mentee_id) == 2;
}

}  // namespace matching::store
