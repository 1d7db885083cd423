#pragma once
// The HTTP/1.1 server. Connections are coroutines on one event loop per core; handlers are ordinary functions on the
// workers. Boost.Asio stays in server, session and wire, Beast in wire.cpp alone.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "platform/http/framing.hpp"
#include "platform/http/proxy.hpp"
#include "platform/http/route.hpp"

namespace http {

struct TlsFiles {
    std::string certificate;  // PEM, with its chain
    std::string key;          // PEM
};

// Refusal: `tls_unreadable`, in a sentence that names the file. No files at all are plain HTTP.
base::Result<bool> check_tls(TlsFiles const& files);

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    TlsFiles tls = {};          // empty: plain HTTP
    bool is_public_https = false;
    TrustedProxies proxies = {};

    std::size_t loops = 0;    // 0: one per core
    std::size_t workers = 0;  // 0: four per core, at least sixteen
    std::size_t most_waiting = 512;
    std::size_t most_connections = 4096;

    HeadLimits head = {};
    std::chrono::milliseconds idle{75'000};          // between requests
    std::chrono::milliseconds head_time{10'000};     // for a whole head
    std::chrono::milliseconds body_time{15'000};     // for a body, and one second more per `body_rate` octets received
    std::size_t body_rate = std::size_t{16} << 10U;  // octets a second
    std::chrono::milliseconds write_time{15'000};    // for every 64 KiB of an answer
    std::chrono::milliseconds heartbeat{15'000};     // of an event stream
    std::chrono::milliseconds stop_time{10'000};     // for requests under way when the server stops
};

// What is told about each answer, for log and metrics: the route's template, never the path or the query.
struct Answered {
    std::string_view method;
    std::string_view route;
    int status = 0;
    std::size_t octets = 0;
    std::chrono::microseconds took{};
    std::string_view request_id;
    std::string_view client_address;
    std::string_view broken;  // what was thrown, for the log alone
};
using Observe = std::function<void(Answered const&)>;

class Server {
  public:
    // The router must outlive the server.
    Server(ServerOptions options, Router const& router, Observe observe = {});
    // Stops.
    ~Server();

    // Listens and serves from now on. Refusals: `tls_unreadable`; `cannot_listen`, when the address is taken or not
    // this machine's.
    base::Result<bool> start();
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;
    // Accepts no more, closes idle connections and streams, lets requests under way finish, then returns.
    void stop();

  private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace http
