#include "platform/jobs/board_store.hpp"

namespace jobs::store {

std::optional<DueJob> find_due(db::Tx& tx, std::string const& kinds, base::Instant now, base::Instant wall) {
    // The kinds are the program's own constants, never input.
    return tx.one<DueJob>(R"(
        SELECT organisation_id, id, fence FROM jobs j
        WHERE kind IN ()" + kinds +
                              R"()
          AND (   (state = 'waiting' AND run_at <= $1 AND NOT EXISTS (
                      SELECT 1 FROM jobs r WHERE r.organisation_id = j.organisation_id AND r.kind = j.kind
                      AND r.unique_key = j.unique_key AND r.state = 'running'))
               OR (state = 'running' AND leased_until < $2))
        ORDER BY run_at, id LIMIT 1)",
                          now, wall);
}

std::optional<TakenJob> take(db::Tx& tx, DueJob const& due, base::Instant leased_until) {
    return tx.one<TakenJob>(R"(
        UPDATE jobs SET state = 'running', fence = fence + 1, attempts = attempts + 1, leased_until = $4
        WHERE organisation_id = $1 AND id = $2 AND fence = $3
        RETURNING organisation_id, id, kind, payload, attempts, fence)",
                            due.organisation_id, due.id, due.fence, leased_until);
}

bool renew(db::Tx& tx, base::AnyId organisation, JobId id, std::int64_t fence, base::Instant leased_until) {
    return tx.run(R"(UPDATE jobs SET leased_until = $4
                     WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running')",
                  organisation, id, fence, leased_until) == 1;
}

bool end(db::Tx& tx, TakenJob const& job, State state, std::optional<std::string> const& reason, base::Instant now) {
    return tx.run(R"(UPDATE jobs SET state = $4, dead_reason = $5, finished_at = $6, leased_until = NULL
                     WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running')",
                  job.organisation_id, job.id, job.fence, state, state == State::dead ? reason : std::nullopt,
                  now) == 1;
}

void put_back(db::Tx& tx, TakenJob const& job, base::Instant run_at, base::Instant now) {
    // The same thing may have been queued anew meanwhile; that one then does what this one would have.
    auto const is_superseded = tx.value<JobId>(R"(
        SELECT w.id FROM jobs w JOIN jobs j ON j.organisation_id = w.organisation_id AND j.kind = w.kind
            AND j.unique_key = w.unique_key
        WHERE j.organisation_id = $1 AND j.id = $2 AND w.state = 'waiting')",
                                               job.organisation_id, job.id);
    if (is_superseded) {
        end(tx, job, State::done, {}, now);
        return;
    }
    tx.run(R"(UPDATE jobs SET state = 'waiting', leased_until = NULL, run_at = $4, attempts = $5
              WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running')",
           job.organisation_id, job.id, job.fence, run_at, job.attempts);
}

bool save_progress(db::Tx& tx, TakenJob const& job, std::string_view state, std::int64_t done, std::int64_t total) {
    return tx
        .value<bool>(R"(UPDATE jobs SET progress_state = $4, progress_done = $5, progress_total = $6
                        WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running'
                        RETURNING is_cancel_asked)",
                     job.organisation_id, job.id, job.fence, state, done, total)
        .value_or(true);
}

}  // namespace jobs::store
