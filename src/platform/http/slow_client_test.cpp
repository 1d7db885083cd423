// Clients that do not send, do not read, come in crowds or go away.
#include <future>
#include <thread>

#include <gtest/gtest.h>

#include "support/raw_server.hpp"

namespace {

using namespace support;
using namespace std::chrono_literals;

TEST_F(AServer, cuts_slow_clients_and_serves_the_others) {
    options_.head_time = 400ms;
    options_.body_time = 400ms;
    options_.idle = 400ms;
    auto port = start();
    std::vector<std::unique_ptr<Wire>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<Wire>(port));
        if (i % 3 == 0) slow.back()->send("GET /api/hello HTTP/1.1\r\nHost:");
        if (i % 3 == 1)
            slow.back()->send(
                "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhe");
    }
    auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(status_in(answer_to(kLastHello)), 200);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 300ms);
    std::this_thread::sleep_for(1500ms);
    EXPECT_EQ(server_->connections(), 0U);
    for (auto& wire : slow) wire->read_all(100ms);
    for (auto& wire : slow) EXPECT_TRUE(wire->is_closed());
    EXPECT_EQ(echoes_, 0);
}

TEST_F(AServer, cuts_who_does_not_read) {
    options_.write_time = 300ms;
    Wire wire(start());
    for (int i = 0; i < 20; ++i) wire.send("GET /api/long HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(1500ms);
    EXPECT_EQ(server_->connections(), 0U);
}

TEST_F(AServer, tells_a_crowd_to_come_back) {
    options_.workers = 1;
    options_.most_waiting = 2;
    auto port = start();
    std::vector<std::unique_ptr<Wire>> crowd;
    for (int i = 0; i < 12; ++i) {
        crowd.push_back(std::make_unique<Wire>(port));
        crowd.back()->send("GET /api/slow HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    int served = 0;
    int sent_away = 0;
    for (auto& wire : crowd) {
        auto answer = wire->read_answer();
        served += status_in(answer) == 200 ? 1 : 0;
        bool is_told = status_in(answer) == 503 && answer.find("\r\nRetry-After: 1\r\n") != std::string::npos;
        sent_away += is_told ? 1 : 0;
    }
    EXPECT_GE(served, 2);
    EXPECT_GE(sent_away, 1);
    EXPECT_EQ(served + sent_away, 12);
}

TEST_F(AServer, forgets_a_stream_as_soon_as_its_reader_has_gone) {
    auto port = start();
    {
        Wire wire(port);
        wire.send("GET /api/hints HTTP/1.1\r\nHost: a\r\n\r\n");
        wire.read_until([](std::string const& text) { return text.find(": open\n\n") != std::string::npos; });
        EXPECT_EQ(hub_.count(), 1U);
    }
    auto const until = std::chrono::steady_clock::now() + 5s;
    while (hub_.count() > 0 && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(10ms);
    EXPECT_EQ(hub_.count(), 0U);
}

TEST_F(AServer, finishes_what_is_under_way_when_it_stops) {
    auto port = start();
    Wire busy(port);
    Wire idle(port);
    Wire listening(port);
    EXPECT_EQ(status_in(idle.send(kHello).read_answer()), 200);
    listening.send("GET /api/hints HTTP/1.1\r\nHost: a\r\n\r\n");
    listening.read_until([](std::string const& text) { return text.find(": open") != std::string::npos; });
    busy.send("GET /api/slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    auto stopped = std::async(std::launch::async, [&] { server_->stop(); });
    auto answer = busy.read_answer();
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_EQ(stopped.wait_for(5s), std::future_status::ready);
    idle.read_all();
    listening.read_all();
    EXPECT_TRUE(idle.is_closed());
    EXPECT_TRUE(listening.is_closed());
}

}  // namespace
