#include "matching/match_run.hpp"

#include <algorithm>

namespace matching {

namespace {

bool has_not_ended(RunState state) {
    return state == RunState::queued || state == RunState::running;
}

// Publishing never decides on what is not so any more, neither now nor when it is sent.
base::Result<bool> check_surroundings(RunSurroundings const& around) {
    if (!around.programme_matches) return programme_not_matching();
    if (!around.is_newest) return newer_run_exists();
    if (around.has_open_round) return round_is_open();
    return true;
}

}  // namespace

std::vector<RunAction> allowed_actions(MatchRun const& run, RunSurroundings const& around) {
    std::vector<RunAction> actions;
    if (has_not_ended(run.state)) actions.push_back(RunAction::cancel);
    if (publish(run, around)) actions.push_back(RunAction::publish);
    if (undo(run)) actions.push_back(RunAction::undo);
    if (send(run, around)) actions.push_back(RunAction::send_now);
    if (withdraw(run, around)) actions.push_back(RunAction::withdraw);
    return actions;
}

bool has_pairs(RunState state) {
    return state == RunState::draft || state == RunState::sending || state == RunState::published ||
           state == RunState::withdrawn;
}

base::Result<MatchRun> cancel(MatchRun run, base::Instant now) {
    if (!has_not_ended(run.state)) return run_has_ended(run.state);
    run.state = RunState::cancelled;
    run.finished_at = now;
    return run;
}

base::Result<MatchRun> publish(MatchRun run, RunSurroundings const& around) {
    if (run.state != RunState::draft) return not_a_draft(run.state);
    TRY_VOID(check_surroundings(around));
    run.state = RunState::sending;
    return run;
}

base::Result<MatchRun> undo(MatchRun run) {
    if (run.state != RunState::sending) return not_waiting(run.state);
    run.state = RunState::draft;
    return run;
}

base::Result<MatchRun> send(MatchRun run, RunSurroundings const& around) {
    if (run.state != RunState::sending) return not_waiting(run.state);
    TRY_VOID(check_surroundings(around));
    run.state = RunState::published;
    return run;
}

base::Result<MatchRun> withdraw(MatchRun run, RunSurroundings const& around) {
    if (run.state != RunState::published) return not_a_draft(run.state);
    if (!around.own_round_is_open) return round_has_closed();
    run.state = RunState::withdrawn;
    return run;
}

base::Refusal match_run_not_found() {
    return base::not_found("match run");
}
base::Refusal run_has_ended(RunState state) {
    return base::conflict("run_has_ended", "The run has ended.", {{"state", std::string(meta::name_of(state))}});
}
base::Refusal not_a_draft(RunState state) {
    return base::conflict("not_a_draft", "The run does not stand where this could be done.",
                          {{"state", std::string(meta::name_of(state))}});
}
base::Refusal not_waiting(RunState state) {
    return base::conflict("not_waiting", "The run does not wait to be sent.",
                          {{"state", std::string(meta::name_of(state))}});
}
base::Refusal newer_run_exists() {
    return base::conflict("newer_run_exists", "There is a newer run; publish that one.");
}
base::Refusal round_is_open() {
    return base::conflict("round_is_open", "A round is open; wait for its closing day or take it back.");
}
base::Refusal round_has_closed() {
    return base::conflict("round_has_closed", "The round has closed.");
}
base::Refusal programme_not_matching() {
    return base::conflict("programme_not_matching", "The programme does not stand where people are matched.");
}
base::Refusal run_outdated() {
    return base::conflict("run_outdated", "People, lines or rules have changed since this run; make a new one.");
}
base::Refusal nothing_to_publish() {
    return base::conflict("nothing_to_publish", "The run has no pairs.");
}
base::Refusal nothing_to_keep() {
    return base::conflict("nothing_to_keep", "There is no draft whose pairs could be kept.");
}

}  // namespace matching
