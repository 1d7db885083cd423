// What every answer of a real server has.
#include "platform/http/server.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/raw_server.hpp"

namespace {

using namespace support;
using namespace std::chrono_literals;

TEST_F(AServer, says_so_when_the_address_is_taken) {
    options_.port = start();
    http::Server second(options_, router_);
    auto const started = second.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.refusal().code, "cannot_listen");
    EXPECT_NE(started.refusal().detail.find(std::to_string(options_.port)), std::string::npos);
    EXPECT_EQ(answer_to(kLastHello).substr(0, 15), "HTTP/1.1 200 OK") << "the first goes on";
}

TEST_F(AServer, answers_with_security_headers_on_every_answer) {
    start();
    for (auto const* path : {"/api/hello", "/api/nothing", "/api/broken", "/some/page", "/%2e", "/assets/none.js"}) {
        auto answer = answer_to("GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        for (auto const* header :
             {"\r\nContent-Security-Policy: default-src ", "\r\nX-Content-Type-Options: nosniff\r\n",
              "frame-ancestors 'none'", "\r\nReferrer-Policy: no-referrer\r\n", "\r\nCache-Control: no-store\r\n",
              "\r\nX-Request-Id: ", "\r\nDate: "})
            EXPECT_NE(answer.find(header), std::string::npos) << path << header << answer;
    }
}

TEST_F(AServer, keeps_the_connection_and_the_order_of_pipelined_requests) {
    Wire wire(start());
    std::string thousand;
    for (int i = 0; i < 1000; ++i) thousand += kHello;
    std::thread sender([&] { wire.send(thousand); });
    int good = 0;
    for (int i = 0; i < 1000; ++i) good += status_in(wire.read_answer()) == 200 ? 1 : 0;
    sender.join();
    EXPECT_EQ(good, 1000);
    EXPECT_FALSE(wire.is_closed());
}

