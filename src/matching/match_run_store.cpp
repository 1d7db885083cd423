#include "matching/match_run_store.hpp"

#include <limits>

#include <fmt/format.h>

#include "base/text.hpp"
#include "platform/json.hpp"
#include "programme/programme_store.hpp"

namespace matching::store {

namespace {

constexpr auto* kRunColumns =
    "id, programme_id, number, state, objective, priority, seed, done, total, report, created_at, finished_at";

// Above every number a run can have; what is compared with a column of 32 bits must fit it.
constexpr std::int64_t kNoRunYet = std::numeric_limits<std::int32_t>::max();

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

// A wished couple with the names it is sorted by.
struct WishedRow : WishedCouple {
    std::string mentor_folded;
    std::string mentee_folded;
};
BOOST_DESCRIBE_STRUCT(WishedRow, (WishedCouple), (mentor_folded, mentee_folded))

constexpr std::string_view kWishes = R"(
    SELECT w.wish, a.id AS mentor_id, a.name AS mentor_name, a.department AS mentor_department,
           a.job_title AS mentor_job_title, b.id AS mentee_id, b.name AS mentee_name,
           b.department AS mentee_department, b.job_title AS mentee_job_title,
           a.name_folded AS mentor_folded, b.name_folded AS mentee_folded
    FROM (SELECT mentor_id, mentee_id, 'together' AS wish FROM locks WHERE organisation_id = $1 AND programme_id = $2
          UNION ALL
          SELECT mentor_id, mentee_id, 'apart' AS wish FROM bans WHERE organisation_id = $1 AND programme_id = $2) w
    JOIN people a ON a.organisation_id = $1 AND a.id = w.mentor_id
    JOIN people b ON b.organisation_id = $1 AND b.id = w.mentee_id
    WHERE w.mentor_id <> $3 AND w.mentee_id <> $3
      AND ($4 IS NULL OR w.wish = $4)
      AND ($5 IS NULL OR a.name_folded LIKE $5 ESCAPE '!' OR b.name_folded LIKE $5 ESCAPE '!')
      AND (a.name_folded, b.name_folded, a.id, b.id) > ($6, $7, $8, $9)
    ORDER BY a.name_folded, b.name_folded, a.id, b.id LIMIT $10)";

// {0}: the text a page is sorted by; the position of a row decides between equals.
constexpr std::string_view kRunPairs = R"(
    SELECT m.position, a.id AS mentor_id, a.name AS mentor_name, a.department AS mentor_department,
           a.job_title AS mentor_job_title, b.id AS mentee_id, b.name AS mentee_name,
           b.department AS mentee_department, b.job_title AS mentee_job_title, m.fit, m.is_locked,
           m.is_filled_up, m.reasons
    FROM match_run_pairs m
    JOIN people a ON a.organisation_id = m.organisation_id AND a.id = m.mentor_id
    JOIN people b ON b.organisation_id = m.organisation_id AND b.id = m.mentee_id
    WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND ({0}, m.position) > ($3, $4) AND a.id <> $5 AND b.id <> $5
      AND ($6 IS NULL OR a.name_folded LIKE $6 ESCAPE '!' OR b.name_folded LIKE $6 ESCAPE '!')
      AND ($7 IS NULL OR m.is_locked = $7) AND ($8 IS NULL OR m.is_filled_up = $8)
    ORDER BY {0}, m.position LIMIT $9)";

std::string const& pairs_sorted(RunPairsSort sort) {
    static auto const by_position = fmt::format(kRunPairs, "CAST('' AS TEXT)");
    static auto const by_mentor = fmt::format(kRunPairs, "a.name_folded");
    static auto const by_mentee = fmt::format(kRunPairs, "b.name_folded");
    if (sort == RunPairsSort::position) return by_position;
    return sort == RunPairsSort::mentor ? by_mentor : by_mentee;
}

constexpr std::string_view kRunLeftovers = R"(
    SELECT m.position, p.id AS person_id, p.name AS person_name, p.department AS person_department,
           p.job_title AS person_job_title, m.side, m.reason
    FROM match_run_leftovers m
    JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
    WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND ({0}, m.position) > ($3, $4) AND p.id <> $5
      AND ($6 IS NULL OR p.name_folded LIKE $6 ESCAPE '!') AND ($7 IS NULL OR m.side = $7)
    ORDER BY {0}, m.position LIMIT $8)";

