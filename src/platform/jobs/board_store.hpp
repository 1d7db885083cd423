#pragma once
// The only SQL that takes jobs and puts them down. Everything but taking names the fence, and does nothing when
// another worker holds a later one.

#include <optional>
#include <string_view>

#include "platform/jobs/board.hpp"

namespace jobs::store {

struct DueJob {
    base::AnyId organisation_id;
    JobId id;
    std::int64_t fence = 0;
};
BOOST_DESCRIBE_STRUCT(DueJob, (), (organisation_id, id, fence))

// The one that has been due longest, or whose worker has let its lease run out. Of one kind and key, one runs at a
// time.
std::optional<DueJob> find_due(db::Tx& tx, std::string const& kinds, base::Instant now, base::Instant wall);
std::optional<TakenJob> take(db::Tx& tx, DueJob const& due, base::Instant leased_until);

// False when the lease is somebody else's.
bool renew(db::Tx& tx, base::AnyId organisation, JobId id, std::int64_t fence, base::Instant leased_until);
bool end(db::Tx& tx, TakenJob const& job, State state, std::optional<std::string> const& reason, base::Instant now);
// `job.attempts` are the attempts that counted.
void put_back(db::Tx& tx, TakenJob const& job, base::Instant run_at, base::Instant now);
// Is the job asked to stop?
bool save_progress(db::Tx& tx, TakenJob const& job, std::string_view state, std::int64_t done, std::int64_t total);

}  // namespace jobs::store
