#include "matching/match_run_actions.hpp"

#include "matching/prices.hpp"
#include "matching/run_draft.hpp"
#include "matching/suggestion_store.hpp"
#include "matching/world_store.hpp"
#include "programme/closing.hpp"
#include "programme/programme_store.hpp"

namespace matching {

namespace {

base::Result<programme::Programme> coordinated_programme(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id) {
    auto found = viewer.coordinates(id) ? programme::store::find_programme(tx, viewer.organisation, id) : std::nullopt;
    if (!found) return base::not_found("programme");
    return std::move(*found);
}

base::Result<LoadedWorld> coordinated_world(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys,
                                            ProgrammeId id, base::Instant now) {
    TRY_VOID(coordinated_programme(tx, viewer, id));
    return store::load_world(tx, keys, viewer.organisation, id, now).value();
}

base::Result<bool> check_second_coordinator(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    return programme::check_second_coordinator(programme::store::load_standing(tx, viewer.organisation, programme));
}

base::Result<MatchRun> coordinated_run(db::Tx& tx, access::Viewer const& viewer, MatchRunId id) {
    auto run = store::find_coordinated_run(tx, viewer, id);
    if (!run) return match_run_not_found();
    return std::move(*run);
}

void record_run(db::Tx& tx, access::Viewer const& viewer, audit::Kind const& kind, MatchRun const& run,
                base::Instant now) {
    audit::record(tx, viewer, kind, base::any(run.id),
                  audit::Facts().id("programme_id", run.programme_id).number("number", run.number), now);
}

std::optional<PairsBefore> load_before(db::Tx& tx, OrganisationId organisation, MatchRun const& run,
                                       LoadedWorld const& loaded) {
    if (!run.keeps_run_id) return std::nullopt;
    auto before = store::find_run(tx, organisation, *run.keeps_run_id);
    if (!before) return std::nullopt;
    std::vector<engine::Couple> couples;
    for (auto const& pair : store::list_pairs(tx, organisation, before->id)) {
        auto const mentor = loaded.find(Side::mentor, pair.mentor_id);
        auto const mentee = loaded.find(Side::mentee, pair.mentee_id);
        if (!pair.is_filled_up && mentor && mentee) couples.push_back({*mentor, *mentee});
    }
    return PairsBefore{std::move(*before), std::move(couples)};
}

base::Result<RunGround> take_run(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, MatchRunId id,
                                 base::Instant now) {
    auto run = store::find_run(tx, organisation, id);
    if (!run) return match_run_not_found();
    if (run->state != RunState::queued && run->state != RunState::running) return run_has_ended(run->state);
    auto programme = programme::store::find_programme(tx, organisation, run->programme_id);
    auto loaded = store::load_world(tx, keys, organisation, run->programme_id, now);
    if (!programme || !loaded) return base::not_found("programme");
    run->state = RunState::running;
    run->total = std::ssize(loaded->mentors);
    store::save_run(tx, organisation, *run);
    SetAside aside;
    if (run->scope == Scope::rest)
        aside = set_aside(*loaded, store::list_suggested_places(tx, organisation, run->programme_id));
    auto before = load_before(tx, organisation, *run, *loaded);
    return RunGround{std::move(*run), std::move(*loaded), programme->suggestions_each, std::move(before),
                     std::move(aside)};
}

engine::Progress reporting(jobs::Work& work, char const* state) {
    return [&work, state](std::uint64_t done, std::uint64_t total) {
        return work.report(state, static_cast<std::int64_t>(done), static_cast<std::int64_t>(total)).has_value();
    };
}

// Nothing where the run was cancelled or taken from under it meanwhile, or has failed.
base::Result<std::optional<RunFound>> make_draft(jobs::Work& work, RunGround const& ground) {
    auto const organisation = work.organisation<OrganisationId>();
    auto found = find_pairs(ground, reporting(work, "matching"));
    if (!found && found.refusal().code != "too_few_moves") return found.refusal();
    TRY(is_draft, work.write([&](db::Tx& tx) -> base::Result<bool> {
        auto const now_stands = store::find_run(tx, organisation, ground.run.id);
        if (!now_stands || now_stands->state != RunState::running) return false;
        if (found) return write_draft(tx, organisation, *now_stands, ground, *found, work.now());
        write_trouble(tx, organisation, *now_stands, found.refusal(), work.now());
        return false;
    }));
    if (!is_draft) return std::optional<RunFound>();
    return std::optional<RunFound>(*std::move(found));
}

// The draft is looked at and published meanwhile; without its prices it is none the worse.
base::Result<bool> add_prices(jobs::Work& work, RunGround ground, RunFound found) {
    auto const id = ground.run.id;
    if (!check_people_tried(std::ssize(ground.loaded.mentors) + std::ssize(ground.loaded.mentees))) return true;
    auto const prices = find_prices(std::move(ground), std::move(found), reporting(work, "pricing"));
    if (!prices) return true;
    return work.write([&](db::Tx& tx) -> base::Result<bool> {
        store::save_prices(tx, work.organisation<OrganisationId>(), id, *prices);
        return true;
    });
}

base::Result<bool> want_keeping(db::Tx& tx, OrganisationId organisation, MatchRun& run, KeepWanted const& wanted) {
    if (wanted.most_moves && run.objective == Objective::stable)
        return base::invalid("/keep/most_moves", "not_with_this_objective");
    auto const before = store::find_newest_with_pairs(tx, organisation, run.programme_id);
    if (!before || before->state == RunState::published) return nothing_to_keep();
    run.keeps_run_id = before->id;
    run.keep_bonus = wanted.bonus.value_or(kUsualKeepBonus);
    run.most_moves = wanted.most_moves;
    return true;
}

}  // namespace

base::Result<MatchRun> start_run(db::Tx& tx, access::Viewer const& viewer, NewMatchRun const& wanted,
                                 std::int64_t drawn_seed, base::Instant now) {
    TRY(programme, coordinated_programme(tx, viewer, wanted.programme_id));
    TRY_VOID(programme::check_not_closed(programme.state));
    TRY_VOID(programme::check_shows_names(programme));
    TRY_VOID(check_second_coordinator(tx, viewer, programme.id));
    MatchRun run;
    run.id = tx.make_id<MatchRunId>();
    run.programme_id = programme.id;
    run.number = store::next_number(tx, viewer.organisation, programme.id);
    run.objective = wanted.objective.value_or(Objective::best);
    run.priority = wanted.priority.value_or(Priority::most_pairs);
    run.seed = wanted.seed.value_or(drawn_seed);
    run.scope = wanted.scope.value_or(Scope::everybody);
    if (wanted.keep) {
        TRY_VOID(want_keeping(tx, viewer.organisation, run, *wanted.keep));
    }
    run.created_at = now;
    store::insert_run(tx, viewer, run);
    programme::store::save_names_shown(tx, viewer.organisation, programme.id);
    jobs::queue(tx, viewer.organisation, kCarryOutRun, RunJob{run.id}, {.now = now, .unique_key = run.id.text()});
    record_run(tx, viewer, kRunStarted, run, now);
    return store::find_run(tx, viewer.organisation, run.id).value();
}

base::Result<MatchRun> cancel_run(db::Tx& tx, access::Viewer const& viewer, MatchRunId id, base::Instant now) {
    TRY(run, coordinated_run(tx, viewer, id));
    TRY(cancelled_run, cancel(run, now));
    store::save_run(tx, viewer.organisation, cancelled_run);
    jobs::ask_to_cancel(tx, base::any(viewer.organisation), kCarryOutRun.name, id.text(), now);
    record_run(tx, viewer, kRunCancelled, cancelled_run, now);
    return cancelled_run;
}

base::Result<Outlook> look_ahead(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                                 ProgrammeId programme, base::Instant now) {
    TRY(loaded, database.read([&](db::Tx& tx) { return coordinated_world(tx, viewer, keys, programme, now); }));
    auto const candidates = find_candidates(loaded.world);
    Outlook outlook;
    outlook.mentors = std::ssize(loaded.mentors);
    outlook.mentees = std::ssize(loaded.mentees);
    outlook.possible_pairs = outlook.mentors * outlook.mentees;
    outlook.allowed_pairs = candidates.allowed;
    outlook.rules = shown(candidates);
    return outlook;
}

base::Result<bool> carry_out_run(jobs::Work& work, crypto::Keys const& keys, RunJob const& job) {
    auto ground = work.write([&](db::Tx& tx) -> base::Result<RunGround> {
        return take_run(tx, keys, work.organisation<OrganisationId>(), job.match_run_id, work.now());
    });
    if (!ground) return ground.refusal().code == "run_has_ended" ? base::Result<bool>(true) : ground.refusal();
    TRY(found, make_draft(work, *ground));
    if (!found) return true;
    return add_prices(work, *std::move(ground), *std::move(found));
}

}  // namespace matching