std::string const& leftovers_sorted(RunLeftoversSort sort) {
    static auto const by_position = fmt::format(kRunLeftovers, "CAST('' AS TEXT)");
    static auto const by_name = fmt::format(kRunLeftovers, "p.name_folded");
    static auto const by_department = fmt::format(kRunLeftovers, "COALESCE(p.department, '')");
    if (sort == RunLeftoversSort::position) return by_position;
    return sort == RunLeftoversSort::name ? by_name : by_department;
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

std::vector<MatchRun> list_runs(db::Tx& tx, OrganisationId organisation, MatchRunsQuery const& query,
                                std::optional<page::Position> const& after) {
    return tx.all<MatchRun>(std::string("SELECT ") + kRunColumns +
                                R"( FROM match_runs WHERE organisation_id = $1 AND programme_id = $2
                                      AND number < $3 AND ($4 IS NULL OR state = $4)
                                    ORDER BY number DESC LIMIT $5)",
                            organisation, query.programme_id, after.value_or(page::Position{kNoRunYet}).position,
                            query.state, query.reach());
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

RunPairs page_of_pairs(db::Tx& tx, Viewer const& viewer, MatchRunId run, RunPairsQuery const& query,
                       std::optional<RunPlace> const& after) {
    auto const sort = query.sort.value_or(RunPairsSort::position);
    auto const from = after.value_or(RunPlace{});
    std::vector<RunPair> pairs;
    for (auto& row : tx.all<JoinedPairRow>(pairs_sorted(sort), viewer.organisation, run, from.text, from.position,
                                           viewer.person.value_or(PersonId{}), page::folded_part(query.search),
                                           query.is_locked, query.is_filled_up, query.reach()))
        pairs.push_back({row.position, row.mentor, row.mentee, row.fit, row.is_locked, row.is_filled_up,
                         read_own<ReasonsShown>(row.reasons)});
    RunPairs shown;
    page::fill(shown, std::move(pairs), query, [&](RunPair const& last) {
        if (sort == RunPairsSort::position) return RunPlace{"", last.position};
        return RunPlace{base::fold(sort == RunPairsSort::mentor ? last.mentor.name : last.mentee.name), last.position};
    });
    return shown;
}

RunLeftovers page_of_leftovers(db::Tx& tx, Viewer const& viewer, MatchRunId run, RunLeftoversQuery const& query,
                               std::optional<RunPlace> const& after) {
    auto const sort = query.sort.value_or(RunLeftoversSort::position);
    auto const from = after.value_or(RunPlace{});
    std::vector<RunLeftover> leftovers;
    for (auto& row : tx.all<JoinedLeftoverRow>(leftovers_sorted(sort), viewer.organisation, run, from.text,
                                               from.position, viewer.person.value_or(PersonId{}),
                                               page::folded_part(query.search), query.side, query.reach()))
        leftovers.push_back({row.position, row.person, row.side, read_own<LeftoverShown>(row.reason)});
    RunLeftovers shown;
    page::fill(shown, std::move(leftovers), query, [&](RunLeftover const& last) {
        if (sort == RunLeftoversSort::position) return RunPlace{"", last.position};
        return RunPlace{
            sort == RunLeftoversSort::name ? base::fold(last.person.name) : last.person.department.value_or(""),
            last.position};
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

Wishes page_of_wishes(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, WishesQuery const& query,
                      std::optional<WishPlace> const& after) {
    auto const from = after.value_or(WishPlace{});
    auto rows = tx.all<WishedRow>(kWishes, viewer.organisation, programme, viewer.person.value_or(PersonId{}),
                                  query.wish, page::folded_part(query.search), from.mentor_name, from.mentee_name,
                                  from.mentor_id, from.mentee_id, query.reach());
    Wishes wishes;
    page::fill(wishes, std::move(rows), query, [](auto const& last) {
        return WishPlace{last.mentor_folded, last.mentee_folded, last.mentor.id, last.mentee.id};
    });
    return wishes;
}

bool are_enrolled(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple) {
    return tx.value<std::int64_t>(R"(SELECT COUNT(*) FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND state <> 'withdrawn'
          AND ((person_id = $3 AND side = 'mentor') OR (person_id = $4 AND side = 'mentee')))",
                                  organisation, programme, couple.mentor_id, couple.mentee_id) == 2;
}

}  // namespace matching::store
