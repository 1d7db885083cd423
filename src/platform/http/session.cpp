#include "platform/http/session.hpp"

#include <optional>

#include <boost/asio.hpp>
#include <sodium.h>

#include "platform/http/breakage.hpp"
#include "platform/http/finish.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/stream.hpp"
#include "platform/meta_text.hpp"

namespace http {

namespace asio = boost::asio;
using asio::awaitable;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

namespace {

// A body up to this leaves together with its head.
constexpr std::size_t kOneWrite = std::size_t{64} << 10U;

std::string make_request_id() {
    std::array<unsigned char, 12> octets{};
    randombytes_buf(octets.data(), octets.size());
    auto id = meta::to_base64(octets);
    for (auto& letter : id)
        if (letter == '+' || letter == '/') letter = letter == '+' ? '-' : '_';
    return id;
}

class Session final : public Connection {
  public:
    Session(Service& service, Loop& loop, std::unique_ptr<Wire> wire)
        : service_(service), loop_(loop), wire_(std::move(wire)), peer_(wire_->peer_address()) {
        loop_.connections.insert(this);
    }
    ~Session() override {
        if (stream_ != nullptr) stream_->on_change({});
        loop_.connections.erase(this);
        --service_.open;
    }
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    void close_when_idle() override {
        if (is_idle_) wire_->cancel();
        if (stream_ != nullptr) stream_->close();
    }

    awaitable<void> run();

  private:
    awaitable<bool> serve_one();
    awaitable<bool> read_head();
    awaitable<bool> read_body(Framing const& framing, std::size_t limit);
    awaitable<bool> send(Response response, Compress compress);
    awaitable<bool> refuse(BadRequest bad);
    awaitable<Response> handle();
    awaitable<void> stream_events(std::shared_ptr<Stream> stream);
    awaitable<void> wait(asio::steady_timer& timer);

    std::optional<BadRequest> take_head();
    std::optional<BadRequest> take_target(std::string_view target);
    void tell(int status, std::size_t octets);

    Service& service_;
    Loop& loop_;
    std::unique_ptr<Wire> wire_;
    std::string peer_;
    std::string buffer_;  // received and not yet taken
    bool is_idle_ = true;
    std::shared_ptr<Stream> stream_;

