#pragma once
// The octets of one connection, plain or TLS, with a deadline on every wait; and a request's head as Beast reads it.
// wire.cpp is the only file that knows Beast.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace http {

using Deadline = std::chrono::steady_clock::time_point;

class Wire {
  public:
    virtual ~Wire() = default;

    [[nodiscard]] virtual std::string peer_address() = 0;
    // Shakes hands where the wire is TLS; false when the peer does not.
    virtual boost::asio::awaitable<bool> open(Deadline deadline) = 0;
    // Appends what has arrived; false when nothing comes any more, or not in time.
    virtual boost::asio::awaitable<bool> read_more(std::string& to, Deadline deadline) = 0;
    // In parts of 64 KiB, each of which may take this long.
    virtual boost::asio::awaitable<bool> write(std::string_view octets, std::chrono::milliseconds a_part) = 0;
    // Says goodbye. `lingers`: first takes what the peer still sends, because closing at once over unread octets would
    // reset the connection and could destroy the answer on its way.
    virtual boost::asio::awaitable<void> close(bool lingers) = 0;
    // Nobody waits for the wire: a handler is at work.
    virtual void rest() = 0;
    // Once nothing more is to be read: called when the peer has gone, or speaks after all.
    virtual void when_peer_stirs(std::function<void()> act) = 0;
    // Ends a wait under way.
    virtual void cancel() = 0;
};

// The certificate and key of a server; one for all its wires.
class TlsIdentity;
// PEM files. Refusal: `tls_unreadable`, with which of the two it is, and why.
base::Result<std::shared_ptr<TlsIdentity>> open_tls(std::string const& certificate, std::string const& key);

std::unique_ptr<Wire> plain_wire(boost::asio::ip::tcp::socket socket);
std::unique_ptr<Wire> tls_wire(boost::asio::ip::tcp::socket socket, TlsIdentity& identity);

struct Head {
    std::string method;
    std::string target;
    Headers headers;
    int minor = 1;  // of HTTP/1.x
    bool keeps_alive = true;
};
// Of a head that HeadReader has let pass. Nothing when Beast thinks otherwise.
std::optional<Head> parse_head(std::string_view octets, std::size_t most_octets);

}  // namespace http
