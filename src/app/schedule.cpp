#include "app/schedule.hpp"

#include <array>

#include "platform/db/kept_answers.hpp"

namespace app {

namespace {

using std::chrono::hours;

constexpr jobs::Kind<jobs::Nothing> kTidy{"house.tidy"};

constexpr std::array kSchedule{
    jobs::ScheduleLine{"tidy", kTidy, hours(1)},
};

}  // namespace

std::span<jobs::ScheduleLine const> schedule() {
    return kSchedule;
}

void add_job_handlers(jobs::Board& board, access::Tools& tools) {
    board.on(kTidy, [&tools](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        db::forget_old_answers(tx, tools.clock.wall());
        jobs::forget_ended_before(tx, work.now() - hours(24 * 7));
        return true;
    });
}

}  // namespace app
