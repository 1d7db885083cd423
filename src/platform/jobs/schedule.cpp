#include "platform/jobs/schedule.hpp"

namespace jobs {

namespace {

base::Instant slot_of(ScheduleLine const& line, base::Instant now) {
    auto const since = now.microseconds - line.offset.count();
    return {since - since % line.period.count() + line.offset.count()};
}

}  // namespace

bool queue_scheduled(db::Tx& tx, base::AnyId organisation, std::span<ScheduleLine const> lines, base::Instant now) {
    bool is_any_due = false;
    for (auto const& line : lines) {
        auto const slot = slot_of(line, now);
        auto const last = tx.value<base::Instant>(
            "SELECT last_slot_at FROM schedule_runs WHERE organisation_id = $1 AND name = $2", organisation, line.name);
        if (last && *last >= slot) continue;
        queue(tx, organisation, line.kind, Nothing{}, {.now = now, .unique_key = std::string(line.name)});
        tx.run(R"(INSERT INTO schedule_runs (organisation_id, name, last_slot_at) VALUES ($1, $2, $3)
                  ON CONFLICT (organisation_id, name) DO UPDATE SET last_slot_at = excluded.last_slot_at)",
               organisation, line.name, slot);
        is_any_due = true;
    }
    return is_any_due;
}

}  // namespace jobs
