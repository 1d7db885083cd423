#pragma once
// The verbs of a match run. Who was paired with whom is in no event; a run's events carry numbers.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "matching/match_run.hpp"
#include "matching/match_run_shapes.hpp"
#include "matching/match_run_store.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/board.hpp"

namespace matching {

inline constexpr audit::Kind kRunStarted{"match_run.started"};
inline constexpr audit::Kind kRunCancelled{"match_run.cancelled"};

struct RunJob {
    MatchRunId match_run_id;
};
BOOST_DESCRIBE_STRUCT(RunJob, (), (match_run_id))
inline constexpr jobs::Kind<RunJob> kCarryOutRun{"match_run.carry_out"};

base::Result<MatchRun> start_run(db::Tx& tx, access::Viewer const& viewer, NewMatchRun const& wanted,
                                 std::int64_t drawn_seed, base::Instant now);
base::Result<MatchRun> cancel_run(db::Tx& tx, access::Viewer const& viewer, MatchRunId id, base::Instant now);

// Reads everybody once, and counts without a transaction: nobody waits for a connection meanwhile.
base::Result<Outlook> look_ahead(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                                 ProgrammeId programme, base::Instant now);
// The job: reads everybody once, computes without a transaction, saves the draft, and then prices it (prices.hpp).
base::Result<bool> carry_out_run(jobs::Work& work, crypto::Keys const& keys, RunJob const& job);

}  // namespace matching
