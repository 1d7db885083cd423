#include "person/import_application.hpp"

#include <algorithm>
#include <set>

#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "person/role_store.hpp"
#include "platform/json.hpp"

namespace person {

namespace {

constexpr std::size_t kPeopleAStep = 100;

// The house's own command line may do what an administrator may.
bool may_change_addresses(db::Tx& tx, access::OrganisationId organisation, std::optional<PersonId> by) {
    if (!by) return true;
    auto held = store::list_roles_of(tx, organisation, *by);
    return std::any_of(held.begin(), held.end(),
                       [](auto const& grant) { return grant.role == access::Role::administrator; });
}

// The file as it was staged: refused rows without their cells, the rest as they were read.
ImportFile staged_file(db::Tx& tx, access::OrganisationId organisation, PeopleImportId id, ImportReport const& report) {
    ImportFile file;
    file.notes = report.file;
    ImportRowsQuery all;
    all.limit = static_cast<std::int32_t>(kMostImportRows);
    auto const staged = store::list_rows(tx, organisation, id, all).value();
    for (auto const& row : staged.items) {
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
            TRY_VOID(cancel());
            return jobs::cancelled();
        }
        TRY_VOID(std::move(saved));
        return complete();
    }

  private:
    base::Result<bool> make_plan() {
        return work_.read([&](db::Tx& tx) -> base::Result<bool> {
            auto import = store::find_import(tx, organisation_, id_);
            if (!import || import->state != ImportState::applying) return false;
            TRY(mapping, json::read<ColumnMapping>(import->mapping.text));
            TRY(report, json::read<ImportReport>(import->report.text));
            by_ = access::house(organisation_);
            by_.person = import->started_by;
            auto ground = load_ground(tx, organisation_, by_.person, work_.now());
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
            saved_ = end;
            TRY_VOID(work_.report("people", static_cast<std::int64_t>(end), static_cast<std::int64_t>(total)));
        }
        return true;
    }

    // Without their place, which needs everybody to be there. Whoever becomes a name does so at the end, so that a
    // cancelled import takes nothing away.
    void save_person(db::Tx& tx, PlannedPerson const& planned) {
        if (planned.is_new) {
            auto person = planned.after;
            person.manager_id.reset();
            person.line_state = LineState::broken;
            store::insert(tx, organisation_, person);
        } else if (planned.has_new_cells && !planned.is_reduced) {
            store::update(tx, organisation_, planned.after);
        }
    }

    base::Result<bool> complete() {
        return work_.write([&](db::Tx& tx) -> base::Result<bool> {
            if (!end(tx, ImportState::applied)) return true;
            TRY_VOID(check_still_due(tx));
            for (auto const& planned : plan_.people) {
                store::place(tx, organisation_, planned.after);
                if (planned.is_reduced) store::update(tx, organisation_, planned.after);
            }
            store::put_tree(tx, organisation_, {.top_id = plan_.top_id, .headcount = plan_.report.headcount},
                            work_.now());
            store::remove(tx, organisation_, plan_.removed);
            auto moved = std::count_if(plan_.people.begin(), plan_.people.end(),
                                       [](auto const& planned) { return planned.is_new || planned.is_moved; });
            if (moved > 0 || !plan_.removed.empty()) record_lines(tx, moved);
            audit::record(
                tx, by_, import_applied, base::any(id_),
                audit::Facts().number("people", std::ssize(plan_.people)).number("removed", std::ssize(plan_.removed)),
                work_.now());
            return true;
        });
    }

    // The people it has saved stay, each under their manager where that one is here too; nobody goes.
    base::Result<bool> cancel() {
        return work_.write([&](db::Tx& tx) -> base::Result<bool> {
            if (!end(tx, ImportState::cancelled) || saved_ == 0) return true;
            place_saved(tx);
            redraw_tree(tx, organisation_, work_.now());
            record_lines(tx, static_cast<std::int64_t>(saved_));
            return true;
        });
    }

    void place_saved(db::Tx& tx) {
        std::set<PersonId> not_here;
        for (auto at = saved_; at < plan_.people.size(); ++at)
            if (plan_.people[at].is_new) not_here.insert(plan_.people[at].after.id);
        for (std::size_t at = 0; at < saved_; ++at) {
            auto placed = plan_.people[at].after;
            if (placed.manager_id && not_here.contains(*placed.manager_id)) placed.manager_id.reset();
            store::place(tx, organisation_, placed);
        }
    }

    bool end(db::Tx& tx, ImportState state) {
        if (!store::move_import(tx, organisation_, id_, ImportState::applying, state, work_.now())) return false;
        store::remove_rows(tx, organisation_, id_);
        return true;
    }

    // Somebody may have been invited since the plan was made: then another one is made.
    base::Result<bool> check_still_due(db::Tx& tx) {
        auto is_due = [&](PersonId id) { return store::is_due(tx, organisation_, id, work_.now()); };
        if (!std::all_of(plan_.removed.begin(), plan_.removed.end(), is_due)) return needed_since();
        for (auto const& planned : plan_.people)
            if (planned.is_reduced && !is_due(planned.after.id)) return needed_since();
        return true;
    }

    static base::Refusal needed_since() {
        return {base::RefusalKind::unavailable, "needed_since", "somebody who would go is needed by now", {}, {}};
    }

    void record_lines(db::Tx& tx, std::int64_t moved) {
        audit::record(tx, by_, lines_changed, base::any(id_),
                      audit::Facts().number("people", moved).number("headcount", plan_.report.headcount), work_.now());
    }

    jobs::Work& work_;
    access::OrganisationId organisation_;
    PeopleImportId id_;
    access::Viewer by_;
    ImportPlan plan_;
    std::size_t saved_ = 0;
};

}  // namespace

ImportGround load_ground(db::Tx& tx, access::OrganisationId organisation, std::optional<PersonId> by,
                         base::Instant now) {
    auto house = organisation::store::load(tx, organisation);
    auto tree = store::find_tree(tx, organisation);
    return {.people = store::list_all(tx, organisation),
            .top_id = tree ? tree->top_id : std::nullopt,
            .headcount = tree ? tree->headcount : 0,
            .language = house.language,
            .time_zone = house.time_zone,
            .now = now,
            .today = base::utc_day(now),
            .may_change_addresses = may_change_addresses(tx, organisation, by),
            .administrators = store::list_administrators(tx, organisation)};
}

base::Result<bool> carry_out_import(jobs::Work& work, PeopleImportId id) {
    return Application(work, id).run();
}

}  // namespace person
