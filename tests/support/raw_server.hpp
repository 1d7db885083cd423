#pragma once
// A real server on a real socket, and a client that sends it any octets.

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/pages.hpp"
#include "platform/http/server.hpp"
#include "platform/http/stream.hpp"

namespace support {

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
    std::string read_until(End end, std::chrono::milliseconds most = std::chrono::seconds(5)) {
        auto deadline = std::chrono::steady_clock::now() + most;
        while (!end(received_)) {
            auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            pollfd waiting{socket_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) break;
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
    std::string read_all(std::chrono::milliseconds most = std::chrono::seconds(5)) {
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

inline int status_in(std::string const& answer) {
    return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
}

inline std::size_t answers_in(std::string const& received) {
    std::size_t count = 0;
    for (auto at = received.find("HTTP/1.1 "); at != std::string::npos; at = received.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
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
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
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
    std::string answer_to(std::string_view octets) {
        return Wire(server_->port()).send(octets).read_all(std::chrono::seconds(2));
    }

    static http::Route route(http::Method method, std::string path, http::Handler handler) {
        http::Route made;
        made.method = method;
        made.path = std::move(path);
        made.handler = std::move(handler);
        return made;
    }

    http::ServerOptions options_;
    http::Router router_;
    http::Hub hub_;
    std::atomic<int> echoes_ = 0;
    std::mutex mutex_;
    std::vector<std::string> told_;
    std::unique_ptr<http::Server> server_;
};

inline constexpr std::string_view kHello = "GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n";
inline constexpr std::string_view kLastHello = "GET /api/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

}  // namespace support
