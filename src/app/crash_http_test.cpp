// The program itself, killed in the middle of writes that come over HTTP: whatever was acknowledged is there, once.

#include <array>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/crypto/secret.hpp"
#include "support/databases.hpp"
#include "support/plain_client.hpp"

namespace crash_over_http {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;

std::uint16_t free_port() {
    auto const handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    // The interface of sockets is older than types.
    ::bind(handle, reinterpret_cast<sockaddr const*>(&address), size);
    ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(handle);
    return ntohs(address.sin_port);
}

// An installation of the real program, in a folder of its own.
class Installed {
  public:
    Installed() { fs::create_directories(folder_); }
    Installed(Installed const&) = delete;
    Installed& operator=(Installed const&) = delete;
    ~Installed() {
        if (server_ > 0) end(SIGKILL);
        fs::remove_all(folder_);
    }

    // Runs a verb to its end; the exit code.
    int run(std::vector<std::string> arguments) {
        auto const child = spawn(std::move(arguments));
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    void serve() {
        server_ = spawn({"serve"});
        for (int tries = 0; tries < 600; ++tries) {
            if (support::ask_plainly(port, "GET /healthz HTTP/1.0\r\n\r\n", 1).status == 200) return;
            std::this_thread::sleep_for(50ms);
        }
        FAIL() << "the server does not answer: " << said();
    }
    // What the server ended with.
    int end(int signal) {
        ::kill(server_, signal);
        int status = 0;
        ::waitpid(server_, &status, 0);
        server_ = -1;
        return status;
    }
    // Everything printed by the last verb.
    [[nodiscard]] std::string said() const {
        std::ifstream file(folder_ / "said", std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port); }

    std::uint16_t port = free_port();

  private:
    pid_t spawn(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), OBVERSE_PROGRAM);
        for (auto const& [flag, value] : {std::pair{"--data", folder_.string()},
                                          {"--database", address_},
                                          {"--listen", "127.0.0.1:" + std::to_string(port)},
                                          {"--log-level", std::string("warning")}}) {
            arguments.emplace_back(flag);
            arguments.push_back(value);
        }
        std::vector<char*> words;
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        posix_spawn_file_actions_t files{};
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, (folder_ / "said").c_str(),
                                         O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
        pid_t child = -1;
        EXPECT_EQ(::posix_spawn(&child, OBVERSE_PROGRAM, &files, nullptr, words.data(), environ), 0);
        posix_spawn_file_actions_destroy(&files);
        return child;
    }

    fs::path folder_ = fs::path("/dev/shm") / ("obverse-crash-" + crypto::random_secret());
    std::string address_ = support::fresh_address(support::Fresh::migrated);
    pid_t server_ = -1;
};

// Signs the first administrator in; the cookie.
std::string first_administrator(Installed& house) {
    EXPECT_EQ(house.run({"admin", "create", "--organisation", "Nordlys", "--name", "Amir", "--sign-in-name", "amir"}),
              0)
        << house.said();
    auto const link = house.said();
    auto const token = link.substr(link.rfind('/') + 1, link.find_last_not_of("\n") - link.rfind('/'));
    house.serve();
    auto const let_in = support::ask(house.port, http::Method::put, "/api/activations/" + token,
                                     R"({"password":"a long and quiet evening"})", {{"Origin", house.origin()}});
    EXPECT_EQ(let_in.status, 204) << let_in.body;
    auto const begin = let_in.head.find("__Host-session=");
    EXPECT_NE(begin, std::string::npos) << let_in.head;
    return let_in.head.substr(begin, let_in.head.find(';', begin) - begin);
}

// Adds people for as long as it may, each under a key of their own, and asks again under the same key whenever nobody
// answered: the answer may have been lost after the write.
class Writer {
  public:
    Writer(Installed const& house, std::string cookie, int number)
        : house_(house), cookie_(std::move(cookie)), number_(number) {}

    void write_until(std::atomic<bool> const& is_over) {
        for (int i = 0; !is_over; ++i) {
            auto const name = "W" + std::to_string(number_) + "N" + std::to_string(i);
            for (int status = 0; status != 201;) {
                status = support::ask(house_.port, http::Method::post, "/api/people", R"({"name":")" + name + "\"}",
                                      {{"Origin", house_.origin()}, {"Cookie", cookie_}, {"Idempotency-Key", name}})
                             .status;
                EXPECT_TRUE(status == 201 || status == 0 || status == 503) << status;
                if (status != 201) {
                    ++repeated;
                    std::this_thread::sleep_for(20ms);
                }
            }
            acknowledged.insert(name);
        }
    }

    std::set<std::string> acknowledged;
    int repeated = 0;

  private:
    Installed const& house_;
    std::string cookie_;
    int number_;
};

std::multiset<std::string> everybody_there(Installed const& house, std::string const& cookie) {
    std::multiset<std::string> names;
    std::string cursor;
    for (;;) {
        auto const page =
            support::ask(house.port, http::Method::get, "/api/people?limit=100" + cursor, "", {{"Cookie", cookie}});
        EXPECT_EQ(page.status, 200) << page.body;
        std::string_view const name = "\"name\":\"";
        for (auto at = page.body.find(name); at != std::string::npos; at = page.body.find(name, at + 1))
            names.insert(page.body.substr(at + name.size(), page.body.find('"', at + name.size()) - at - name.size()));
        std::string_view const next = "\"next_cursor\":\"";
        auto const at = page.body.find(next);
        if (page.status != 200 || at == std::string::npos) return names;
        cursor =
            "&cursor=" + page.body.substr(at + next.size(), page.body.find('"', at + next.size()) - at - next.size());
    }
}

}  // namespace crash_over_http

using namespace crash_over_http;

TEST(TheProgram, killed_while_it_writes_keeps_what_it_acknowledged_once_and_its_chain_whole) {
    Installed house;
    auto const cookie = first_administrator(house);
    std::atomic<bool> is_over = false;
    std::vector<Writer> writers;
    for (int number = 0; number < 3; ++number) writers.emplace_back(house, cookie, number);
    std::vector<std::thread> threads;
    for (auto& writer : writers) threads.emplace_back([&writer, &is_over] { writer.write_until(is_over); });
    for (auto const uptime : {700ms, 300ms, 1100ms}) {
        std::this_thread::sleep_for(uptime);
        auto const status = house.end(SIGKILL);
        EXPECT_TRUE(WIFSIGNALED(status)) << house.said();
        house.serve();
    }
    std::this_thread::sleep_for(500ms);
    is_over = true;
    for (auto& thread : threads) thread.join();

    auto const there = everybody_there(house, cookie);
    std::size_t acknowledged = 0;
    int repeated = 0;
    for (auto const& writer : writers) {
        for (auto const& name : writer.acknowledged) EXPECT_EQ(there.count(name), 1U) << name;
        acknowledged += writer.acknowledged.size();
        repeated += writer.repeated;
    }
    EXPECT_EQ(there.size(), acknowledged + 1) << "everybody, and the administrator";
    EXPECT_GT(acknowledged, 30U);
    EXPECT_GT(repeated, 0) << "nobody was ever in the middle";

    auto const status = house.end(SIGTERM);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "asked to stop, it stops by itself: " << house.said();
    std::string line;
    house.run({"doctor", "--all"});
    EXPECT_THAT(house.said(), HasSubstr("well  audit_chain"));
    // The test server of PostgreSQL runs without fsync on purpose, and the doctor says so.
    for (std::istringstream lines(house.said()); std::getline(lines, line);)
        EXPECT_TRUE(!line.starts_with("illness") || line.starts_with("illness  engine")) << line;
}
