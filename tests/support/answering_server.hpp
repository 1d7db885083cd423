#pragma once
// A server on loopback that says one thing to everybody, whatever it is asked, and remembers what it was asked.

#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

class AnsweringServer {
  public:
    // The octets of the whole answer. `is_silent`: takes the connection and says nothing.
    explicit AnsweringServer(std::string answer, bool is_silent = false)
        : answer_(std::move(answer)), is_silent_(is_silent), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(socket_, 16);
        socklen_t length = sizeof address;
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~AnsweringServer() {
        is_over_ = true;
        thread_.join();
        ::close(socket_);
    }
    AnsweringServer(AnsweringServer const&) = delete;
    AnsweringServer& operator=(AnsweringServer const&) = delete;

    // "http://127.0.0.1:41234"
    [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::vector<std::string> asked() {
        std::lock_guard const lock(mutex_);
        return asked_;
    }

    static std::string with(std::string const& body, std::string const& status = "200 OK",
                            std::string const& more = "") {
        return "HTTP/1.1 " + status + "\r\nContent-Type: text/calendar\r\n" + more +
               "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }

  private:
    void serve() {
        while (!is_over_) {
            pollfd waiting{socket_, POLLIN, 0};
            if (::poll(&waiting, 1, 20) <= 0) continue;
            auto const client = ::accept(socket_, nullptr, nullptr);
            if (client < 0) continue;
            answer(client);
            ::close(client);
        }
    }
    void answer(int client) {
        std::string request;
        while (!is_over_ && (is_silent_ || request.find("\r\n\r\n") == std::string::npos)) {
            pollfd waiting{client, POLLIN, 0};
            if (::poll(&waiting, 1, 20) <= 0) continue;
            std::array<char, 4096> part{};
            auto const count = ::recv(client, part.data(), part.size(), 0);
            if (count <= 0) break;
            request.append(part.data(), std::size_t(count));
        }
        {
            std::lock_guard const lock(mutex_);
            asked_.push_back(request);
        }
        std::string_view rest = is_silent_ ? std::string_view() : answer_;
        while (!rest.empty()) {
            auto const sent = ::send(client, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            rest.remove_prefix(std::size_t(sent));
        }
    }

    std::string answer_;
    bool is_silent_;
    int socket_;
    std::uint16_t port_ = 0;
    std::atomic<bool> is_over_ = false;
    std::mutex mutex_;
    std::vector<std::string> asked_;
    std::thread thread_;
};

}  // namespace support
