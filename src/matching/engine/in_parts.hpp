#pragma once
// Work on each of many, shared out between threads in parts. Whoever uses it puts what the threads found together in an
// order of its own, so that the answer is the same for any number of them.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

#include "matching/engine/progress.hpp"

namespace matching::engine {

// As many threads as run beside each other here, up to a few: other work goes on meanwhile.
inline unsigned threads_at_hand() {
    static constexpr unsigned kMost = 4;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
}

// Calls work(thread, i) for each i in [0, size), threads numbered from 0; number 0 is the caller's own and the only one
// that reports. A thread takes `at_once` of them after the other. False: cancelled, with some of it not done.
template <class Work>
bool in_parts(std::size_t size, unsigned threads, Progress const& progress, Work const& work,
              std::size_t at_once = 64) {
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> goes_on = true;
    auto const take_parts = [&](unsigned thread) {
        for (auto first = next.fetch_add(at_once); first < size && goes_on; first = next.fetch_add(at_once)) {
            if (thread == 0 && progress && !progress(first, size)) goes_on = false;
            for (auto i = first; i < std::min(first + at_once, size); ++i) work(thread, i);
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(take_parts, thread);
        take_parts(0);
    }
    return goes_on;
}

// Both at once where there are two threads, else one after the other. What either throws comes out here.
template <class One, class Other>
void side_by_side(unsigned threads, One one, Other other) {
    if (threads < 2) {
        one();
        other();
        return;
    }
    auto beside = std::async(std::launch::async, other);
    one();
    beside.get();
}

}  // namespace matching::engine
