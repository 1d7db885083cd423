// Octets that are no request, or nearly one.
#include <gtest/gtest.h>

#include "support/raw_server.hpp"

namespace {

using namespace support;
using namespace std::chrono_literals;

TEST_F(AServer, refuses_the_sixteen_bad_requests_once_and_closes) {
    start();
    std::string const hello = "\r\n\r\nhello";
    std::string const smuggled = "GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n";
    auto post = [](std::string fields) {
        return "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n" + fields;
    };
    std::vector<std::pair<std::string, int>> const bad{
        {post("Transfer-Encoding: gzip\r\nContent-Length: 5" + hello), 400},
        {post("Content-Length: 5\r\nTransfer-Encoding: chunked" + hello), 400},
        {post("Transfer-Encoding: xchunked" + hello), 400},
        {post("Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"), 400},
        {post("Transfer-Encoding:\tchunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"), 400},
        {post("Content-Length: 5\r\nContent-Length: 6" + hello), 400},
        {post("Content-Length: 5, 5" + hello), 400},
        {post("Content-Length: +5" + hello), 400},
        {"GET /api/hello HTTP/1.1\r\n\r\n", 400},
        {"GET /api/hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET /api/hello HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        {"GET /api/hello HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400},
        {"GET /api/hello HTTP/1.1\nHost: a\n\n", 400},
        {"GET /api/hello\r\n\r\n", 400},
        {"GET http://a/api/hello HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"GET /api/hello HTTP/1.1\r\nHost: a\r\nA: " + std::string(200'000, 'a') + "\r\n\r\n", 431},
    };
    for (auto const& [octets, status] : bad) {
        auto received = answer_to(octets + smuggled);
        EXPECT_EQ(status_in(received), status) << octets.substr(0, 200) << received;
        EXPECT_EQ(answers_in(received), 1U) << octets.substr(0, 200);
        EXPECT_NE(received.find("\r\nConnection: close\r\n"), std::string::npos);
    }
    EXPECT_EQ(echoes_, 0);
    EXPECT_EQ(status_in(answer_to(kLastHello)), 200);
}

TEST_F(AServer, survives_the_trailer_probes) {
    start();
    std::string const head =
        "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
    std::string const long_line(4'000'000, 'a');
    for (auto const& chunks :
         {"0\r\nX: " + long_line + "\r\n\r\n", "5\r\nhello\r\n0\r\nX: " + long_line + "\r\n\r\n",
          "5;x=" + long_line + "\r\nhello\r\n0\r\n\r\n", long_line + "\r\n", "0\r\n" + std::string(1'000'000, '\n')}) {
        EXPECT_EQ(status_in(answer_to(head + chunks)), 400);
        EXPECT_EQ(status_in(answer_to(kLastHello)), 200);
    }
    EXPECT_EQ(echoes_, 0);
}

TEST_F(AServer, reads_bodies_however_they_are_cut) {
    Wire wire(start());
    wire.send("POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (char letter : std::string_view("5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n")) wire.send(std::string(1, letter));
    EXPECT_TRUE(wire.read_answer().ends_with("\r\n\r\nhello!"));
    wire.send("POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhel");
    wire.send("lo").send(kHello);
    EXPECT_TRUE(wire.read_answer().ends_with("\r\n\r\nhello"));
    EXPECT_EQ(status_in(wire.read_answer()), 200);
}

TEST_F(AServer, refuses_a_body_too_large_before_reading_it) {
    start();
    std::string const head = "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n";
    EXPECT_EQ(status_in(answer_to(head + "Content-Length: 100001\r\n\r\n")), 413);
    EXPECT_EQ(status_in(answer_to(head + "Content-Length: 100001\r\n\r\n" + std::string(100'001, 'a'))), 413);
    EXPECT_EQ(status_in(answer_to(head + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n")), 413);
    EXPECT_EQ(status_in(answer_to(head + "Expect: 100-continue\r\nContent-Length: 100001\r\n\r\n")), 413);
    EXPECT_EQ(status_in(answer_to("POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")), 415);
    EXPECT_EQ(echoes_, 0);
    Wire wire(server_->port());
    wire.send(head + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    EXPECT_EQ(wire.read_answer(), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(status_in(wire.send("hello").read_answer()), 200);
}

TEST_F(AServer, lets_no_method_trick_reach_another_handler) {
    start();
    auto status = [&](std::string_view method, std::string_view path) {
        return status_in(answer_to(std::string(method).append(" ").append(path).append(
            " HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: POST\r\nConnection: close\r\n\r\n")));
    };
    for (auto const* method : {"OPTIONS", "TRACE", "CONNECT", "FOO", "get", "POST"})
        EXPECT_EQ(status(method, "/api/hello"), 405) << method;
    EXPECT_EQ(status("GET", "/api/hello/"), 404);
    EXPECT_EQ(status("GET", "/api//hello"), 400);
    EXPECT_EQ(status("GET", "/api/%68ello"), 400);
    EXPECT_EQ(status("GET", "/api/hello;a=b"), 400);
    EXPECT_EQ(status("GET", "/api/x/../hello"), 400);
    EXPECT_EQ(status("GET", "/API/hello"), 200) << "a page, not the route";
    EXPECT_EQ(echoes_, 0);
}

}  // namespace
