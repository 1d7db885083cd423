#pragma once
// What happens by itself, one line each; and who does which kind of job.

#include "access/call.hpp"
#include "notice/delivery.hpp"
#include "platform/jobs/board.hpp"
#include "platform/jobs/schedule.hpp"

namespace app {

std::span<jobs::ScheduleLine const> schedule();

void add_job_handlers(jobs::Board& board, access::Tools& tools, notice::Delivery& delivery);

}  // namespace app
