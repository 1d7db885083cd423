#include "platform/http/server.hpp"

#include <atomic>
#include <optional>
#include <set>
#include <thread>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <sodium.h>

#include "platform/http/finish.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/stream.hpp"
#include "platform/http/workers.hpp"
#include "platform/meta_text.hpp"

namespace http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;
using Deadline = SteadyClock::time_point;
using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

namespace {

constexpr std::size_t kReadSize = std::size_t{16} << 10U;
constexpr std::size_t kWriteSize = std::size_t{64} << 10U;
constexpr std::size_t kMostLinger = std::size_t{256} << 10U;
constexpr auto kLingerTime = std::chrono::seconds(2);

std::string make_request_id() {
    std::array<unsigned char, 12> octets{};
    randombytes_buf(octets.data(), octets.size());
    auto id = meta::to_base64(octets);
    for (auto& letter : id)
        if (letter == '+' || letter == '/') letter = letter == '+' ? '-' : '_';
    return id;
}

// What a connection asks its loop for.
class Connection {
  public:
    virtual ~Connection() = default;
    // Runs in the loop's thread.
    virtual void close_when_idle() = 0;
};

}  // namespace

// One event loop with its thread and the connections that live on it.
struct Loop {
    // Only touched by this loop's thread; outlives the context, whose end destroys the last of them.
    std::set<Connection*> connections;
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    std::thread thread;
};

class Server::Inside {
  public:
    Inside(ServerOptions options, Router const& router, Observe observe);

    void start();
    void stop();
    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

    ServerOptions options;
    Router const& router;
    Observe observe;
    std::atomic<bool> is_stopping = false;
    std::atomic<std::size_t> open = 0;
    std::unique_ptr<Workers> workers;
    std::optional<ssl::context> tls;

  private:
    awaitable<void> accept();
    void serve(Loop& loop, tcp::socket socket);
    static void run(Loop& loop);

    std::vector<std::unique_ptr<Loop>> loops_;
    tcp::acceptor acceptor_;
    std::size_t next_loop_ = 0;
};

namespace {

// One connection from accept to close: requests one after the other.
template <class Socket>
class Session final : public Connection {
  public:
    template <class... Arguments>
    Session(Server::Inside& server, Loop& loop, Arguments&&... arguments)
        : server_(server), loop_(loop), socket_(std::forward<Arguments>(arguments)...) {
        loop_.connections.insert(this);
        error_code ignored;
        auto peer = beast::get_lowest_layer(socket_).socket().remote_endpoint(ignored);
        peer_ = peer.address().to_string();
    }
    ~Session() override {
        if (stream_ != nullptr) stream_->on_change({});
        loop_.connections.erase(this);
        --server_.open;
    }
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    void close_when_idle() override {
        if (is_idle_) beast::get_lowest_layer(socket_).cancel();
        if (stream_ != nullptr) stream_->close();
    }

    awaitable<void> run();

  private:
    awaitable<bool> serve_one();
    awaitable<bool> read_head();
    awaitable<bool> read_body(Framing const& framing, std::size_t limit);
    awaitable<bool> read_more(Deadline deadline);
    awaitable<bool> write(std::string_view octets);
    awaitable<bool> send(Response response, Compress compress);
    awaitable<bool> refuse(BadRequest bad);
    awaitable<Response> handle();
    awaitable<void> stream_events(std::shared_ptr<Stream> stream);
    awaitable<void> linger();
    awaitable<void> wait(asio::steady_timer& timer);

    std::optional<BadRequest> take_head();
    std::optional<BadRequest> take_target(std::string_view target);
    void tell(int status, std::size_t octets);

    Server::Inside& server_;
    Loop& loop_;
    Socket socket_;
    std::string peer_;
    std::string buffer_;  // received and not yet taken
    std::array<char, kReadSize> part_{};
    bool is_idle_ = true;
    std::shared_ptr<Stream> stream_;

