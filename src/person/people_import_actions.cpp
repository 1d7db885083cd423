#include "person/people_import_actions.hpp"

#include <algorithm>

#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "person/role_store.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"

namespace person {

namespace {

constexpr std::size_t kPeopleAStep = 100;
constexpr base::Duration kStagedFor = std::chrono::hours(24);

meta::Bytes digest_of(std::string const& header_key) {
    auto digest = crypto::sha256(header_key);
    return {{digest.begin(), digest.end()}};
}

// The house's own command line may do what an administrator may.
bool may_change_addresses(db::Tx& tx, access::OrganisationId organisation, std::optional<PersonId> by) {
    if (!by) return true;
    auto held = store::list_roles_of(tx, organisation, *by);
    return std::any_of(held.begin(), held.end(),
                       [](auto const& grant) { return grant.role == access::Role::administrator; });
}

ImportGround ground_of(db::Tx& tx, access::OrganisationId organisation, std::optional<PersonId> by, base::Instant now) {
    auto house = organisation::store::load(tx, organisation);
    auto tree = store::find_tree(tx, organisation);
    return {.people = store::list_all(tx, organisation),
            .top_id = tree ? tree->top_id : std::nullopt,
            .headcount = tree ? tree->headcount : 0,
            .language = house.language,
            .time_zone = house.time_zone,
            .now = now,
            .today = base::utc_day(now),
            .may_change_addresses = may_change_addresses(tx, organisation, by)};
}

// Whom to keep is said about one file, not about the next.
ColumnMapping to_remember(ColumnMapping mapping) {
    mapping.keep = Keep::everyone;
    mapping.listed.clear();
    return mapping;
}

PeopleImportId save_staged(db::Tx& tx, access::Viewer const& viewer, ImportFile const& file, ImportPlan const& plan,
                           ColumnMapping const& mapping, ImportSource source, base::Instant now) {
    store::StoredImport import;
    import.id = tx.make_id<PeopleImportId>();
    import.state = ImportState::staged;
    import.source = source;
    import.mapping.text = json::write(mapping);
    import.report.text = json::write(plan.report);
    import.rows_read = plan.figures.rows_read;
    import.added = plan.figures.added;
    import.changed = plan.figures.changed;
    import.unchanged = plan.figures.unchanged;
    import.refused = plan.figures.refused;
    import.repaired = plan.figures.repaired;
    import.left_out = plan.figures.left_out;
    import.started_by = viewer.person;
    import.started_at = now;
    store::insert_import(tx, viewer.organisation, import);
    for (auto const& row : plan.rows) store::insert_row(tx, viewer.organisation, import.id, row);
    std::int32_t position = 0;
    for (auto const& problem : plan.problems)
        store::insert_problem(tx, viewer.organisation, import.id, ++position, problem);
    if (!file.header_key.empty())
        store::put_mapping(tx, viewer.organisation, digest_of(file.header_key), json::write(to_remember(mapping)), now);
    audit::record(tx, viewer, import_staged, base::any(import.id), audit::Facts().number("rows", import.rows_read),
                  now);
    return import.id;
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

// The file as it was staged: refused rows without their cells, the rest as they were read.
ImportFile staged_file(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, ImportReport const& report) {
    ImportFile file;
    file.notes = report.file;
    for (auto& row : store::list_rows(tx, organisation, id, {}, 0, kMostImportRows)) {
        ImportRow read{.line = row.line, .is_refused = row.outcome == Outcome::refused, .cells = {}};
        read.cells = json::read<ImportCells>(row.cells.text).value();
        file.rows.push_back(std::move(read));
    }
    return file;
}

// Carries one import out.
class Application {
  public:
    Application(jobs::Work& work, PeopleImportId id)
        : work_(work), organisation_(work.organisation<access::OrganisationId>()), id_(id) {}

    base::Result<bool> run() {
        TRY(is_needed, make_plan());
        if (!is_needed) return true;
        auto saved = save_people();
        if (!saved && saved.refusal().code == jobs::cancelled().code) {
            TRY_VOID(end(ImportState::cancelled));
            return jobs::cancelled();
        }
        TRY_VOID(std::move(saved));
        return end(ImportState::applied);
    }

  private:
    base::Result<bool> make_plan() {
        return work_.read([&](db::Tx& tx) -> base::Result<bool> {
            auto import = store::find_import(tx, organisation_, id_);
            if (!import || import->state != ImportState::applying) return false;
            TRY(mapping, json::read<ColumnMapping>(import->mapping.text));
            TRY(report, json::read<ImportReport>(import->report.text));
            starter_ = import->started_by;
            auto ground = ground_of(tx, organisation_, starter_, work_.now());
            auto random = base::system_random();
            plan_ = plan_import(staged_file(tx, organisation_, id_, report), mapping, ground, *random);
            return true;
        });
    }

    base::Result<bool> save_people() {
        auto const total = plan_.people.size();
        for (std::size_t begin = 0; begin < total; begin += kPeopleAStep) {
            auto end = std::min(begin + kPeopleAStep, total);
            TRY_VOID(work_.write([&](db::Tx& tx) -> base::Result<bool> {
                for (auto at = begin; at < end; ++at) save_person(tx, plan_.people[at]);
                return true;
            }));
            TRY_VOID(work_.report("people", static_cast<std::int64_t>(end), static_cast<std::int64_t>(total)));
        }
        return true;
    }

    // Without their place, which needs everybody to be there.
    void save_person(db::Tx& tx, PlannedPerson const& planned) {
        if (planned.is_new) {
            auto person = planned.after;
            person.manager_id.reset();
            person.line_state = LineState::broken;
            store::insert(tx, organisation_, person);
        } else if (planned.has_new_cells) {
            store::update(tx, organisation_, planned.after);
        }
    }

    // A cancelled import keeps the people it has saved; their lines are drawn like everybody's.
    base::Result<bool> end(ImportState state) {
        return work_.write([&](db::Tx& tx) -> base::Result<bool> {
            if (!store::move_import(tx, organisation_, id_, ImportState::applying, state, work_.now())) return true;
            if (state == ImportState::applied) {
                for (auto const& planned : plan_.people) store::place(tx, organisation_, planned.after);
                store::put_tree(tx, organisation_, {.top_id = plan_.top_id, .headcount = plan_.report.headcount},
                                work_.now());
            } else {
                redraw_tree(tx, organisation_, work_.now());
            }
            store::remove_rows(tx, organisation_, id_);
            auto viewer = access::house(organisation_);
            viewer.person = starter_;
            audit::record(tx, viewer, lines_changed, base::any(id_),
                          audit::Facts()
                              .number("people", static_cast<std::int64_t>(plan_.people.size()))
                              .number("headcount", plan_.report.headcount),
                          work_.now());
            return true;
        });
    }

    jobs::Work& work_;
    access::OrganisationId organisation_;
    PeopleImportId id_;
    std::optional<PersonId> starter_;
    ImportPlan plan_;
};

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

base::Result<PeopleImportId> stage_import(db::Database& database, access::Viewer const& viewer, std::string_view octets,
                                          ColumnMapping const& mapping, ImportSource source, base::Instant now) {
    TRY(file, read_import(octets, mapping, base::utc_day(now)));
    auto ground = database.read([&](db::Tx& tx) { return ground_of(tx, viewer.organisation, viewer.person, now); });
    auto plan = plan_import(file, mapping, ground, *database.options().random);
    return database.write([&](db::Tx& tx) -> base::Result<PeopleImportId> {
        store::put_level_names(tx, viewer.organisation, file.level_names);
        return save_staged(tx, viewer, file, plan, mapping, source, now);
    });
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
        return Application(work, job.id).run();
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
