#include "matching/match_run_http.hpp"

#include "matching/match_run_actions.hpp"
#include "matching/publication_actions.hpp"
#include "matching/publication_store.hpp"
#include "matching/suggestion_store.hpp"
#include "matching/wish_actions.hpp"
#include "platform/json.hpp"

namespace matching {

namespace {

constexpr std::int64_t kSeeds = std::int64_t{1} << 53;  // what JSON numbers hold exactly

RunProgress progress_of(access::Call& call, MatchRun const& run) {
    auto const job =
        jobs::find_standing(call.tx, base::any(call.viewer.organisation), kCarryOutRun.name, run.id.text());
    if (run.state == RunState::running && job && job->progress_total)
        return {job->progress_state.value_or("matching"), job->progress_done.value_or(0), *job->progress_total};
    return {std::string(meta::name_of(run.state)), run.done, run.total};
}

// Without what it says about the viewer (rules 13).
RunReport report_for(access::Call& call, MatchRun const& run) {
    auto report = json::read<RunReport>(*run.report).value();
    auto is_about_viewer = [&](auto const& couple) {
        return call.viewer.is(couple.mentor_id) || call.viewer.is(couple.mentee_id);
    };
    if (report.floors && store::takes_part(call.tx, call.viewer, run.programme_id)) report.floors.reset();
    std::erase_if(report.unplaced_locks, is_about_viewer);
    for (auto& lock : report.unplaced_locks) std::erase_if(lock.against, is_about_viewer);
    report.rules = with_other_folded(report.rules);
    return report;
}

PublicationShown shown_publication(Publication const& publication) {
    return {publication.state, publication.started_at, publication.started_by, publication.sends_at,
            publication.trouble};
}

MatchRunAnswer answer_for(access::Call& call, MatchRun const& run) {
    MatchRunAnswer answer;
    answer.id = run.id;
    answer.programme_id = run.programme_id;
    answer.number = run.number;
    answer.state = run.state;
    answer.objective = run.objective;
    answer.priority = run.priority;
    answer.seed = run.seed;
    answer.scope = run.scope;
    answer.progress = progress_of(call, run);
    if (run.report) answer.report = report_for(call, run);
    if (run.trouble) answer.trouble = RunTrouble{*run.trouble, run.least_moves};
    answer.created_at = run.created_at;
    answer.finished_at = run.finished_at;
    answer.started_by = run.started_by;
    if (auto const publication = store::find_publication_of(call.tx, call.viewer.organisation, run.id))
        answer.publication = shown_publication(*publication);
    if (auto const round = store::find_round_of(call.tx, call.viewer.organisation, run.id))
        answer.round_closes_on = round->closes_on;
    answer.allowed_actions = allowed_actions(run, store::surroundings_of(call.tx, call.viewer.organisation, run));
    return answer;
}

base::Result<MatchRun> run_in_path(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    auto run = store::find_coordinated_run(call.tx, call.viewer, id);
    if (!run) return match_run_not_found();
    return std::move(*run);
}

base::Result<ProgrammeId> coordinated_in_path(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(id)) return base::not_found("programme");
    return id;
}

struct CoupleInPath {
    ProgrammeId programme;
    CoupleShown couple;
};
base::Result<CoupleInPath> couple_in_path(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(mentor, call.id<PersonId>("mentor_id"));
    TRY(mentee, call.id<PersonId>("mentee_id"));
    return CoupleInPath{programme, {mentor, mentee}};
}

base::Result<access::Nothing> wish(access::Call& call, Wish wished) {
    TRY(path, couple_in_path(call));
    TRY_VOID(keep(call.tx, call.viewer, path.programme, path.couple, wished, call.now));
    return access::Nothing{};
}
base::Result<access::Nothing> unwish(access::Call& call, Wish wished) {
    TRY(path, couple_in_path(call));
    TRY_VOID(no_longer_keep(call.tx, call.viewer, path.programme, path.couple, wished, call.now));
    return access::Nothing{};
}

}  // namespace

base::Result<MatchRunAnswer> post_match_run(access::Call& call, NewMatchRun const& wanted) {
    auto const drawn = static_cast<std::int64_t>(call.tools.database.options().random->below(kSeeds));
    TRY(run, start_run(call.tx, call.viewer, wanted, drawn, call.now));
    return answer_for(call, run);
}

base::Result<MatchRunList> list_match_runs(access::Call& call, MatchRunsQuery const& query) {
    if (!call.viewer.coordinates(query.programme_id)) return base::not_found("programme");
    TRY(runs, store::list_runs(call.tx, call.viewer.organisation, query));
    MatchRunList list;
    page::fill(list, std::move(runs), [&](MatchRun const& run) { return answer_for(call, run); });
    return list;
}

base::Result<MatchRunAnswer> show_match_run(access::Call& call) {
    TRY(run, run_in_path(call));
    return answer_for(call, run);
}

base::Result<RunPairs> list_match_run_pairs(access::Call& call, RunPairsQuery const& query) {
    TRY(run, run_in_path(call));
    return store::page_of_pairs(call.tx, call.viewer, run.id, query);
}

base::Result<RunLeftovers> list_match_run_leftovers(access::Call& call, RunLeftoversQuery const& query) {
    TRY(run, run_in_path(call));
    return store::page_of_leftovers(call.tx, call.viewer, run.id, query);
}

base::Result<MatchRunAnswer> post_cancellation(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    TRY(run, cancel_run(call.tx, call.viewer, id, call.now));
    return answer_for(call, run);
}

base::Result<MatchRunAnswer> put_publication(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    TRY(run, publish_run(call.tx, call.viewer, call.tools.keys, id, call.now));
    return answer_for(call, run);
}

base::Result<MatchRunAnswer> put_sending(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    TRY(run, send_now(call.tx, call.viewer, call.tools.keys, id, call.now));
    return answer_for(call, run);
}

base::Result<MatchRunAnswer> remove_publication(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    TRY(run, take_back(call.tx, call.viewer, id, call.now));
    return answer_for(call, run);
}

base::Result<Wishes> list_wishes(access::Call& call, WishesQuery const& query) {
    TRY(programme, coordinated_in_path(call));
    return store::page_of_wishes(call.tx, call.viewer, programme, query);
}

base::Result<access::Nothing> put_lock(access::Call& call) {
    return wish(call, Wish::together);
}
base::Result<access::Nothing> remove_lock(access::Call& call) {
    return unwish(call, Wish::together);
}
base::Result<access::Nothing> put_ban(access::Call& call) {
    return wish(call, Wish::apart);
}
base::Result<access::Nothing> remove_ban(access::Call& call) {
    return unwish(call, Wish::apart);
}

base::Result<Outlook> show_outlook(access::Visit& visit) {
    TRY(programme, visit.id<ProgrammeId>("id"));
    return look_ahead(visit.tools.database, visit.viewer, visit.tools.keys, programme, visit.now);
}

base::Result<RoundList> list_rounds(access::Call& call) {
    TRY(programme, coordinated_in_path(call));
    return store::list_rounds(call.tx, call.viewer, programme);
}

}  // namespace matching