    // Of the request under way.
    Request request_;
    Match match_;
    int minor_ = 1;
    bool keeps_alive_ = true;
    Deadline began_;
    std::string broken_;
};

awaitable<void> Session::run() {
    bool goes_on = co_await wire_->open(SteadyClock::now() + service_.options.head_time);
    if (!goes_on) co_return;
    while (goes_on) goes_on = co_await serve_one();
    co_await wire_->close(!service_.is_stopping);
}

// True when a head has arrived, or what arrived has been refused.
awaitable<bool> Session::read_head() {
    is_idle_ = true;
    if (buffer_.empty()) {
        bool more =
            !service_.is_stopping && co_await wire_->read_more(buffer_, SteadyClock::now() + service_.options.idle);
        if (!more) co_return false;
    }
    is_idle_ = false;
    began_ = SteadyClock::now();
    HeadReader reader(service_.options.head);
    while (!reader.read(buffer_)) {
        bool more = co_await wire_->read_more(buffer_, began_ + service_.options.head_time);
        if (!more) co_return false;
    }
    if (reader.refused()) {
        co_await refuse(*reader.refused());
        co_return false;
    }
    auto octets = buffer_.substr(0, reader.size());
    buffer_.erase(0, reader.size());
    auto head =
        parse_head(std::string_view(octets).substr(octets.starts_with("\r\n") ? 2 : 0), service_.options.head.octets);
    if (!head) {
        co_await refuse({400, "bad_request", "the request is not well formed"});
        co_return false;
    }
    request_.headers = std::move(head->headers);
    minor_ = head->minor;
    keeps_alive_ = head->keeps_alive;
    if (auto bad = take_target(head->target)) {
        co_await refuse(*bad);
        co_return false;
    }
    if (auto method = parse_method(head->method)) {
        request_.method = *method;
        match_ = service_.router.match(*method, request_.path);
    } else {
        match_ = {};
        match_.refusal = base::Refusal{base::RefusalKind::unsupported, "method", "not with this method", {}, {}};
        match_.allow = "GET, HEAD, POST, PUT, PATCH, DELETE";
    }
    co_return true;
}

std::optional<BadRequest> Session::take_target(std::string_view target) {
    auto path = path_of(target);
    if (!path) return BadRequest{400, "bad_path", "a path is plain: no escapes, no dots, no double slashes"};
    request_.path = *path;
    auto mark = target.find('?');
    auto query = parse_query(mark == std::string_view::npos ? "" : target.substr(mark + 1));
    if (!query) return BadRequest{400, "bad_query", "the query is not well formed"};
    request_.query = std::move(*query);
    return std::nullopt;
}

awaitable<bool> Session::read_body(Framing const& framing, std::size_t limit) {
    if (framing.wants_continue && buffer_.empty()) {
        bool written = co_await wire_->write("HTTP/1.1 100 Continue\r\n\r\n", service_.options.write_time);
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
        auto earned = std::chrono::milliseconds(request_.body.size() * 1000 / service_.options.body_rate);
        bool more = co_await wire_->read_more(buffer_, begin + service_.options.body_time + earned);
        if (!more) co_return false;
    }
}

// True when another request may follow on this connection.
awaitable<bool> Session::serve_one() {
    request_ = {};
    match_ = {};
    broken_.clear();
    bool has_head = co_await read_head();
    if (!has_head) co_return false;

    bool is_quiet = match_.route != nullptr && match_.route->trace == Trace::quiet;
    if (!is_quiet) request_.request_id = make_request_id();
    request_.client_address = service_.options.proxies.client_address(peer_, request_.headers);
    request_.is_secure = service_.speaks_tls || service_.options.proxies.spoke_https(peer_, request_.headers);
    if (service_.is_stopping) keeps_alive_ = false;

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
    // One of the four nets: what is thrown ends the request, never the process.
    try {
        work.response = answer(match, request);
    } catch (std::exception const& thrown) {
        work.broken = thrown.what();
        work.response = answer_to_breakage(thrown, request.request_id);
    }
}

awaitable<Response> Session::handle() {
    auto work = std::make_shared<Work>(loop_.context);
    auto job = [this, work] {
        run_handler(match_, request_, *work);
        asio::post(work->done.get_executor(), [work] { work->done.cancel(); });
    };
    wire_->rest();
    if (!service_.workers->submit(job)) {
        base::Refusal crowded{
            base::RefusalKind::unavailable, "crowded", "too many requests wait already", {}, {{"retry_after", "1"}}};
        co_return problem(crowded, request_.request_id);
    }
    co_await wait(work->done);
    broken_ = std::move(work->broken);
    co_return std::move(work->response);
}

awaitable<void> Session::wait(asio::steady_timer& timer) {
    error_code ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

awaitable<bool> Session::send(Response response, Compress compress) {
    if (service_.is_stopping) keeps_alive_ = false;
    finish(request_, response,
           {.is_https = service_.options.is_public_https,
            .may_compress = compress == Compress::yes,
            .keeps_alive = keeps_alive_});
    auto head = head_of(response);
    auto octets = response.octets();
    // Told before the last octet leaves: who has the answer finds it counted.
    tell(response.status, octets.size());
    bool written = false;
    if (octets.size() <= kOneWrite) {
        head.append(octets);
        written = co_await wire_->write(head, service_.options.write_time);
    } else {
        written = co_await wire_->write(head, service_.options.write_time);
        if (written) written = co_await wire_->write(octets, service_.options.write_time);
    }
    co_return written&& keeps_alive_;
}

awaitable<bool> Session::refuse(BadRequest bad) {
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

void Session::tell(int status, std::size_t octets) {
    bool is_quiet = match_.route != nullptr && match_.route->trace == Trace::quiet;
    if (!service_.observe) return;
    Answered answered;
    if (is_quiet) {
        if (broken_.empty()) return;
        // That the house is broken must be known; who asked for what must not.
        answered.route = "quiet";
        answered.status = status;
        answered.broken = broken_;
        service_.observe(answered);
        return;
    }
    answered.method = name_of(request_.method);
    answered.route = match_.route == nullptr ? std::string_view("none") : std::string_view(match_.route->path);
    answered.status = status;
    answered.octets = octets;
    answered.took = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - began_);
    answered.request_id = request_.request_id;
    answered.client_address = request_.client_address;
    answered.broken = broken_;
    service_.observe(answered);
}

awaitable<void> Session::stream_events(std::shared_ptr<Stream> stream) {
    Response response;
    response.stream = stream;
    response.content_type = "text/event-stream";
    response.headers.add("X-Accel-Buffering", "no");  // nginx would hold hints back
    finish(request_, response,
           {.is_https = service_.options.is_public_https, .may_compress = false, .keeps_alive = false});
    tell(response.status, 0);
    auto changed = std::make_shared<asio::steady_timer>(loop_.context, Deadline::max());
    auto executor = changed->get_executor();
    stream->on_change([changed, executor] { asio::post(executor, [changed] { changed->cancel(); }); });
    stream_ = stream;
    // A reader of hints says nothing more: when something can be read, they are gone.
    wire_->when_peer_stirs([stream] { stream->close(); });
    bool written = co_await wire_->write(head_of(response) + ": open\n\n", service_.options.write_time);
    while (written && !stream->is_closed() && !service_.is_stopping) {
        auto waiting = stream->take();
        if (!waiting.empty()) {
            written = co_await wire_->write(waiting, service_.options.write_time);
            continue;
        }
        changed->expires_after(service_.options.heartbeat);
        error_code cancelled;
        co_await changed->async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
        if (!cancelled) written = co_await wire_->write(":\n\n", service_.options.write_time);
    }
    stream->on_change({});
    stream->close();
    stream_ = nullptr;
}

// Named, because the captures of a lambda inside a co_await expression can be freed twice in g++ 12.
awaitable<void> keep(std::unique_ptr<Session> session) {
    co_await session->run();
}

}  // namespace

void begin_session(Service& service, Loop& loop, std::unique_ptr<Wire> wire) {
    asio::co_spawn(loop.context, keep(std::make_unique<Session>(service, loop, std::move(wire))), asio::detached);
}

}  // namespace http
