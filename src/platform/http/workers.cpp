#include "platform/http/workers.hpp"

#include <algorithm>

namespace http {

Workers::Workers(std::size_t threads, std::size_t at_once, std::size_t most_waiting)
    : at_once_(std::max<std::size_t>(1, at_once)), most_waiting_(most_waiting) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::submit(std::function<void()> work) {
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(work));
    bool const wants_one = working_ < at_once_ + joined_in_ || !is_watched_;
    lock.unlock();
    if (wants_one) changed_.notify_one();
    return true;
}

void Workers::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wait_for_turn(lock);
        if (waiting_.empty()) return;
        auto work = std::move(waiting_.front());
        waiting_.pop_front();
        last_taken_ = Clock::now();
        ++working_;
        // Whoever looked out may be the one that goes to work now.
        if (!waiting_.empty() && !is_watched_) changed_.notify_one();
        auto const taken_at = last_taken_;
        lock.unlock();
        work();
        work = nullptr;
        bool const has_waited = Clock::now() >= taken_at + kStall;
        lock.lock();
        --working_;
        if (has_waited && joined_in_ > 0) --joined_in_;
    }
}

void Workers::wait_for_turn(std::unique_lock<std::mutex>& lock) {
    while (!stopping_) {
        if (waiting_.empty()) {
            changed_.wait(lock);
            continue;
        }
        auto const stalled_at = last_taken_ + kStall;
        if (working_ < at_once_ + joined_in_) return;
        if (Clock::now() >= stalled_at) {
            ++joined_in_;
            return;
        }
        if (is_watched_) {
            changed_.wait(lock);
            continue;
        }
        is_watched_ = true;
        changed_.wait_until(lock, stalled_at);
        is_watched_ = false;
    }
}

}  // namespace http
