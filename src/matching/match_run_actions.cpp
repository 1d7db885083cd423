#include "matching/match_run_actions.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <thread>

#include "matching/engine/certificate.hpp"
#include "matching/engine/keeping.hpp"
#include "matching/engine/suggestions.hpp"
#include "matching/rest.hpp"
#include "matching/run_fairness.hpp"
#include "matching/suggestion_store.hpp"
#include "matching/trial.hpp"
#include "matching/world_store.hpp"
#include "platform/json.hpp"
#include "programme/programme_store.hpp"

namespace matching {

namespace {

base::Result<programme::Programme> coordinated_programme(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id) {
    auto found = viewer.coordinates(id) ? programme::store::find_programme(tx, viewer.organisation, id) : std::nullopt;
    if (!found) return base::not_found("programme");
    return std::move(*found);
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

// The pairs of an earlier run, of which few should be given up.
struct Before {
    MatchRun run;
    std::vector<engine::Couple> couples;  // whose two people are still here
};

// What one run works on: nothing of it changes while it computes.
struct Taken {
    MatchRun run;
    LoadedWorld loaded;
    std::int32_t suggestions_each = 1;
    std::optional<Before> before;
    SetAside set_aside;
};

// Everything one run computes, before a row of it is written.
struct Computed {
    engine::Candidates candidates;
    std::size_t best_of_each = 0;  // 0: everybody they could meet
    engine::Snapshot snapshot;
    engine::Assignment assignment;
    engine::Certificate certificate;
    engine::Suggestions suggestions;
    bool are_suggestions_right = false;
    SuggestionOutlook outlook;
    std::int64_t total_benefit = 0;  // as it is, without any bonus
    std::optional<KeepingReport> keeping;
};

std::int64_t sum_of_benefit(engine::Candidates const& candidates, std::vector<engine::Couple> const& couples) {
    std::int64_t sum = 0;
    for (auto const& candidate : candidates.list)
        if (std::binary_search(couples.begin(), couples.end(), engine::Couple{candidate.mentor, candidate.mentee}))
            sum += candidate.benefit;
    return sum;
}

// The pairs of before are kept by a bonus, which then stands in the snapshot: that is what the checker proves.
base::Result<engine::Assignment> assign_taken(Computed& computed, Taken const& taken,
                                              engine::Progress const& progress) {
    if (!taken.before) return engine::assign(computed.snapshot, progress);
    auto const& run = taken.run;
    TRY(kept, engine::assign_keeping(computed.snapshot,
                                     {taken.before->couples, run.keep_bonus.value_or(kUsualKeepBonus), run.most_moves},
                                     progress));
    computed.snapshot = std::move(kept.snapshot);
    computed.keeping = KeepingReport{
        taken.before->run.id, taken.before->run.number, std::ssize(taken.before->couples), kept.moves, kept.bonus,
        run.most_moves};
    return std::move(kept.assignment);
}

SuggestionOutlook outlook_of(Computed const& computed) {
    auto suggested = computed.suggestions.further();
    suggested.insert(suggested.end(), computed.assignment.couples.begin(), computed.assignment.couples.end());
    auto const expected = [&](std::int32_t percent) {
        static constexpr std::int64_t kHundredths = 100;
        return (expected_pairs(computed.snapshot, suggested, percent) + kHundredths / 2) / kHundredths;
    };
    return {std::ssize(computed.suggestions.costly), expected(60), expected(70), expected(80)};
}

// Beyond so many couples a run weighs the best partners of each and no longer all of them (decision 0150).
constexpr std::size_t kMostCouplesWeighed = 10'000'000;
constexpr std::size_t kBestOfEach = 200;
constexpr unsigned kMostThreads = 4;

engine::CandidateSearch search_in(Taken const& taken) {
    auto const& loaded = taken.loaded;
    engine::CandidateSearch search;
    if (loaded.mentors.size() * loaded.mentees.size() > kMostCouplesWeighed) search.most_each = kBestOfEach;
    search.always = loaded.locks;
    if (taken.before)
        search.always.insert(search.always.end(), taken.before->couples.begin(), taken.before->couples.end());
    search.seed = static_cast<std::uint64_t>(taken.run.seed);
    search.threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
    return search;
}

base::Result<Computed> compute(Taken const& taken, engine::Progress const& progress) {
    Computed computed;
    auto const& run = taken.run;
    auto const search = search_in(taken);
    TRY(candidates, find_candidates(taken.loaded.world, search, engine::part_of(progress, 0, 30)));
    computed.candidates = std::move(candidates);
    computed.best_of_each = search.most_each;
    computed.snapshot = snapshot_of(taken.loaded, {run.objective, run.priority, run.seed}, computed.candidates);
    TRY(assignment, assign_taken(computed, taken, engine::part_of(progress, 30, 70)));
    computed.assignment = std::move(assignment);
    computed.total_benefit = sum_of_benefit(computed.candidates, computed.assignment.couples);
    computed.certificate = certify(computed.snapshot, computed.assignment);
    TRY(suggestions, engine::suggest(computed.snapshot, computed.assignment, taken.suggestions_each,
                                     engine::part_of(progress, 70, 100)));
    computed.are_suggestions_right = engine::check_suggestions(computed.snapshot, computed.assignment, suggestions,
                                                               taken.suggestions_each) == engine::SuggestionFlaw::none;
    computed.suggestions = std::move(suggestions);
    computed.outlook = outlook_of(computed);
    return computed;
}

CoupleShown people_of(LoadedWorld const& loaded, engine::Couple couple) {
    return {loaded.mentors[couple.mentor], loaded.mentees[couple.mentee]};
}

std::vector<UnplacedLockShown> shown_locks(LoadedWorld const& loaded, engine::Assignment const& assignment) {
    static constexpr std::array kFlaws{"apart", "not_available", "no_place"};
    std::vector<UnplacedLockShown> locks;
    for (auto const& lock : assignment.unplaced_locks) {
        auto const people = people_of(loaded, lock.couple);
        UnplacedLockShown shown_lock{
            people.mentor_id, people.mentee_id, kFlaws[static_cast<std::size_t>(lock.flaw)], {}};
        for (auto const& other : lock.against) shown_lock.against.push_back(people_of(loaded, other));
        locks.push_back(std::move(shown_lock));
    }
    return locks;
}

std::int64_t with_places(std::vector<engine::Profile> const& side) {
    return std::count_if(side.begin(), side.end(), [](auto const& profile) { return profile.free_places > 0; });
}

RunReport report_of(LoadedWorld const& loaded, Computed const& computed) {
    RunReport report;
    report.mentors = with_places(loaded.world.mentors);
    report.mentees = with_places(loaded.world.mentees);
    report.allowed_pairs = computed.candidates.allowed;
    if (computed.best_of_each > 0) report.best_of_each = static_cast<std::int64_t>(computed.best_of_each);
    report.pairs = computed.certificate.pairs;
    report.filled_up = std::ssize(computed.suggestions.further());
    report.outlook = computed.outlook;
    report.mentors_reached = computed.certificate.mentors_reached;
    report.mentees_reached = computed.certificate.mentees_reached;
    report.total_benefit = computed.total_benefit;
    report.keeping = computed.keeping;
    report.blocking_pairs = computed.certificate.blocking_pairs;
    report.rules = shown(computed.candidates);
    report.unplaced_locks = shown_locks(loaded, computed.assignment);
    report.certificate = computed.certificate.verified() && !computed.are_suggestions_right
                             ? "the suggestions do not keep what they promise"
                             : engine::to_text(computed.certificate.flaw);
    report.snapshot_hash = engine::to_hex(engine::fingerprint(computed.snapshot));
    report.result_hash = engine::to_hex(engine::result_hash(computed.snapshot, computed.assignment));
    report.engine_version = engine::kVersion;
    return report;
}

void count_fit(RunReport& report, engine::Fit fit) {
    if (fit == engine::Fit::both_ways)
        ++report.fit_both_ways;
    else if (fit == engine::Fit::fits)
        ++report.fit;
    else
        ++report.fit_thin;
}

class RunWriter {
  public:
    RunWriter(db::Tx& tx, OrganisationId organisation, Taken const& taken)
        : tx_(tx),
          organisation_(organisation),
          run_(taken.run),
          loaded_(taken.loaded),
          set_aside_(taken.set_aside),
          tree_(taken.loaded.world.tree) {}

    void write_pairs(std::vector<engine::Couple> const& couples, bool is_filled_up, RunReport& report) {
        for (auto const& couple : couples) {
            auto const why = explain(loaded_.world, tree_, loaded_.world.mentors[couple.mentor],
                                     loaded_.world.mentees[couple.mentee]);
            if (!is_filled_up) count_fit(report, why.fit);
            auto const is_locked = std::find(loaded_.locks.begin(), loaded_.locks.end(), couple) != loaded_.locks.end();
            auto const people = people_of(loaded_, couple);
            store::insert_pair(tx_, organisation_, run_.id,
                               {position_++, people.mentor_id, people.mentee_id, engine::name_of(why.fit), is_locked,
                                is_filled_up, json::write(shown(why, loaded_.topics))});
        }
    }

    void write_leftovers(engine::Leftovers const& leftovers) {
        std::int32_t position = 0;
        for (auto const& each : leftovers.mentors) write_leftover(each, Side::mentor, position++);
        for (auto const& each : leftovers.mentees) write_leftover(each, Side::mentee, position++);
    }

  private:
    void write_leftover(engine::Leftover const& leftover, Side side, std::int32_t position) {
        if (set_aside_.holds(side, leftover.position)) return;
        auto const& people = side == Side::mentor ? loaded_.mentors : loaded_.mentees;
        store::insert_leftover(
            tx_, organisation_, run_.id,
            {position, people[leftover.position], side, json::write(shown(leftover, loaded_.departments))});
    }

    db::Tx& tx_;
    OrganisationId organisation_;
    MatchRun const& run_;
    LoadedWorld const& loaded_;
    SetAside const& set_aside_;
    engine::ReportingTree tree_;
    std::int32_t position_ = 0;
};

void save_computed(db::Tx& tx, OrganisationId organisation, MatchRun run, Taken const& taken, Computed const& computed,
                   base::Instant now) {
    auto report = report_of(taken.loaded, computed);
    run.state = report.certificate == "verified" ? RunState::draft : RunState::failed;
    if (run.state == RunState::draft) {
        RunWriter writer(tx, organisation, taken);
        writer.write_pairs(computed.assignment.couples, false, report);
        writer.write_pairs(computed.suggestions.further(), true, report);
        writer.write_leftovers(
            explain_leftovers(taken.loaded.world, computed.candidates, computed.assignment, taken.loaded.bans));
        store::save_fairness(tx, organisation, run.id,
                             fairness_of(taken.loaded, computed.candidates, computed.assignment));
    }
    run.report = json::write(report);
    run.done = run.total;
    run.finished_at = now;
    store::save_run(tx, organisation, run);
}

// The rules cannot be kept with so few moves: the run has failed, and says how many it would take.
void save_trouble(db::Tx& tx, OrganisationId organisation, MatchRun run, base::Refusal const& refusal,
                  base::Instant now) {
    run.state = RunState::failed;
    run.trouble = refusal.code;
    if (auto const least = refusal.params.find("least"); least != refusal.params.end())
        run.least_moves = static_cast<std::int32_t>(std::stol(least->second));
    run.finished_at = now;
    store::save_run(tx, organisation, run);
}

std::optional<Before> load_before(db::Tx& tx, OrganisationId organisation, MatchRun const& run,
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
    return Before{std::move(*before), std::move(couples)};
}

base::Result<Taken> take_run(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, MatchRunId id,
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
    return Taken{std::move(*run), std::move(*loaded), programme->suggestions_each, std::move(before), std::move(aside)};
}

}  // namespace

namespace {

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

base::Result<bool> keep(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, CoupleShown const& couple,
                        Wish wish, base::Instant now) {
    TRY_VOID(coordinated_programme(tx, viewer, programme));
    if (viewer.is(couple.mentor_id) || viewer.is(couple.mentee_id) ||
        !store::are_enrolled(tx, viewer.organisation, programme, couple))
        return base::not_found("people");
    store::put_wish(tx, viewer.organisation, programme, couple, wish, now);
    audit::record(tx, viewer, kWishesChanged, base::any(programme), {}, now);
    return true;
}

base::Result<bool> no_longer_keep(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                  CoupleShown const& couple, Wish wish, base::Instant now) {
    TRY_VOID(coordinated_programme(tx, viewer, programme));
    if (viewer.is(couple.mentor_id) || viewer.is(couple.mentee_id)) return base::not_found("people");
    if (store::remove_wish(tx, viewer.organisation, programme, couple, wish))
        audit::record(tx, viewer, kWishesChanged, base::any(programme), {}, now);
    return true;
}

base::Result<Outlook> look_ahead(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys,
                                 ProgrammeId programme, base::Instant now) {
    TRY_VOID(coordinated_programme(tx, viewer, programme));
    auto const loaded = store::load_world(tx, keys, viewer.organisation, programme, now).value();
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
    auto const organisation = work.organisation<OrganisationId>();
    auto taken = work.write([&](db::Tx& tx) -> base::Result<Taken> {
        return take_run(tx, keys, organisation, job.match_run_id, work.now());
    });
    if (!taken) return taken.refusal().code == "run_has_ended" ? base::Result<bool>(true) : taken.refusal();
    auto computed = compute(*taken, [&](std::uint64_t done, std::uint64_t total) {
        return work.report("matching", static_cast<std::int64_t>(done), static_cast<std::int64_t>(total)).has_value();
    });
    if (!computed && computed.refusal().code != "too_few_moves") return computed.refusal();
    return work.write([&](db::Tx& tx) -> base::Result<bool> {
        auto const now_stands = store::find_run(tx, organisation, job.match_run_id);
        if (!now_stands || now_stands->state != RunState::running) return true;
        if (computed)
            save_computed(tx, organisation, *now_stands, *taken, *computed, work.now());
        else
            save_trouble(tx, organisation, *now_stands, computed.refusal(), work.now());
        return true;
    });
}

}  // namespace matching
