#pragma once
// One computation of who could meet whom, frozen with its proof:
//   queued -> running -> draft -> sending -> published -> withdrawn; or cancelled, or failed.
// A run that does not verify is failed and shows no pairs. Publishing waits before it sends (publication.hpp) and can
// be undone until then; sending opens a round; withdrawing takes it back while the round is open, with all of its
// answers, unread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "matching/objective.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace matching {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;
using MatchRunId = base::Id<struct MatchRunTag>;
using RoundId = base::Id<struct RoundTag>;

enum class RunState { queued, running, draft, sending, published, withdrawn, cancelled, failed };
BOOST_DESCRIBE_ENUM(RunState, queued, running, draft, sending, published, withdrawn, cancelled, failed)

using programme::Side;

// Whom a run looks at: everybody with a free place, or the rest, who have neither a partner nor an open suggestion.
enum class Scope { everybody, rest };
BOOST_DESCRIBE_ENUM(Scope, everybody, rest)

// A tenth of what a benefit can be.
inline constexpr std::int32_t kUsualKeepBonus = 100;

struct MatchRun {
    MatchRunId id;
    ProgrammeId programme_id;
    std::int32_t number = 1;
    RunState state = RunState::queued;
    Objective objective = Objective::best;
    Priority priority = Priority::most_pairs;
    std::int64_t seed = 0;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::optional<std::string> report;  // JSON, see RunReport
    Scope scope = Scope::everybody;
    // Whose pairs it keeps, what keeping one may cost, and how many may be given up.
    std::optional<MatchRunId> keeps_run_id;
    std::optional<std::int32_t> keep_bonus;
    std::optional<std::int32_t> most_moves;
    std::optional<std::string> trouble;  // the code of the refusal with which it failed
    std::optional<std::int32_t> least_moves;
    base::Instant created_at;
    std::optional<base::Instant> finished_at;
    std::optional<std::string> started_by;  // a name; nobody once they have been forgotten
};
BOOST_DESCRIBE_STRUCT(MatchRun, (),
                      (id, programme_id, number, state, objective, priority, seed, done, total, report, scope,
                       keeps_run_id, keep_bonus, most_moves, trouble, least_moves, created_at, finished_at, started_by))

enum class RunAction { cancel, publish, undo, send_now, withdraw };
BOOST_DESCRIBE_ENUM(RunAction, cancel, publish, undo, send_now, withdraw)

// What may be done with it now. Only the newest draft is published, and one round at a time is open.
struct RunSurroundings {
    bool is_newest = true;
    bool has_open_round = false;  // of the programme
    bool own_round_is_open = false;
    bool programme_matches = true;  // the programme is in a state in which people are matched
};
std::vector<RunAction> allowed_actions(MatchRun const& run, RunSurroundings const& around);

base::Result<MatchRun> cancel(MatchRun run, base::Instant now);
// With its pairs it stands where they can be looked at.
bool has_pairs(RunState state);
base::Result<MatchRun> publish(MatchRun run, RunSurroundings const& around);
base::Result<MatchRun> undo(MatchRun run);
base::Result<MatchRun> send(MatchRun run, RunSurroundings const& around);
base::Result<MatchRun> withdraw(MatchRun run, RunSurroundings const& around);

base::Refusal match_run_not_found();
base::Refusal run_has_ended(RunState state);
base::Refusal not_a_draft(RunState state);
base::Refusal not_waiting(RunState state);
base::Refusal newer_run_exists();
base::Refusal round_is_open();
base::Refusal round_has_closed();
base::Refusal programme_not_matching();
// Somebody's line, enrolment or places have changed since the run: publishing never decides on the old ones.
base::Refusal run_outdated();
base::Refusal nothing_to_publish();
// No earlier run has pairs that could be kept: there is none, or they are out.
base::Refusal nothing_to_keep();

}  // namespace matching
