#include "person/people_import_actions.hpp"

#include "person/import_application.hpp"
#include "person/person_store.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"

namespace person {

namespace {

constexpr base::Duration kStagedFor = std::chrono::hours(24);

meta::Bytes digest_of(std::string const& header_key) {
    auto digest = crypto::sha256(header_key);
    return {{digest.begin(), digest.end()}};
}

// Whom to keep is said about one file, not about the next.
ColumnMapping to_remember(ColumnMapping mapping) {
    mapping.keep = Keep::everyone;
    mapping.listed.clear();
    mapping.keep_uninvited.reset();
    return mapping;
}

store::StoredImport to_stored(PlannedImport const& planned) {
    auto const& plan = planned.plan;
    store::StoredImport import;
    import.state = ImportState::staged;
    import.source = planned.source;
    import.mapping.text = json::write(planned.mapping);
    import.report.text = json::write(plan.report);
    import.rows_read = plan.figures.rows_read;
    import.added = plan.figures.added;
    import.changed = plan.figures.changed;
    import.unchanged = plan.figures.unchanged;
    import.refused = plan.figures.refused;
    import.repaired = plan.figures.repaired;
    import.left_out = plan.figures.left_out;
    return import;
}

void save_rows(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, ImportPlan const& plan) {
    for (auto const& row : plan.rows) store::insert_row(tx, organisation, id, row);
    std::int32_t position = 0;
    for (auto const& problem : plan.problems) store::insert_problem(tx, organisation, id, ++position, problem);
}

ImportFigures figures_of(store::StoredImport const& import) {
    ImportFigures figures;
    figures.rows_read = import.rows_read;
    figures.added = import.added;
    figures.changed = import.changed;
    figures.unchanged = import.unchanged;
    figures.refused = import.refused;
    figures.repaired = import.repaired;
    figures.left_out = import.left_out;
    figures.name_only =
        import.rows_read - import.added - import.changed - import.unchanged - import.refused - import.left_out;
    return figures;
}

base::Result<store::StoredImport> load_import(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id) {
    auto import = store::find_import(tx, organisation, id);
    if (!import) return base::not_found("people import");
    return std::move(*import);
}

bool is_under_way(std::optional<jobs::Standing> const& standing) {
    return standing && (standing->state == jobs::State::waiting || standing->state == jobs::State::running);
}

std::optional<jobs::Standing> standing_of(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id) {
    return jobs::find_standing(tx, base::any(organisation), apply_people_import.name, id.text());
}

}  // namespace

base::Result<MappingProposal> propose_mapping(db::Tx& tx, access::Viewer const& viewer, Headers const& headers) {
    MappingProposal proposal;
    proposal.columns = propose_columns(headers.headers);
    proposal.mapping = mapping_of(proposal.columns);
    auto saved = store::find_mapping(tx, viewer.organisation, digest_of(header_key(headers.headers)));
    if (!saved) return proposal;
    TRY(mapping, json::read<ColumnMapping>(saved->text));
    proposal.mapping = std::move(mapping);
    proposal.is_saved = true;
    for (auto& column : proposal.columns) column.field.reset();
    for (auto const& mapped : proposal.mapping.columns)
        if (static_cast<std::size_t>(mapped.position) < proposal.columns.size())
            proposal.columns[static_cast<std::size_t>(mapped.position)].field = mapped.field;
    return proposal;
}

base::Result<PlannedImport> read_and_plan(db::Database& database, access::Viewer const& viewer, std::string_view octets,
                                          ColumnMapping mapping, ImportSource source, base::Instant now) {
    if (mapping.keep_uninvited.value_or(false) && viewer.person && !viewer.is_administrator())
        return base::invalid("/keep_uninvited", "administrators_only");
    TRY(file, read_import(octets, mapping, base::utc_day(now)));
    auto ground = database.read([&](db::Tx& tx) { return load_ground(tx, viewer.organisation, viewer.person, now); });
    auto plan = plan_import(file, mapping, ground, *database.options().random);
    return PlannedImport{std::move(file), std::move(plan), std::move(mapping), source};
}

PeopleImportId stage_import(db::Tx& tx, access::Viewer const& viewer, PlannedImport const& planned, base::Instant now) {
    auto import = to_stored(planned);
    import.id = tx.make_id<PeopleImportId>();
    import.started_by = viewer.person;
    import.started_at = now;
    auto const& file = planned.file;
    store::put_level_names(tx, viewer.organisation, file.level_names);
    store::insert_import(tx, viewer.organisation, import);
    save_rows(tx, viewer.organisation, import.id, planned.plan);
    if (!file.header_key.empty())
        store::put_mapping(tx, viewer.organisation, digest_of(file.header_key),
                           json::write(to_remember(planned.mapping)), now);
    audit::record(tx, viewer, import_staged, base::any(import.id), audit::Facts().number("rows", import.rows_read),
                  now);
    return import.id;
}

base::Result<bool> start_import(db::Tx& tx, access::Viewer const& viewer, PeopleImportId id, base::Instant now) {
    TRY(import, load_import(tx, viewer.organisation, id));
    if (import.state != ImportState::staged) return import_not_staged();
    if (store::is_one_applying(tx, viewer.organisation)) return another_import_is_applied();
    if (!store::move_import(tx, viewer.organisation, id, ImportState::staged, ImportState::applying, {}))
        return import_not_staged();
    jobs::queue(tx, viewer.organisation, apply_people_import, {id}, {.now = now, .unique_key = id.text()});
    audit::record(tx, viewer, import_started, base::any(id), {}, now);
    return true;
}

base::Result<bool> cancel_import(db::Tx& tx, access::Viewer const& viewer, PeopleImportId id, base::Instant now) {
    TRY(import, load_import(tx, viewer.organisation, id));
    if (import.state != ImportState::staged && import.state != ImportState::applying) return import_already_ended();
    if (import.state == ImportState::applying)
        jobs::ask_to_cancel(tx, base::any(viewer.organisation), apply_people_import.name, id.text(), now);
    // A job that runs says itself that it has stopped.
    if (import.state == ImportState::staged || !is_under_way(standing_of(tx, viewer.organisation, id))) {
        store::move_import(tx, viewer.organisation, id, import.state, ImportState::cancelled, now);
        store::remove_rows(tx, viewer.organisation, id);
    }
    audit::record(tx, viewer, import_cancelled, base::any(id), {}, now);
    return true;
}

base::Result<PeopleImportAnswer> show_import(db::Tx& tx, access::Viewer const& viewer, PeopleImportId id) {
    TRY(import, load_import(tx, viewer.organisation, id));
    TRY(report, json::read<ImportReport>(import.report.text));
    PeopleImportAnswer answer{.id = import.id,
                              .state = import.state,
                              .source = import.source,
                              .figures = figures_of(import),
                              .report = std::move(report),
                              .progress = {.state = std::string(meta::name_of(import.state))},
                              .started_at = import.started_at,
                              .finished_at = import.finished_at,
                              .allowed_actions = {}};
    if (auto standing = standing_of(tx, viewer.organisation, id)) {
        answer.progress.done = standing->progress_done.value_or(0);
        answer.progress.total = standing->progress_total.value_or(0);
        if (standing->state == jobs::State::dead) answer.progress.state = "failed";
    }
    if (import.state == ImportState::staged) answer.allowed_actions = {ImportAction::apply, ImportAction::cancel};
    if (import.state == ImportState::applying) answer.allowed_actions = {ImportAction::cancel};
    return answer;
}

void add_jobs(jobs::Board& board) {
    board.on(apply_people_import, [](jobs::Work& work, ImportJob const& job) -> base::Result<bool> {
        return carry_out_import(work, job.id);
    });
    board.on(expire_people_imports,
             [](db::Tx& tx, jobs::Work& work, jobs::Nothing const& /*nothing*/) -> base::Result<bool> {
                 store::expire_before(tx, work.organisation<access::OrganisationId>(), work.now() - kStagedFor,
                                      work.now());
                 return true;
             });
}

base::Refusal import_not_staged() {
    return base::conflict("import_not_staged", "this import is applied, cancelled or expired");
}

base::Refusal import_already_ended() {
    return base::conflict("import_already_ended", "this import has ended");
}

base::Refusal another_import_is_applied() {
    return base::conflict("another_import_is_applied", "one import is applied at a time");
}

}  // namespace person
