#include "platform/db/listener.hpp"

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <set>
#include <thread>

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace db {

class Listener::Ear {
  public:
    Ear(std::string address, Heard heard)
        : address_(std::move(address)),
          heard_(std::move(heard)),
          wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          thread_([this] { listen(); }) {}
    Ear(Ear const&) = delete;
    Ear& operator=(Ear const&) = delete;
    ~Ear() {
        {
            std::scoped_lock const held(mutex_);
            is_stopping_ = true;
        }
        nudge();
        thread_.join();
        close(wake_);
    }

    void add(std::string const& channel) {
        std::unique_lock held(mutex_);
        wanted_.insert(channel);
        nudge();
        changed_.wait_for(held, std::chrono::seconds(5), [&] { return listening_.contains(channel); });
    }

  private:
    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    using Handle = std::unique_ptr<PGconn, Finish>;

    void nudge() const {
        std::uint64_t const one = 1;
        [[maybe_unused]] auto const written = write(wake_, &one, sizeof one);
    }

    void listen() {
        Handle handle;
        while (!is_stopping()) {
            if (!handle || PQstatus(handle.get()) != CONNECTION_OK) {
                {
                    std::scoped_lock const held(mutex_);
                    listening_.clear();
                }
                handle.reset(PQconnectdb(address_.c_str()));
            }
            auto const is_up = PQstatus(handle.get()) == CONNECTION_OK && subscribe(handle.get());
            wait(is_up ? PQsocket(handle.get()) : -1);
            if (is_up) hear(handle.get());
        }
    }

    bool subscribe(PGconn* handle) {
        std::unique_lock held(mutex_);
        for (auto const& channel : wanted_) {
            if (listening_.contains(channel)) continue;
            auto* const quoted = PQescapeIdentifier(handle, channel.c_str(), channel.size());
            auto* const result = PQexec(handle, ("LISTEN " + std::string(quoted)).c_str());
            auto const is_done = PQresultStatus(result) == PGRES_COMMAND_OK;
            PQclear(result);
            PQfreemem(quoted);
            if (!is_done) return false;
            listening_.insert(channel);
        }
        changed_.notify_all();
        return true;
    }

    // Without a socket: a second until the next attempt.
    void wait(int socket) const {
        std::array<pollfd, 2> watched{pollfd{wake_, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
        poll(watched.data(), watched.size(), socket < 0 ? 1000 : -1);
        std::uint64_t count = 0;
        [[maybe_unused]] auto const taken = read(wake_, &count, sizeof count);
    }

    void hear(PGconn* handle) {
        PQconsumeInput(handle);
        while (auto* const notice = PQnotifies(handle)) {
            std::string const channel = notice->relname;
            std::string const payload = notice->extra;
            PQfreemem(notice);
            heard_(channel, payload);
        }
    }

    bool is_stopping() {
        std::scoped_lock const held(mutex_);
        return is_stopping_;
    }

    std::string address_;
    Heard heard_;
    int wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::set<std::string> wanted_;
    std::set<std::string> listening_;
    bool is_stopping_ = false;
    std::thread thread_;  // last: it starts when everything above stands
};

Listener::Listener(std::string address, Heard heard)
    : ear_(std::make_unique<Ear>(std::move(address), std::move(heard))) {}
Listener::~Listener() = default;
void Listener::add(std::string const& channel) {
    ear_->add(channel);
}

}  // namespace db
