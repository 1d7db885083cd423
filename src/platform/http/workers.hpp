#pragma once
// The threads that run handlers: ordinary blocking functions, one request on one thread. The queue is bounded, so that
// a crowd is told to come back instead of waiting for ever.
//
// More threads than cores are kept, because a handler may wait (for a disk, a password hash, another server). But only
// as many as there are cores are woken while work moves on: threads that push each other off a core cost more than half
// of what a quick read costs. When nothing has been taken up for kStall though something waits, those at work are
// waiting themselves, and one more joins in, until one of those is through.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class Workers {
  public:
    static constexpr std::chrono::milliseconds kStall{5};

    // Keeps `threads` threads, of which `at_once` work while work moves on (at least one of each).
    Workers(std::size_t threads, std::size_t at_once, std::size_t most_waiting);
    // Finishes what is queued.
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    // False when the queue is full. `work` must not throw.
    [[nodiscard]] bool submit(std::function<void()> work);

  private:
    using Clock = std::chrono::steady_clock;

    void run();
    // Returns holding the lock, with something to take up; or with nothing, when it is time to go.
    void wait_for_turn(std::unique_lock<std::mutex>& lock);

    std::size_t at_once_;
    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    std::size_t working_ = 0;
    std::size_t joined_in_ = 0;  // above at_once_, for those who wait
    bool is_watched_ = false;    // one idle thread looks out for a stall
    Clock::time_point last_taken_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace http
