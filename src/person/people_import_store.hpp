#pragma once
// The only SQL that writes imports, their staged rows and problems, and saved mappings.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "person/people_import_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace person::store {

struct StoredImport {
    PeopleImportId id;
    ImportState state{};
    ImportSource source{};
    meta::Json mapping;
    meta::Json report;
    std::int32_t rows_read = 0;
    std::int32_t added = 0;
    std::int32_t changed = 0;
    std::int32_t unchanged = 0;
    std::int32_t refused = 0;
    std::int32_t repaired = 0;
    std::int32_t left_out = 0;
    std::int32_t done = 0;
    std::optional<PersonId> started_by;
    base::Instant started_at;
    std::optional<base::Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(StoredImport, (),
                      (id, state, source, mapping, report, rows_read, added, changed, unchanged, refused, repaired,
                       left_out, done, started_by, started_at, finished_at))

std::optional<StoredImport> find_import(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id);
void insert_import(db::Tx& tx, access::OrganisationId organisation, StoredImport const& import);
base::Result<page::Rows<PeopleImportSummary>> list_imports(db::Tx& tx, access::Viewer const& viewer,
                                                           ImportsQuery const& query);
// False when the import is not in that state (any more): of two who ask at once, one is told so.
bool move_import(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, ImportState from, ImportState to,
                 std::optional<base::Instant> finished_at);
bool is_one_applying(db::Tx& tx, access::OrganisationId organisation);

void insert_row(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, PlannedRow const& row);
void insert_problem(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, std::int32_t position,
                    Problem const& problem);
base::Result<page::Rows<StagedRow>> list_rows(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id,
                                              ImportRowsQuery const& query);
base::Result<page::Rows<StagedProblem>> list_problems(db::Tx& tx, access::OrganisationId organisation,
                                                      PeopleImportId id, ProblemsQuery const& query);
void remove_rows(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id);
// Staged imports older than `then` expire; their rows go, and problems of every import that old.
void expire_before(db::Tx& tx, access::OrganisationId organisation, base::Instant then, base::Instant now);

std::optional<meta::Json> find_mapping(db::Tx& tx, access::OrganisationId organisation,
                                       meta::Bytes const& header_digest);
void put_mapping(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& header_digest,
                 std::string const& mapping, base::Instant now);

// Where lines end that are broken; most people first unless asked otherwise.
base::Result<page::Rows<BrokenLine>> list_broken_lines(db::Tx& tx, access::OrganisationId organisation,
                                                       LinesQuery const& query);
std::int64_t count_people_with_broken_line(db::Tx& tx, access::OrganisationId organisation);

}  // namespace person::store
