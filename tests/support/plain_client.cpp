#include "support/plain_client.hpp"

#include <array>
#include <charconv>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace support {
namespace {

class PlainSocket {
  public:
    PlainSocket(std::uint16_t port, int seconds) : handle_(::socket(AF_INET, SOCK_STREAM, 0)) {
        timeval const patience{seconds, 0};
        ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // The interface of sockets is older than types.
        is_open_ = ::connect(handle_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    }
    PlainSocket(PlainSocket const&) = delete;
    PlainSocket& operator=(PlainSocket const&) = delete;
    ~PlainSocket() { ::close(handle_); }

    [[nodiscard]] std::string ask(std::string_view octets) const {
        std::string received;
        if (!is_open_) return received;
        while (!octets.empty()) {
            auto const sent = ::send(handle_, octets.data(), octets.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            octets.remove_prefix(static_cast<std::size_t>(sent));
        }
        std::array<char, 65536> part{};
        for (;;) {
            auto const count = ::recv(handle_, part.data(), part.size(), 0);
            if (count <= 0) return received;
            received.append(part.data(), static_cast<std::size_t>(count));
        }
    }

  private:
    int handle_;
    bool is_open_ = false;
};

}  // namespace

PlainAnswer ask_plainly(std::uint16_t port, std::string_view octets, int seconds) {
    auto const received = PlainSocket(port, seconds).ask(octets);
    PlainAnswer answer;
    auto const end = received.find("\r\n\r\n");
    if (!received.starts_with("HTTP/1.1 ") || end == std::string::npos) return answer;
    std::from_chars(received.data() + 9, received.data() + 12, answer.status);
    answer.head = received.substr(0, end);
    answer.body = received.substr(end + 4);
    return answer;
}

PlainAnswer ask(std::uint16_t port, http::Method method, std::string const& target, std::string const& body,
                std::vector<http::Header> const& headers) {
    http::Headers all;
    all.add("Host", "127.0.0.1");
    all.add("Connection", "close");
    if (!body.empty()) {
        all.add("Content-Type", "application/json");
        all.add("Content-Length", std::to_string(body.size()));
    }
    for (auto const& header : headers) all.set(header.name, header.value);
    auto octets = std::string(http::name_of(method)) + ' ' + target + " HTTP/1.1\r\n";
    for (auto const& header : all.all()) octets += header.name + ": " + header.value + "\r\n";
    return ask_plainly(port, octets + "\r\n" + body);
}

}  // namespace support
