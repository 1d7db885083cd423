#include "platform/jobs/job.hpp"

namespace jobs {

namespace {

std::optional<JobId> find_waiting(db::Tx& tx, base::AnyId organisation, std::string_view kind,
                                  std::optional<std::string> const& key) {
    if (!key) return std::nullopt;
    return tx.value<JobId>(R"(SELECT id FROM jobs WHERE organisation_id = $1 AND kind = $2 AND unique_key = $3
                              AND state = 'waiting')",
                           organisation, kind, *key);
}

}  // namespace

JobId queue_text(db::Tx& tx, base::AnyId organisation, std::string_view kind, std::string const& payload,
                 Terms const& terms) {
    auto const run_at = terms.run_at.value_or(terms.now);
    // Workers look anyway once a second; this only spares the wait.
    if (run_at <= terms.now) tx.notify("jobs", "");
    if (auto const known = find_waiting(tx, organisation, kind, terms.unique_key)) {
        tx.run("UPDATE jobs SET payload = $3, run_at = $4, attempts = 0 WHERE organisation_id = $1 AND id = $2",
               organisation, *known, payload, run_at);
        return *known;
    }
    auto const id = tx.make_id<JobId>();
    tx.run(R"(INSERT INTO jobs (organisation_id, id, kind, unique_key, payload, state, run_at, queued_at, attempts,
                                fence, is_cancel_asked)
              VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, 0, 0, FALSE))",
           organisation, id, kind, terms.unique_key, payload, run_at, terms.now);
    return id;
}

std::optional<Standing> find_standing(db::Tx& tx, base::AnyId organisation, std::string_view kind,
                                      std::string_view unique_key) {
    return tx.one<Standing>(R"(
        SELECT id, state, progress_state, progress_done, progress_total, is_cancel_asked, dead_reason FROM jobs
        WHERE organisation_id = $1 AND kind = $2 AND unique_key = $3 ORDER BY queued_at DESC, id LIMIT 1)",
                            organisation, kind, unique_key);
}

void ask_to_cancel(db::Tx& tx, base::AnyId organisation, std::string_view kind, std::string_view unique_key,
                   base::Instant now) {
    tx.run(R"(UPDATE jobs SET state = 'cancelled', is_cancel_asked = TRUE, finished_at = $4
              WHERE organisation_id = $1 AND kind = $2 AND unique_key = $3 AND state = 'waiting')",
           organisation, kind, unique_key, now);
    tx.run(R"(UPDATE jobs SET is_cancel_asked = TRUE
              WHERE organisation_id = $1 AND kind = $2 AND unique_key = $3 AND state = 'running')",
           organisation, kind, unique_key);
}

std::int64_t forget_ended_before(db::Tx& tx, base::Instant then) {
    return tx.run("DELETE FROM jobs WHERE state IN ('done', 'dead', 'cancelled') AND finished_at < $1", then);
}

}  // namespace jobs
