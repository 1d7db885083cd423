// beast_peer DATABASE PORT: the least that Beast can be around the four reads of GET /api/session. No routes, limits,
// time-outs, logs or security headers: what those cost is what is measured.

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <sodium.h>
#include <sqlite3.h>

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {

constexpr char const* kSession =
    "SELECT sessions.id, sessions.person_id, sessions.sign_in_epoch, people.language, people.time_zone, "
    "sessions.started_at, sessions.seen_at FROM sessions JOIN people ON people.organisation_id = "
    "sessions.organisation_id AND people.id = sessions.person_id WHERE sessions.organisation_id = ?1 AND "
    "sessions.secret_digest = ?2 AND people.is_active AND people.sign_in_epoch = sessions.sign_in_epoch";
constexpr char const* kRoles =
    "SELECT role, programme_id FROM roles WHERE organisation_id = ?1 AND person_id = ?2 ORDER BY granted_at, id";
constexpr char const* kPerson =
    "SELECT name, sign_in_name, email FROM people WHERE organisation_id = ?1 AND id = ?2 AND is_active";
constexpr char const* kOrganisation = "SELECT name, slug, is_demo FROM organisations WHERE organisation_id = ?1";

std::string text_at(sqlite3_stmt* row, int column) {
    auto const* octets = static_cast<char const*>(sqlite3_column_blob(row, column));
    return octets == nullptr ? "" : std::string(octets, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

std::string uuid_of(std::string_view octets) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < octets.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        auto octet = static_cast<unsigned char>(octets[i]);
        text.append(1, kHex[octet >> 4U]).append(1, kHex[octet & 15U]);
    }
    return text;
}

// One connection to the database a thread, its statements prepared once.
class Reader {
  public:
    explicit Reader(char const* path) {
        sqlite3_open_v2(path, &database_, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
        std::array const texts{kSession, kRoles, kPerson, kOrganisation, "BEGIN", "COMMIT"};
        for (std::size_t i = 0; i < texts.size(); ++i)
            sqlite3_prepare_v3(database_, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &statements_[i], nullptr);
    }
    ~Reader() {
        for (auto* statement : statements_) sqlite3_finalize(statement);
        sqlite3_close(database_);
    }
    Reader(Reader const&) = delete;
    Reader& operator=(Reader const&) = delete;

    std::string answer(std::string_view cookie) {
        auto dot = cookie.find('.');
        if (dot == std::string_view::npos) return "";
        std::string organisation(16, '\0');
        std::size_t length = 0;
        sodium_base642bin(reinterpret_cast<unsigned char*>(organisation.data()), organisation.size(), cookie.data(),
                          dot, nullptr, &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
        std::string digest(crypto_hash_sha256_BYTES, '\0');
        auto secret = cookie.substr(dot + 1);
        crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                           reinterpret_cast<unsigned char const*>(secret.data()), secret.size());
        run(4);
        auto text = read(organisation, digest);
        run(5);
        return text;
    }

  private:
    sqlite3_stmt* bind(std::size_t index, std::string_view first, std::string_view second = {}) {
        auto* statement = statements_.at(index);
        sqlite3_reset(statement);
        sqlite3_bind_blob(statement, 1, first.data(), static_cast<int>(first.size()), SQLITE_STATIC);
        if (!second.empty())
            sqlite3_bind_blob(statement, 2, second.data(), static_cast<int>(second.size()), SQLITE_STATIC);
        return statement;
    }
    void run(std::size_t index) {
        sqlite3_step(statements_.at(index));
        sqlite3_reset(statements_.at(index));
    }
    static std::string now() {
        auto const since = std::chrono::system_clock::now().time_since_epoch();
        auto const microseconds = std::chrono::duration_cast<std::chrono::microseconds>(since).count();
        auto const seconds = static_cast<std::time_t>(microseconds / 1'000'000);
        std::tm parts{};
        gmtime_r(&seconds, &parts);
        std::array<char, 40> text{};
        auto const size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
        std::snprintf(text.data() + size, text.size() - size, ".%06dZ", static_cast<int>(microseconds % 1'000'000));
        return text.data();
    }
    std::string read(std::string const& organisation, std::string const& digest) {
        auto* session = bind(0, organisation, digest);
        if (sqlite3_step(session) != SQLITE_ROW) return "";
        auto person_id = text_at(session, 1);
        auto language = text_at(session, 3);
        auto time_zone = text_at(session, 4);
        std::string roles;
        auto* role = bind(1, organisation, person_id);
        while (sqlite3_step(role) == SQLITE_ROW)
            roles.append(roles.empty() ? "" : ",")
                .append("{\"role\":\"" + text_at(role, 0) + "\",\"programme_id\":null}");
        auto* person = bind(2, organisation, person_id);
        sqlite3_step(person);
        auto* house = bind(3, organisation);
        sqlite3_step(house);
        auto text = "{\"person\":{\"id\":\"" + uuid_of(person_id) + "\",\"name\":\"" + text_at(person, 0) +
                    "\",\"sign_in_name\":\"" + text_at(person, 1) + "\",\"email\":null},\"organisation\":{\"id\":\"" +
                    uuid_of(organisation) + "\",\"name\":\"" + text_at(house, 0) + "\",\"slug\":\"" +
                    text_at(house, 1) + "\",\"is_demo\":false},\"roles\":[" + roles + "],\"language\":\"" + language +
                    "\",\"time_zone\":\"" + time_zone + "\",\"now\":\"" + now() + "\"}";
        for (auto* statement : statements_) sqlite3_reset(statement);
        return text;
    }

    sqlite3* database_ = nullptr;
    std::array<sqlite3_stmt*, 6> statements_{};
};

std::string_view cookie_in(std::string_view header) {
    constexpr std::string_view kName = "__Host-session=";
    auto at = header.find(kName);
    return at == std::string_view::npos ? "" : header.substr(at + kName.size());
}

asio::awaitable<void> serve(beast::tcp_stream stream, Reader& reader) {
    beast::flat_buffer buffer;
    boost::system::error_code error;
    for (;;) {
        beast::http::request<beast::http::string_body> request;
        co_await beast::http::async_read(stream, buffer, request, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
        beast::http::response<beast::http::string_body> response;
        response.version(11);
        response.body() = reader.answer(cookie_in(request[beast::http::field::cookie]));
        response.result(response.body().empty() ? 401U : 200U);
        response.set(beast::http::field::content_type, "application/json");
        response.prepare_payload();
        co_await beast::http::async_write(stream, response, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
    }
}

asio::awaitable<void> listen(std::uint16_t port, Reader& reader) {
    auto executor = co_await asio::this_coro::executor;
    tcp::acceptor acceptor(executor);
    tcp::endpoint endpoint(asio::ip::make_address("127.0.0.1"), port);
    acceptor.open(endpoint.protocol());
    using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
    acceptor.set_option(ReusePort(true));
    acceptor.bind(endpoint);
    acceptor.listen();
    for (;;) {
        auto socket = co_await acceptor.async_accept(asio::use_awaitable);
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(executor, serve(beast::tcp_stream(std::move(socket)), reader), asio::detached);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 3 || sodium_init() < 0) return EXIT_FAILURE;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        threads.emplace_back([&] {
            Reader reader(words[1]);
            asio::io_context context(1);
            asio::co_spawn(context, listen(static_cast<std::uint16_t>(std::stoi(words[2])), reader), asio::detached);
            context.run();
        });
    }
    for (auto& thread : threads) thread.join();
}
