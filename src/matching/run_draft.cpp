#include "matching/run_draft.hpp"

#include <algorithm>
#include <array>

#include "matching/match_run_store.hpp"
#include "matching/run_fairness.hpp"
#include "platform/json.hpp"

namespace matching {

namespace {

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

RunReport report_of(LoadedWorld const& loaded, RunFound const& found) {
    RunReport report;
    report.mentors = with_places(loaded.world.mentors);
    report.mentees = with_places(loaded.world.mentees);
    report.allowed_pairs = found.candidates.allowed;
    if (found.best_of_each > 0) report.best_of_each = static_cast<std::int64_t>(found.best_of_each);
    report.pairs = found.certificate.pairs;
    report.filled_up = std::ssize(found.suggestions.further());
    report.outlook = found.outlook;
    report.mentors_reached = found.certificate.mentors_reached;
    report.mentees_reached = found.certificate.mentees_reached;
    report.total_benefit = found.total_benefit;
    report.keeping = found.keeping;
    report.floors = shown_floors(found.assignment);
    report.blocking_pairs = found.certificate.blocking_pairs;
    report.rules = shown(found.candidates);
    report.unplaced_locks = shown_locks(loaded, found.assignment);
    report.certificate = found.certificate.verified() && !found.are_suggestions_right
                             ? "the suggestions do not keep what they promise"
                             : engine::to_text(found.certificate.flaw);
    report.snapshot_hash = engine::to_hex(engine::fingerprint(found.snapshot));
    report.result_hash = engine::to_hex(engine::result_hash(found.snapshot, found.assignment));
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
    RunWriter(db::Tx& tx, OrganisationId organisation, RunGround const& ground)
        : tx_(tx),
          organisation_(organisation),
          run_(ground.run),
          loaded_(ground.loaded),
          set_aside_(ground.set_aside),
          tree_(ground.loaded.world.tree) {}

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

}  // namespace

bool write_draft(db::Tx& tx, OrganisationId organisation, MatchRun run, RunGround const& ground, RunFound const& found,
                 base::Instant now) {
    auto report = report_of(ground.loaded, found);
    run.state = report.certificate == "verified" ? RunState::draft : RunState::failed;
    if (run.state == RunState::draft) {
        RunWriter writer(tx, organisation, ground);
        writer.write_pairs(found.assignment.couples, false, report);
        writer.write_pairs(found.suggestions.further(), true, report);
        writer.write_leftovers(
            explain_leftovers(ground.loaded.world, found.candidates, found.assignment, ground.loaded.bans));
        store::save_fairness(tx, organisation, run.id, fairness_of(ground.loaded, found.candidates, found.assignment));
    }
    run.report = json::write(report);
    run.done = run.total;
    run.finished_at = now;
    store::save_run(tx, organisation, run);
    return run.state == RunState::draft;
}

void write_trouble(db::Tx& tx, OrganisationId organisation, MatchRun run, base::Refusal const& refusal,
                   base::Instant now) {
    run.state = RunState::failed;
    run.trouble = refusal.code;
    if (auto const least = refusal.params.find("least"); least != refusal.params.end())
        run.least_moves = static_cast<std::int32_t>(std::stol(least->second));
    run.finished_at = now;
    store::save_run(tx, organisation, run);
}

}  // namespace matching
