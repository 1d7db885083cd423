#pragma once
// Work on each of many, shared out between threads in parts. Whoever uses it puts what the threads found together in an
// order of its own, so that the answer is the same for any number of them.

#include <algorithm>
#include <atomic>
#include <cstddef>
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
// that reports. False: cancelled, with some of it not done.
template <class Work>
bool in_parts(std::size_t size, unsigned threads, Progress const& progress, Work const& work) {
    static constexpr std::size_t kAtOnce = 64;
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> goes_on = true;
    auto const take_parts = [&](unsigned thread) {
        for (auto first = next.fetch_add(kAtOnce); first < size && goes_on; first = next.fetch_add(kAtOnce)) {
            if (thread == 0 && progress && !progress(first, size)) goes_on = false;
            for (auto i = first; i < std::min(first + kAtOnce, size); ++i) work(thread, i);
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(take_parts, thread);
        take_parts(0);
    }
    return goes_on;
}

}  // namespace matching::engine
