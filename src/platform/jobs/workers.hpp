#pragma once
// Threads that do what is due for as long as the server runs.

#include <functional>
#include <memory>

#include "platform/jobs/board.hpp"

namespace jobs {

class Workers {
  public:
    // `round` runs in a thread of its own about once a second and after each nudge: the dispatcher and the schedule.
    Workers(Board& board, db::Database& database, int threads, std::function<void()> round);
    // Waits for the jobs in hand; what they have not finished is taken again when its lease runs out.
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    // There is something to do: do not wait out the second.
    void nudge();

  private:
    class Crew;
    std::shared_ptr<Crew> crew_;
};

}  // namespace jobs
