#include "person/people_import_store.hpp"

#include "platform/json.hpp"

namespace person::store {

namespace {

constexpr page::Listing kImports{R"(
    i.id, i.state, i.source, i.rows_read, i.added, i.changed, i.unchanged, i.refused, p.name AS started_by_name,
    i.started_at)",
                                 R"(
    FROM people_imports i
    LEFT JOIN people p ON p.organisation_id = i.organisation_id AND p.id = i.started_by
    WHERE i.organisation_id = $1 AND ($2 IS NULL OR i.state = $2) AND ($3 IS NULL OR i.source = $3)
      AND ($4 IS NULL OR p.name_folded LIKE $4 ESCAPE '!'))",
                                 "i.id"};

constexpr std::array kRowSortings{
    page::Sorting{.by = ImportRowSort::line},
    page::Sorting{ImportRowSort::outcome, "outcome"},
};
constexpr page::Listing kRows{"line, outcome, is_repaired, person_id, cells", R"(
    FROM people_import_rows
    WHERE organisation_id = $1 AND import_id = $2 AND ($3 IS NULL OR outcome = $3)
      AND ($4 IS NULL OR cells_folded LIKE $4 ESCAPE '!'))",
                              "line"};

constexpr std::array kProblemSortings{
    page::Sorting{.by = ProblemSort::position},
    page::Sorting{ProblemSort::reason, "reason"},
    page::Sorting{ProblemSort::column_name, "COALESCE(column_name, '')"},
};
constexpr page::Listing kProblems{"position, line, column_name, value, reason, is_repaired", R"(
    FROM people_import_problems
    WHERE organisation_id = $1 AND import_id = $2 AND ($3 IS NULL OR reason = $3) AND ($4 IS NULL OR is_repaired = $4)
      AND ($5 IS NULL OR LOWER(value) LIKE LOWER($5) ESCAPE '!' OR LOWER(column_name) LIKE LOWER($5) ESCAPE '!'))",
                                  "position"};

constexpr std::array kLineSortings{
    page::Sorting{LineSort::people_under, "people_under", page::Compared::as_number, page::Order::descending},
    page::Sorting{LineSort::name, "name_folded"},
};
constexpr page::Listing kBrokenLines{"id, name, is_name_only, people_under", R"(
    FROM people
    WHERE organisation_id = $1 AND line_state = 'broken' AND manager_id IS NULL
      AND ($2 IS NULL OR name_folded LIKE $2 ESCAPE '!'))",
                                     "id"};

}  // namespace

std::optional<StoredImport> find_import(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id) {
    return tx.one<StoredImport>(R"(
        SELECT id, state, source, mapping, report, rows_read, added, changed, unchanged, refused, repaired, left_out,
               done, started_by, started_at, finished_at
        FROM people_imports WHERE organisation_id = $1 AND id = $2)",
                                organisation, id);
}

void insert_import(db::Tx& tx, access::OrganisationId organisation, StoredImport const& import) {
    tx.run(R"(
        INSERT INTO people_imports (organisation_id, id, state, source, mapping, report, rows_read, added, changed,
                                    unchanged, refused, repaired, left_out, done, started_by, started_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15))",
           organisation, import.id, import.state, import.source, import.mapping, import.report, import.rows_read,
           import.added, import.changed, import.unchanged, import.refused, import.repaired, import.left_out,
           import.started_by, import.started_at);
}

base::Result<page::Rows<PeopleImportSummary>> list_imports(db::Tx& tx, access::Viewer const& viewer,
                                                           ImportsQuery const& query) {
    static auto const by_state = page::rank_in("i.state", meta::of<ImportState>());
    static std::array const sortings{
        page::Sorting{ImportSort::started_at, "i.started_at", page::Compared::as_number, page::Order::descending},
        page::Sorting{ImportSort::state, by_state, page::Compared::as_number},
        page::Sorting{ImportSort::rows_read, "i.rows_read", page::Compared::as_number, page::Order::descending},
    };
    return page::read<PeopleImportSummary>(tx, query, sortings, kImports, viewer.organisation, query.state,
                                           query.source, page::folded_part(query.search));
}

