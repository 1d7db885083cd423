#pragma once
// The threads that run handlers: ordinary blocking functions, one request on one thread. The queue is bounded, so that
// a crowd is told to come back instead of waiting for ever.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class Workers {
  public:
    Workers(std::size_t threads, std::size_t most_waiting);
    // Finishes what is queued.
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    // False when the queue is full. `work` must not throw.
    [[nodiscard]] bool submit(std::function<void()> work);

  private:
    void run();

    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable has_work_;
    std::deque<std::function<void()>> waiting_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace http
