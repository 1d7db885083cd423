#include "platform/http/wire.hpp"

#include <array>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

namespace http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

class TlsIdentity {
  public:
    TlsIdentity() {
        context.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
        // Else a key with a passphrase asks for it on the terminal, where nobody sits.
        context.set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); });
    }

    ssl::context context{ssl::context::tls_server};
};

namespace {

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

base::Refusal tls_unreadable(std::string sentence) {
    return {base::RefusalKind::invalid, "tls_unreadable", std::move(sentence), {}, {}};
}

constexpr std::size_t kReadSize = std::size_t{16} << 10U;
constexpr std::size_t kWriteSize = std::size_t{64} << 10U;
constexpr std::size_t kMostLinger = std::size_t{256} << 10U;
constexpr auto kLingerTime = std::chrono::seconds(2);

template <class Socket>
class WireOver final : public Wire {
  public:
    template <class... Arguments>
    explicit WireOver(Arguments&&... arguments) : socket_(std::forward<Arguments>(arguments)...) {}

    std::string peer_address() override {
        error_code ignored;
        return lowest().socket().remote_endpoint(ignored).address().to_string();
    }

    awaitable<bool> open(Deadline deadline) override {
        error_code error;
        if constexpr (std::is_same_v<Socket, TlsStream>) {
            lowest().expires_at(deadline);
            co_await socket_.async_handshake(ssl::stream_base::server,
                                             asio::redirect_error(asio::use_awaitable, error));
        } else {
            static_cast<void>(deadline);
        }
        co_return !error;
    }

    awaitable<bool> read_more(std::string& to, Deadline deadline) override {
        error_code error;
        lowest().expires_at(deadline);
        auto count =
            co_await socket_.async_read_some(asio::buffer(part_), asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return false;
        to.append(part_.data(), count);
        co_return true;
    }

    awaitable<bool> write(std::string_view octets, std::chrono::milliseconds a_part) override {
        error_code error;
        while (!octets.empty() && !error) {
            auto part = octets.substr(0, kWriteSize);
            lowest().expires_after(a_part);
            co_await asio::async_write(socket_, asio::buffer(part), asio::redirect_error(asio::use_awaitable, error));
            octets.remove_prefix(part.size());
        }
        co_return !error;
    }

    awaitable<void> close(bool lingers) override {
        error_code error;
        if constexpr (std::is_same_v<Socket, TlsStream>) {
            lowest().expires_after(kLingerTime);
            co_await socket_.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
        } else {
            lowest().socket().shutdown(tcp::socket::shutdown_send, error);
            if (error || !lingers) co_return;
            auto const deadline = SteadyClock::now() + kLingerTime;
            std::string dropped;
            for (std::size_t taken = 0; taken < kMostLinger; taken += kReadSize) {
                dropped.clear();
                bool more = co_await read_more(dropped, deadline);
                if (!more) co_return;
            }
        }
    }

    void rest() override { lowest().expires_never(); }
    void when_peer_stirs(std::function<void()> act) override {
        auto stirred = [act = std::move(act)](error_code error) {
            if (!error) act();
        };
        lowest().socket().async_wait(tcp::socket::wait_read, std::move(stirred));
    }
    void cancel() override { lowest().cancel(); }

  private:
    beast::tcp_stream& lowest() { return beast::get_lowest_layer(socket_); }

    Socket socket_;
    std::array<char, kReadSize> part_{};
};

}  // namespace

base::Result<std::shared_ptr<TlsIdentity>> open_tls(std::string const& certificate, std::string const& key) {
    auto identity = std::make_shared<TlsIdentity>();
    error_code error;
    identity->context.use_certificate_chain_file(certificate, error);
    if (error) return tls_unreadable("tls_certificate: " + certificate + " holds no certificate in PEM form.");
    identity->context.use_private_key_file(key, ssl::context::pem, error);
    if (error)
        return tls_unreadable("tls_key: " + key + " holds no key in PEM form, without a passphrase, that belongs to " +
                              certificate + ".");
    return identity;
}

std::unique_ptr<Wire> plain_wire(tcp::socket socket) {
    return std::make_unique<WireOver<PlainStream>>(std::move(socket));
}

std::unique_ptr<Wire> tls_wire(tcp::socket socket, TlsIdentity& identity) {
    return std::make_unique<WireOver<TlsStream>>(beast::tcp_stream(std::move(socket)), identity.context);
}

std::optional<Head> parse_head(std::string_view octets, std::size_t most_octets) {
    error_code error;
    beast::http::request_parser<beast::http::empty_body> parser;
    parser.body_limit(boost::none);
    parser.header_limit(static_cast<std::uint32_t>(most_octets));
    parser.put(asio::buffer(octets), error);
    if (error || !parser.is_header_done()) return std::nullopt;
    auto const& message = parser.get();
    Head head;
    head.method = message.method_string();
    head.target = message.target();
    for (auto const& field : message) head.headers.add(std::string(field.name_string()), std::string(field.value()));
    head.minor = static_cast<int>(message.version() % 10);
    head.keeps_alive = head.minor == 1 && message.keep_alive();
    return head;
}

}  // namespace http
