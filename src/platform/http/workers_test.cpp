#include "platform/http/workers.hpp"

#include <atomic>
#include <future>
#include <latch>

#include <gtest/gtest.h>

namespace {

TEST(Workers, finish_what_is_queued_before_they_go) {
    std::atomic<int> done = 0;
    {
        http::Workers workers(4, 2, 1000);
        for (int i = 0; i < 1000; ++i) ASSERT_TRUE(workers.submit([&] { ++done; }));
    }
    EXPECT_EQ(done, 1000);
}

TEST(Workers, tell_a_crowd_to_come_back) {
    std::promise<void> leave;
    auto const left = leave.get_future().share();
    std::latch begun(1);
    http::Workers workers(1, 1, 1);
    ASSERT_TRUE(workers.submit([&] {
        begun.count_down();
        left.wait();
    }));
    begun.wait();
    EXPECT_TRUE(workers.submit([] {}));
    EXPECT_FALSE(workers.submit([] {}));
    leave.set_value();
}

// Each of these waits for the next: only when every thread joins in does any of them end.
TEST(Workers, join_in_when_those_at_work_wait_themselves) {
    constexpr int kThreads = 6;
    std::latch all_here(kThreads);
    std::atomic<int> done = 0;
    {
        http::Workers workers(kThreads, 1, 100);
        for (int i = 0; i < kThreads; ++i)
            ASSERT_TRUE(workers.submit([&] {
                all_here.arrive_and_wait();
                ++done;
            }));
    }
    EXPECT_EQ(done, kThreads);
}

// Those who wait for something slow leave their places to others, who do not have to wait for a stall each.
TEST(Workers, keep_moving_while_some_wait_for_something_slow) {
    std::promise<void> leave;
    auto const left = leave.get_future().share();
    http::Workers workers(8, 2, 1000);
    for (int i = 0; i < 6; ++i) ASSERT_TRUE(workers.submit([&] { left.wait(); }));
    constexpr int kQuick = 200;
    std::latch all(kQuick);
    auto const began = std::chrono::steady_clock::now();
    for (int i = 0; i < kQuick; ++i) ASSERT_TRUE(workers.submit([&] { all.count_down(); }));
    all.wait();
    EXPECT_LT(std::chrono::steady_clock::now() - began, kQuick * http::Workers::kStall / 2);
    leave.set_value();
}

// A burst, a pause and another burst: nobody sleeps over work, whoever was looking out last.
TEST(Workers, take_up_every_burst) {
    http::Workers workers(8, 2, 1000);
    for (int burst = 0; burst < 200; ++burst) {
        std::latch all(20);
        for (int i = 0; i < 20; ++i) ASSERT_TRUE(workers.submit([&] { all.count_down(); }));
        all.wait();
    }
}

}  // namespace
