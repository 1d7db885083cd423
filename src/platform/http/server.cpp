#include "platform/http/server.hpp"

#include <optional>
#include <vector>

#include <boost/asio.hpp>

#include "platform/http/session.hpp"

namespace http {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

class Server::Inside {
  public:
    Inside(ServerOptions options, Router const& router, Observe observe);

    base::Result<bool> start();
    void stop();
    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    [[nodiscard]] std::size_t open() const { return service_.open; }

  private:
    base::Result<bool> take_identity();
    base::Result<bool> listen();
    awaitable<void> accept();
    void serve(Loop& loop, tcp::socket socket);
    static void run(Loop& loop);

    Service service_;
    std::shared_ptr<TlsIdentity> tls_;
    std::vector<std::unique_ptr<Loop>> loops_;
    tcp::acceptor acceptor_;
    std::size_t next_loop_ = 0;
};

namespace {

// More than can hash passwords at once, so that a crowd signing in leaves some to everybody else.
constexpr std::size_t kFewestWorkers = 16;

ServerOptions with_defaults(ServerOptions options) {
    std::size_t const cores = std::max(1U, std::thread::hardware_concurrency());
    if (options.loops == 0) options.loops = cores;
    if (options.workers == 0) options.workers = std::max<std::size_t>(4 * cores, kFewestWorkers);
    return options;
}

std::vector<std::unique_ptr<Loop>> make_loops(std::size_t count) {
    std::vector<std::unique_ptr<Loop>> loops;
    for (std::size_t i = 0; i < count; ++i) loops.push_back(std::make_unique<Loop>());
    return loops;
}

base::Refusal cannot_listen(ServerOptions const& options, error_code error) {
    return base::conflict("cannot_listen", "cannot listen on " + options.address + ":" + std::to_string(options.port) +
                                               ": " + error.message() + "; choose another with --listen");
}

}  // namespace

base::Result<bool> check_tls(TlsFiles const& files) {
    if (!files.certificate.empty()) TRY_VOID(open_tls(files.certificate, files.key));
    return true;
}

Server::Inside::Inside(ServerOptions wanted, Router const& router, Observe observe)
    : service_{with_defaults(std::move(wanted)), router, std::move(observe)},
      loops_(make_loops(service_.options.loops)),
      acceptor_(loops_.front()->context) {}

base::Result<bool> Server::Inside::take_identity() {
    auto const& files = service_.options.tls;
    if (files.certificate.empty()) return true;
    TRY(identity, open_tls(files.certificate, files.key));
    tls_ = std::move(identity);
    service_.speaks_tls = true;
    return true;
}

base::Result<bool> Server::Inside::listen() {
    auto address =
        asio::ip::make_address(service_.options.address == "localhost" ? "127.0.0.1" : service_.options.address);
    tcp::endpoint endpoint(address, service_.options.port);
    error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return cannot_listen(service_.options, error);
    return true;
}

base::Result<bool> Server::Inside::start() {
    TRY_VOID(take_identity());
    TRY_VOID(listen());
    service_.workers = std::make_unique<Workers>(service_.options.workers, std::thread::hardware_concurrency(),
                                                 service_.options.most_waiting);
    asio::co_spawn(loops_.front()->context, accept(), asio::detached);
    for (auto& loop : loops_) loop->thread = std::thread([&loop = *loop] { run(loop); });
    return true;
}

void Server::Inside::run(Loop& loop) {
    // A throw that no session caught must not end the process (stack.md 1.4).
    for (;;) {
        try {
            loop.context.run();
            return;
        } catch (std::exception const& thrown) {
            static_cast<void>(thrown);
        }
    }
}

awaitable<void> Server::Inside::accept() {
    while (!service_.is_stopping) {
        auto& loop = *loops_[next_loop_++ % loops_.size()];
        error_code error;
        tcp::socket socket(loop.context);
        co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (service_.is_stopping) co_return;
        if (error) {
            // Out of file descriptors: wait for some to close.
            asio::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(100));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (service_.open >= service_.options.most_connections) continue;
        ++service_.open;
        auto shared = std::make_shared<tcp::socket>(std::move(socket));
        asio::post(loop.context, [this, &loop, shared] { serve(loop, std::move(*shared)); });
    }
}

void Server::Inside::serve(Loop& loop, tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    begin_session(service_, loop, tls_ ? tls_wire(std::move(socket), *tls_) : plain_wire(std::move(socket)));
}

void Server::Inside::stop() {
    if (service_.is_stopping.exchange(true) || service_.workers == nullptr) return;
    asio::post(loops_.front()->context, [this] {
        error_code ignored;
        acceptor_.close(ignored);
    });
    for (auto& loop : loops_) {
        asio::post(loop->context, [&loop = *loop] {
            for (auto* connection : loop.connections) connection->close_when_idle();
        });
    }
    auto deadline = SteadyClock::now() + service_.options.stop_time;
    while (service_.open > 0 && SteadyClock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    service_.workers.reset();
    for (auto& loop : loops_) loop->context.stop();
    for (auto& loop : loops_) loop->thread.join();
}

Server::Server(ServerOptions options, Router const& router, Observe observe)
    : inside_(std::make_unique<Inside>(std::move(options), router, std::move(observe))) {}

Server::~Server() {
    inside_->stop();
}

base::Result<bool> Server::start() {
    return inside_->start();
}

std::uint16_t Server::port() const {
    return inside_->port();
}

std::size_t Server::connections() const {
    return inside_->open();
}

void Server::stop() {
    inside_->stop();
}

}  // namespace http
