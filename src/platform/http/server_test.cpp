// A real server on a real socket: bad requests, slow ones, many at once.
#include "platform/http/server.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <thread>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/pages.hpp"
#include "platform/http/stream.hpp"

namespace {

using namespace std::chrono_literals;

// A client that sends any octets and reads what comes back, with no idea of HTTP.
class Wire {
  public:
    explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) ADD_FAILURE() << "connect";
    }
    ~Wire() { ::close(socket_); }
    Wire(Wire const&) = delete;
    Wire& operator=(Wire const&) = delete;

    Wire& send(std::string_view octets) {
        while (!octets.empty()) {
            auto sent = ::send(socket_, octets.data(), octets.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            octets.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }
    // Until `end` says so, the server closes, or the time is over.
    template <class End>
    std::string read_until(End end, std::chrono::milliseconds most = 5s) {
        auto deadline = std::chrono::steady_clock::now() + most;
        while (!end(received_)) {
            auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            pollfd waiting{socket_, POLLIN, 0};
            if (left <= 0ms || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) break;
            std::array<char, 65536> part{};
            auto count = ::recv(socket_, part.data(), part.size(), 0);
            if (count <= 0) {
                is_closed_ = true;
                break;
            }
            received_.append(part.data(), static_cast<std::size_t>(count));
        }
        return received_;
    }
    std::string read_all(std::chrono::milliseconds most = 5s) {
        return read_until([](std::string const&) { return false; }, most);
    }
    // One whole answer with its Content-Length, taken off what was received.
    std::string read_answer() {
        auto length_of = [](std::string const& text) {
            auto head = text.find("\r\n\r\n");
            if (head == std::string::npos) return std::string::npos;
            auto at = text.find("Content-Length: ");
            auto body = at < head ? std::stoul(text.substr(at + 16)) : 0;
            return head + 4 + body;
        };
        read_until([&](std::string const& text) {
            auto length = length_of(text);
            return length != std::string::npos && text.size() >= length;
        });
        auto length = std::min(length_of(received_), received_.size());
        auto answer = received_.substr(0, length);
        received_.erase(0, length);
        return answer;
    }
    [[nodiscard]] bool is_closed() const { return is_closed_; }

  private:
    int socket_;
    std::string received_;
    bool is_closed_ = false;
};

int status_in(std::string const& answer) {
    return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
}

std::size_t answers_in(std::string const& received) {
    std::size_t count = 0;
    for (auto at = received.find("HTTP/1.1 "); at != std::string::npos; at = received.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

http::Route route(http::Method method, std::string path, http::Handler handler) {
    http::Route made;
    made.method = method;
    made.path = std::move(path);
    made.handler = std::move(handler);
    return made;
}

class AServer : public testing::Test {
  protected:
    AServer() {
        router_.add(route(http::Method::get, "/api/hello", [](http::Request const& request) {
            return base::Result<http::Response>(http::json("{\"from\":\"" + request.client_address + "\"}"));
        }));
        router_.add(route(http::Method::get, "/api/long", [](http::Request const&) {
            return base::Result<http::Response>(http::json("\"" + std::string(3'000'000, 'a') + "\""));
        }));
        auto echo = route(http::Method::post, "/api/echo", [this](http::Request const& request) {
            ++echoes_;
            return base::Result<http::Response>(http::text(request.body));
        });
        echo.content_types = {"text/plain"};
        echo.body_limit = 100'000;
        router_.add(echo);
        router_.add(route(http::Method::get, "/api/broken", [](http::Request const&) -> base::Result<http::Response> {
            throw std::runtime_error("a secret of the inside");
        }));
        router_.add(route(http::Method::get, "/api/slow", [](http::Request const&) {
            std::this_thread::sleep_for(300ms);
            return base::Result<http::Response>(http::json("{}"));
        }));
        router_.add(
            route(http::Method::get, "/api/hints", [this](http::Request const&) -> base::Result<http::Response> {
                http::Response response;
                response.stream = hub_.listen({{}, {}, [](http::Hint const&) { return true; }, {}});
                return response;
            }));
        router_.set_pages(http::pages());
        options_.port = 0;
        options_.loops = 2;
        options_.workers = 4;
    }

    std::uint16_t start() {
        server_ = std::make_unique<http::Server>(options_, router_, [this](http::Answered const& answered) {
            std::lock_guard lock(mutex_);
            told_.push_back(std::string(answered.route) + " " + std::to_string(answered.status) + " " +
                            std::string(answered.broken));
        });
        server_->start().value();
        return server_->port();
    }
    std::string answer_to(std::string_view octets) { return Wire(server_->port()).send(octets).read_all(2s); }

    http::ServerOptions options_;
    http::Router router_;
    http::Hub hub_;
    std::atomic<int> echoes_ = 0;
    std::mutex mutex_;
    std::vector<std::string> told_;
    std::unique_ptr<http::Server> server_;
};

constexpr std::string_view kHello = "GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr std::string_view kLastHello = "GET /api/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

}  // namespace

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
    options_.tls.key = folder + "/gone.pem";
    EXPECT_THROW(http::Server(options_, router_), std::exception);
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