TEST_F(AServer, answers_head_like_get_without_the_body) {
    start();
    auto answer = answer_to("HEAD /api/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_NE(answer.find("\r\nContent-Length: 20\r\n"), std::string::npos) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(AServer, says_not_modified_to_who_has_it) {
    Wire wire(start());
    auto first = wire.send(kHello).read_answer();
    auto at = first.find("ETag: ") + 6;
    auto tag = first.substr(at, first.find("\r\n", at) - at);
    auto second =
        wire.send("GET /api/hello HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\", " + tag + "\r\n\r\n").read_answer();
    EXPECT_EQ(status_in(second), 304);
    EXPECT_NE(second.find(tag), std::string::npos);
    EXPECT_NE(second.find("nosniff"), std::string::npos);
    EXPECT_TRUE(second.ends_with("\r\n\r\n"));
}

TEST_F(AServer, compresses_what_is_worth_it) {
    Wire wire(start());
    auto answer =
        wire.send("GET /api/long HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, br;q=0.9\r\n\r\n").read_answer();
    EXPECT_NE(answer.find("\r\nContent-Encoding: gzip\r\n"), std::string::npos);
    EXPECT_LT(answer.size(), 20'000U);
    EXPECT_EQ(wire.send(kHello).read_answer().find("Content-Encoding"), std::string::npos);
    EXPECT_GT(wire.send("GET /api/long HTTP/1.1\r\nHost: a\r\n\r\n").read_answer().size(), 3'000'000U);
}

TEST_F(AServer, tells_nothing_of_the_inside_when_it_breaks) {
    start();
    auto answer = answer_to("GET /api/broken HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status_in(answer), 500);
    EXPECT_EQ(answer.find("secret"), std::string::npos);
    EXPECT_EQ(told_, (std::vector<std::string>{"/api/broken 500 a secret of the inside"}));
    EXPECT_EQ(status_in(answer_to(kLastHello)), 200);
}

TEST_F(AServer, streams_hints_and_closes_on_demand) {
    Wire wire(start());
    wire.send("GET /api/hints HTTP/1.1\r\nHost: a\r\n\r\n");
    auto opened = wire.read_until([](std::string const& text) { return text.find(": open\n\n") != std::string::npos; });
    EXPECT_NE(opened.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    hub_.publish({{}, "people.imported", {}});
    auto heard =
        wire.read_until([](std::string const& text) { return text.find("people.imported") != std::string::npos; });
    EXPECT_NE(heard.find("data: {\"kind\":\"people.imported\",\"id\":\"00000000-"), std::string::npos);
    hub_.close_all();
    wire.read_all();
    EXPECT_TRUE(wire.is_closed());
}

TEST_F(AServer, speaks_tls_when_it_has_a_certificate) {
    std::string folder = testing::TempDir() + "/obverse-tls-" + std::to_string(::getpid());
    std::filesystem::create_directories(folder);
    auto const make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost "
        "-keyout " +
        folder + "/key.pem -out " + folder + "/certificate.pem 2>/dev/null";
    ASSERT_EQ(std::system(make.c_str()), 0);
    options_.tls = {folder + "/certificate.pem", folder + "/key.pem"};
    auto port = std::to_string(start());
    auto const ask = "curl -s --cacert " + folder + "/certificate.pem --max-time 5 --resolve localhost:" + port +
                     ":127.0.0.1 https://localhost:" + port + "/api/hello > " + folder + "/answer";
    EXPECT_EQ(std::system(ask.c_str()), 0);
    std::ifstream answer(folder + "/answer");
    std::string text;
    std::getline(answer, text);
    EXPECT_EQ(text, "{\"from\":\"127.0.0.1\"}");
    EXPECT_EQ(answer_to(kLastHello), "") << "plain HTTP gets nothing";
    std::filesystem::remove_all(folder);
}

TEST_F(AServer, refuses_in_a_sentence_what_is_no_certificate_or_not_its_key) {
    auto const folder = testing::TempDir() + "/obverse-tls-wrong-" + std::to_string(::getpid());
    auto const certificate = folder + "/certificate.pem";
    std::filesystem::create_directories(folder);
    auto const make = [&](std::string const& more) {
        return "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 2 -subj /CN=localhost " + more +
               " 2>/dev/null";
    };
    auto const other = folder + "/other.pem";
    auto const locked = folder + "/locked.pem";
    ASSERT_EQ(std::system(make("-nodes -keyout " + other + " -out " + folder + "/others.pem").c_str()), 0);
    ASSERT_EQ(std::system(make("-passout pass:words -keyout " + locked + " -out " + certificate).c_str()), 0);
    auto const sentence = [&](http::TlsFiles const& files) {
        options_.tls = files;
        auto const started = http::Server(options_, router_).start();
        EXPECT_EQ(started ? "" : started.refusal().code, "tls_unreadable");
        return started ? "" : started.refusal().detail;
    };
    EXPECT_THAT(sentence({other, other}), testing::StartsWith("tls_certificate: " + other)) << "a key";
    for (auto const& key : {certificate, other, locked, folder + "/gone.pem", folder})
        EXPECT_THAT(sentence({certificate, key}), testing::StartsWith("tls_key: " + key));
    std::filesystem::remove_all(folder);
}

TEST_F(AServer, believes_only_trusted_proxies) {
    std::string const forged =
        "GET /api/hello HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 10.0.0.9\r\nConnection: close\r\n\r\n";
    start();
    EXPECT_NE(answer_to(forged).find("\"from\":\"127.0.0.1\""), std::string::npos);
    server_.reset();
    options_.proxies = *http::TrustedProxies::parse({"127.0.0.0/8", "10.0.0.0/8"});
    start();
    EXPECT_NE(answer_to(forged).find("\"from\":\"6.6.6.6\""), std::string::npos);
}

TEST(TrustedProxies, are_addresses_and_networks) {
    auto proxies = *http::TrustedProxies::parse({"10.1.0.0/15", "fd00::/8", "::1"});
    EXPECT_TRUE(proxies.trusts("10.0.255.255"));
    EXPECT_TRUE(proxies.trusts("::ffff:10.1.2.3"));
    EXPECT_FALSE(proxies.trusts("10.2.0.0"));
    EXPECT_TRUE(proxies.trusts("fd12::9"));
    EXPECT_FALSE(proxies.trusts("nonsense"));
    for (auto const* wrong : {"10.0.0.0/33", "10.0.0", "x", "10.0.0.0/", "10.0.0.0/8x"})
        EXPECT_FALSE(http::TrustedProxies::parse({wrong})) << wrong;
    EXPECT_TRUE(http::is_loopback("127.3.2.1"));
    EXPECT_TRUE(http::is_loopback("::1"));
    EXPECT_FALSE(http::is_loopback("0.0.0.0"));
}

}  // namespace