    // Of the request under way.
    Request request_;
    Match match_;
    std::optional<base::Refusal> method_refusal_;
    int minor_ = 1;
    bool keeps_alive_ = true;
    Deadline began_;
    std::string broken_;
};

template <class Socket>
awaitable<void> Session<Socket>::run() {
    error_code error;
    if constexpr (std::is_same_v<Socket, TlsStream>) {
        beast::get_lowest_layer(socket_).expires_after(server_.options.head_time);
        co_await socket_.async_handshake(ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
    }
    bool goes_on = true;
    while (goes_on) goes_on = co_await serve_one();
    if constexpr (std::is_same_v<Socket, TlsStream>) {
        beast::get_lowest_layer(socket_).expires_after(kLingerTime);
        co_await socket_.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    } else {
        co_await linger();
    }
}

// Closing at once over unread octets would reset the connection and could destroy the answer on its way.
template <class Socket>
awaitable<void> Session<Socket>::linger() {
    error_code error;
    auto& socket = beast::get_lowest_layer(socket_).socket();
    socket.shutdown(tcp::socket::shutdown_send, error);
    if (error || server_.is_stopping) co_return;
    auto deadline = SteadyClock::now() + kLingerTime;
    for (std::size_t taken = 0; taken < kMostLinger; taken += kReadSize) {
        buffer_.clear();
        bool more = co_await read_more(deadline);
        if (!more) co_return;
    }
}

template <class Socket>
awaitable<bool> Session<Socket>::read_more(Deadline deadline) {
    error_code error;
    beast::get_lowest_layer(socket_).expires_at(deadline);
    auto count =
        co_await socket_.async_read_some(asio::buffer(part_), asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return false;
    buffer_.append(part_.data(), count);
    co_return true;
}

template <class Socket>
awaitable<bool> Session<Socket>::write(std::string_view octets) {
    error_code error;
    while (!octets.empty() && !error) {
        auto part = octets.substr(0, kWriteSize);
        beast::get_lowest_layer(socket_).expires_after(server_.options.write_time);
        co_await asio::async_write(socket_, asio::buffer(part), asio::redirect_error(asio::use_awaitable, error));
        octets.remove_prefix(part.size());
    }
    co_return !error;
}

// True when a head has arrived, or what arrived has been refused.
template <class Socket>
awaitable<bool> Session<Socket>::read_head() {
    is_idle_ = true;
    if (buffer_.empty()) {
        bool more = !server_.is_stopping && co_await read_more(SteadyClock::now() + server_.options.idle);
        if (!more) co_return false;
    }
    is_idle_ = false;
    began_ = SteadyClock::now();
    HeadReader reader(server_.options.head);
    while (!reader.read(buffer_)) {
        bool more = co_await read_more(began_ + server_.options.head_time);
        if (!more) co_return false;
    }
    if (reader.refused()) {
        co_await refuse(*reader.refused());
        co_return false;
    }
    auto head = buffer_.substr(0, reader.size());
    buffer_.erase(0, reader.size());
    error_code error;
    beast::http::request_parser<beast::http::empty_body> parser;
    parser.body_limit(boost::none);
    parser.header_limit(static_cast<std::uint32_t>(server_.options.head.octets));
    parser.put(asio::buffer(std::string_view(head).substr(head.starts_with("\r\n") ? 2 : 0)), error);
    if (error || !parser.is_header_done()) {
        co_await refuse({400, "bad_request", "the request is not well formed"});
        co_return false;
    }
    auto const& message = parser.get();
    for (auto const& field : message)
        request_.headers.add(std::string(field.name_string()), std::string(field.value()));
    minor_ = static_cast<int>(message.version() % 10);
    keeps_alive_ = minor_ == 1 && message.keep_alive();
    if (auto bad = take_target(message.target())) {
        co_await refuse(*bad);
        co_return false;
    }
    if (auto method = parse_method(message.method_string())) {
        request_.method = *method;
        match_ = server_.router.match(*method, request_.path);
    } else {
        match_ = {};
        match_.refusal = base::Refusal{base::RefusalKind::unsupported, "method", "not with this method", {}, {}};
        match_.allow = "GET, HEAD, POST, PUT, PATCH, DELETE";
    }
    co_return true;
}

template <class Socket>
std::optional<BadRequest> Session<Socket>::take_target(std::string_view target) {
    auto path = path_of(target);
    if (!path) return BadRequest{400, "bad_path", "a path is plain: no escapes, no dots, no double slashes"};
    request_.path = *path;
    auto mark = target.find('?');
    auto query = parse_query(mark == std::string_view::npos ? "" : target.substr(mark + 1));
    if (!query) return BadRequest{400, "bad_query", "the query is not well formed"};
    request_.query = std::move(*query);
    return std::nullopt;
}

template <class Socket>
awaitable<bool> Session<Socket>::read_body(Framing const& framing, std::size_t limit) {
    if (framing.wants_continue && buffer_.empty()) {
        bool written = co_await write("HTTP/1.1 100 Continue\r\n\r\n");
        if (!written) co_return false;
    }
    auto begin = SteadyClock::now();
    ChunkReader chunks(limit);
    for (;;) {
        if (framing.is_chunked) {
            buffer_.erase(0, chunks.read(buffer_, request_.body));
            if (chunks.is_complete()) co_return true;
            if (chunks.refused()) {
                co_await refuse(*chunks.refused());
                co_return false;
            }
        } else {
            auto part = std::min<std::size_t>(buffer_.size(), framing.length - request_.body.size());
            request_.body.append(buffer_, 0, part);
            buffer_.erase(0, part);
            if (request_.body.size() == framing.length) co_return true;
        }
        // A slow line is given time for what it sent; one that trickles is cut.
        auto earned = std::chrono::milliseconds(request_.body.size() * 1000 / server_.options.body_rate);
        bool more = co_await read_more(begin + server_.options.body_time + earned);
        if (!more) co_return false;
    }
}

// True when another request may follow on this connection.
template <class Socket>
awaitable<bool> Session<Socket>::serve_one() {
    request_ = {};
    match_ = {};
    broken_.clear();
    bool has_head = co_await read_head();
    if (!has_head) co_return false;

    bool is_quiet = match_.route != nullptr && match_.route->trace == Trace::quiet;
    if (!is_quiet) request_.request_id = make_request_id();
    request_.client_address = server_.options.proxies.client_address(peer_, request_.headers);
    request_.is_secure = server_.tls.has_value() || server_.options.proxies.spoke_https(peer_, request_.headers);
    if (server_.is_stopping) keeps_alive_ = false;

    auto framing = framing_of(request_.headers, minor_);
    if (framing.refused) {
        co_await refuse(*framing.refused);
        co_return false;
    }
    if (match_.route == nullptr) {
        if (framing.has_body()) keeps_alive_ = false;
        co_return co_await send(answer(match_, request_), Compress::no);
    }
    if (framing.has_body()) {
        auto refusal = check_body_headers(*match_.route, request_.headers, true);
        if (!refusal && framing.length > match_.route->body_limit)
            refusal = base::Refusal{base::RefusalKind::too_large, "too_large", "the body is too large", {}, {}};
        if (refusal) {
            keeps_alive_ = false;
            co_return co_await send(problem(*refusal, request_.request_id), Compress::no);
        }
        bool has_body = co_await read_body(framing, match_.route->body_limit);
        if (!has_body) co_return false;
    }
    auto response = co_await handle();
    if (response.stream != nullptr && request_.method == Method::get) {
        co_await stream_events(response.stream);
        co_return false;
    }
    co_return co_await send(std::move(response), match_.route->compress);
}

// The worker fills `response` and wakes the loop; the loop looks at nothing before that.
struct Work {
    explicit Work(asio::io_context& context) : done(context, Deadline::max()) {}

    asio::steady_timer done;
    Response response;
    std::string broken;
};

void run_handler(Match const& match, Request& request, Work& work) {
    // One of the three nets: what is thrown ends the request, never the process.
    try {
        work.response = answer(match, request);
    } catch (std::exception const& thrown) {
        work.broken = thrown.what();
        work.response = problem(500, "broken", "the house is broken here; the log knows more", request.request_id);
    }
}

template <class Socket>
awaitable<Response> Session<Socket>::handle() {
    auto work = std::make_shared<Work>(loop_.context);
    auto job = [this, work] {
        run_handler(match_, request_, *work);
        asio::post(work->done.get_executor(), [work] { work->done.cancel(); });
    };
    beast::get_lowest_layer(socket_).expires_never();
    if (!server_.workers->submit(job)) {
        base::Refusal crowded{
            base::RefusalKind::unavailable, "crowded", "too many requests wait already", {}, {{"retry_after", "1"}}};
        co_return problem(crowded, request_.request_id);
    }
    co_await wait(work->done);
    broken_ = std::move(work->broken);
    co_return std::move(work->response);
}

template <class Socket>
awaitable<void> Session<Socket>::wait(asio::steady_timer& timer) {
    error_code ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

template <class Socket>
awaitable<bool> Session<Socket>::send(Response response, Compress compress) {
    if (server_.is_stopping) keeps_alive_ = false;
    finish(request_, response,
           {.is_https = server_.options.is_public_https,
            .may_compress = compress == Compress::yes,
            .keeps_alive = keeps_alive_});
    auto head = head_of(response);
    auto octets = response.octets();
    // Told before the last octet leaves: who has the answer finds it counted.
    tell(response.status, octets.size());
    bool written = false;
    if (octets.size() <= kWriteSize) {
        head.append(octets);
        written = co_await write(head);
    } else {
        written = co_await write(head);
        if (written) written = co_await write(octets);
    }
    co_return written&& keeps_alive_;
}

template <class Socket>
awaitable<bool> Session<Socket>::refuse(BadRequest bad) {
    keeps_alive_ = false;
    match_ = {};
    bool is_traced = request_.request_id.empty();
    if (is_traced) request_.request_id = make_request_id();
    auto response = problem(bad.status, bad.code, bad.detail, request_.request_id);
    request_.method = Method::get;
    bool ignored = co_await send(std::move(response), Compress::no);
    static_cast<void>(ignored);
    co_return false;
}

template <class Socket>
void Session<Socket>::tell(int status, std::size_t octets) {
    bool is_quiet = match_.route != nullptr && match_.route->trace == Trace::quiet;
    if (!server_.observe || is_quiet) return;
    Answered answered;
    answered.method = name_of(request_.method);
    answered.route = match_.route == nullptr ? std::string_view("none") : std::string_view(match_.route->path);
    answered.status = status;
    answered.octets = octets;
    answered.took = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - began_);
    answered.request_id = request_.request_id;
    answered.client_address = request_.client_address;
    answered.broken = broken_;
    server_.observe(answered);
}

template <class Socket>
awaitable<void> Session<Socket>::stream_events(std::shared_ptr<Stream> stream) {
    Response response;
    response.stream = stream;
    response.content_type = "text/event-stream";
    response.headers.add("X-Accel-Buffering", "no");  // nginx would hold hints back
    finish(request_, response,
           {.is_https = server_.options.is_public_https, .may_compress = false, .keeps_alive = false});
    tell(response.status, 0);
    auto changed = std::make_shared<asio::steady_timer>(loop_.context, Deadline::max());
    auto executor = changed->get_executor();
    stream->on_change([changed, executor] { asio::post(executor, [changed] { changed->cancel(); }); });
    stream_ = stream;
    bool written = co_await write(head_of(response) + ": open\n\n");
    while (written && !stream->is_closed() && !server_.is_stopping) {
        auto waiting = stream->take();
        if (!waiting.empty()) {
            written = co_await write(waiting);
            continue;
        }
        changed->expires_after(server_.options.heartbeat);
        error_code cancelled;
        co_await changed->async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
        if (!cancelled) written = co_await write(":\n\n");
    }
    stream->on_change({});
    stream->close();
    stream_ = nullptr;
}

// Named, because the captures of a lambda inside a co_await expression can be freed twice in g++ 12.
template <class Socket>
awaitable<void> keep(std::unique_ptr<Session<Socket>> session) {
    co_await session->run();
}

}  // namespace

Server::Inside::Inside(ServerOptions wanted, Router const& all_routes, Observe observer)
    : options(std::move(wanted)),
      router(all_routes),
      observe(std::move(observer)),
      loops_([this] {
          std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
          if (options.loops == 0) options.loops = cores;
          if (options.workers == 0) options.workers = 4 * cores;
          std::vector<std::unique_ptr<Loop>> loops;
          for (std::size_t i = 0; i < options.loops; ++i) loops.push_back(std::make_unique<Loop>());
          return loops;
      }()),
      acceptor_(loops_.front()->context) {
    if (options.tls.certificate.empty()) return;
    tls.emplace(ssl::context::tls_server);
    tls->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    tls->use_certificate_chain_file(options.tls.certificate);
    tls->use_private_key_file(options.tls.key, ssl::context::pem);
}

void Server::Inside::start() {
    auto address = asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address);
    tcp::endpoint endpoint(address, options.port);
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen(asio::socket_base::max_listen_connections);
    workers = std::make_unique<Workers>(options.workers, options.most_waiting);
    asio::co_spawn(loops_.front()->context, accept(), asio::detached);
    for (auto& loop : loops_) loop->thread = std::thread([&loop = *loop] { run(loop); });
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
    while (!is_stopping) {
        auto& loop = *loops_[next_loop_++ % loops_.size()];
        error_code error;
        tcp::socket socket(loop.context);
        co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (is_stopping) co_return;
        if (error) {
            // Out of file descriptors: wait for some to close.
            asio::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(100));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (open >= options.most_connections) continue;
        ++open;
        auto shared = std::make_shared<tcp::socket>(std::move(socket));
        asio::post(loop.context, [this, &loop, shared] { serve(loop, std::move(*shared)); });
    }
}

void Server::Inside::serve(Loop& loop, tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (tls) {
        auto session = std::make_unique<Session<TlsStream>>(*this, loop, beast::tcp_stream(std::move(socket)), *tls);
        asio::co_spawn(loop.context, keep(std::move(session)), asio::detached);
    } else {
        auto session = std::make_unique<Session<PlainStream>>(*this, loop, std::move(socket));
        asio::co_spawn(loop.context, keep(std::move(session)), asio::detached);
    }
}

void Server::Inside::stop() {
    if (is_stopping.exchange(true) || workers == nullptr) return;
    asio::post(loops_.front()->context, [this] {
        error_code ignored;
        acceptor_.close(ignored);
    });
    for (auto& loop : loops_) {
        asio::post(loop->context, [&loop = *loop] {
            for (auto* connection : loop.connections) connection->close_when_idle();
        });
    }
    auto deadline = SteadyClock::now() + options.stop_time;
    while (open > 0 && SteadyClock::now() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    workers.reset();
    for (auto& loop : loops_) loop->context.stop();
    for (auto& loop : loops_) loop->thread.join();
}

Server::Server(ServerOptions options, Router const& router, Observe observe)
    : inside_(std::make_unique<Inside>(std::move(options), router, std::move(observe))) {}

Server::~Server() {
    inside_->stop();
}

void Server::start() {
    inside_->start();
}

std::uint16_t Server::port() const {
    return inside_->port();
}

std::size_t Server::connections() const {
    return inside_->open;
}

void Server::stop() {
    inside_->stop();
}

}  // namespace http