bool move_import(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, ImportState from, ImportState to,
                 std::optional<base::Instant> finished_at) {
    return tx.run(R"(
        UPDATE people_imports SET state = $4, finished_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = $3)",
                  organisation, id, from, to, finished_at) == 1;
}

bool is_one_applying(db::Tx& tx, access::OrganisationId organisation) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM people_imports WHERE organisation_id = $1 AND state = 'applying'",
                             organisation)
        .has_value();
}

void insert_row(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, PlannedRow const& row) {
    tx.run(R"(
        INSERT INTO people_import_rows (organisation_id, import_id, line, outcome, is_repaired, person_id, cells,
                                        cells_folded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, id, row.line, row.outcome, row.is_repaired, row.person_id, json::write(row.cells),
           folded_cells(row.cells));
}

void insert_problem(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, std::int32_t position,
                    Problem const& problem) {
    tx.run(R"(
        INSERT INTO people_import_problems (organisation_id, import_id, position, line, column_name, value, reason,
                                            is_repaired)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, id, position, problem.line, problem.column_name, problem.value, problem.reason,
           problem.is_repaired);
}

base::Result<page::Rows<StagedRow>> list_rows(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id,
                                              ImportRowsQuery const& query) {
    return page::read<StagedRow, page::ByPosition>(tx, query, kRowSortings, kRows, organisation, id, query.outcome,
                                                   page::folded_part(query.search));
}

base::Result<page::Rows<StagedProblem>> list_problems(db::Tx& tx, access::OrganisationId organisation,
                                                      PeopleImportId id, ProblemsQuery const& query) {
    return page::read<StagedProblem, page::ByPosition>(tx, query, kProblemSortings, kProblems, organisation, id,
                                                       query.reason, query.is_repaired, page::typed_part(query.search));
}

void remove_rows(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id) {
    tx.run("DELETE FROM people_import_rows WHERE organisation_id = $1 AND import_id = $2", organisation, id);
}

void expire_before(db::Tx& tx, access::OrganisationId organisation, base::Instant then, base::Instant now) {
    constexpr std::string_view kOld =
        "import_id IN (SELECT id FROM people_imports WHERE organisation_id = $1 AND started_at < $2)";
    tx.run(R"(
        UPDATE people_imports SET state = 'expired', finished_at = $3
        WHERE organisation_id = $1 AND started_at < $2 AND state = 'staged')",
           organisation, then, now);
    tx.run("DELETE FROM people_import_problems WHERE organisation_id = $1 AND " + std::string(kOld), organisation,
           then);
    tx.run(R"(
        DELETE FROM people_import_rows WHERE organisation_id = $1 AND import_id IN (
            SELECT id FROM people_imports WHERE organisation_id = $1 AND started_at < $2 AND state <> 'applying'))",
           organisation, then);
}

std::optional<meta::Json> find_mapping(db::Tx& tx, access::OrganisationId organisation,
                                       meta::Bytes const& header_digest) {
    return tx.value<meta::Json>("SELECT mapping FROM import_mappings WHERE organisation_id = $1 AND header_digest = $2",
                                organisation, header_digest);
}

void put_mapping(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& header_digest,
                 std::string const& mapping, base::Instant now) {
    tx.run(R"(
        INSERT INTO import_mappings (organisation_id, id, header_digest, mapping, saved_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, header_digest) DO UPDATE SET mapping = excluded.mapping,
                                                                   saved_at = excluded.saved_at)",
           organisation, tx.make_id<base::AnyId>(), header_digest, mapping, now);
}

base::Result<page::Rows<BrokenLine>> list_broken_lines(db::Tx& tx, access::OrganisationId organisation,
                                                       LinesQuery const& query) {
    return page::read<BrokenLine>(tx, query, kLineSortings, kBrokenLines, organisation,
                                  page::folded_part(query.search));
}

std::int64_t count_people_with_broken_line(db::Tx& tx, access::OrganisationId organisation) {
    return tx
        .value<std::int64_t>(R"(
        SELECT COUNT(*) FROM people
        WHERE organisation_id = $1 AND line_state = 'broken' AND is_active AND NOT is_name_only)",
                             organisation)
        .value();
}

}  // namespace person::store
