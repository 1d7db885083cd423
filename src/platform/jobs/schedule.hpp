#pragma once
// What happens by itself: every so often one job an organisation. Slots are counted from a fixed beginning, so that
// every node and every restart sees the same ones, and a slot that was slept through is made up for once.

#include <span>
#include <string_view>

#include "platform/jobs/job.hpp"

namespace jobs {

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct ScheduleLine {
    std::string_view name;
    Kind<Nothing> kind;
    base::Duration period;
    base::Duration offset{0};  // into the period: 2 h of a day is 02:00 UTC
};

// Queues what has fallen due since the last time. True when anything has.
bool queue_scheduled(db::Tx& tx, base::AnyId organisation, std::span<ScheduleLine const> lines, base::Instant now);

}  // namespace jobs
