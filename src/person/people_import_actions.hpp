#pragma once
// An import from the upload to the last row. Reading and planning need no transaction; staging is one; applying is a
// job of many small ones that may be repeated: what is already there is found and left alone.

#include <string_view>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "person/people_import_shapes.hpp"
#include "person/people_import_store.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/board.hpp"
#include "platform/jobs/schedule.hpp"

namespace person {

inline constexpr audit::Kind import_staged{"people_import.staged"};
inline constexpr audit::Kind import_started{"people_import.started"};
inline constexpr audit::Kind import_applied{"people_import.applied"};
inline constexpr audit::Kind import_cancelled{"people_import.cancelled"};

struct ImportJob {
    PeopleImportId id;
};
BOOST_DESCRIBE_STRUCT(ImportJob, (), (id))
inline constexpr jobs::Kind<ImportJob> apply_people_import{"people_import.apply"};
inline constexpr jobs::Kind<jobs::Nothing> expire_people_imports{"people_import.expire"};

base::Result<MappingProposal> propose_mapping(db::Tx& tx, access::Viewer const& viewer, Headers const& headers);

// The dry run, in two steps. Reading and planning take their time and one snapshot of what is there: the file stays in
// memory. Only an administrator may keep the uninvited.
struct PlannedImport {
    ImportFile file;
    ImportPlan plan;
    ColumnMapping mapping;
    ImportSource source;
};
base::Result<PlannedImport> read_and_plan(db::Database& database, access::Viewer const& viewer, std::string_view octets,
                                          ColumnMapping mapping, ImportSource source, base::Instant now);
// Writes the mapped cells.
PeopleImportId stage_import(db::Tx& tx, access::Viewer const& viewer, PlannedImport const& planned, base::Instant now);
// Queues the job. Refused when it is not staged (any more), or another import is being applied.
base::Result<bool> start_import(db::Tx& tx, access::Viewer const& viewer, PeopleImportId id, base::Instant now);
// A staged import is gone at once; one that is being applied stops after the rows in hand, which stay.
base::Result<bool> cancel_import(db::Tx& tx, access::Viewer const& viewer, PeopleImportId id, base::Instant now);

base::Result<PeopleImportAnswer> show_import(db::Tx& tx, access::Viewer const& viewer, PeopleImportId id);

// The jobs of this room.
void add_jobs(jobs::Board& board);

base::Refusal import_not_staged();
base::Refusal import_already_ended();
base::Refusal another_import_is_applied();

}  // namespace person
