#pragma once
// Connections that wait for work, and the fair lock before the one writer of SQLite.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/connection.hpp"

namespace db {

// First come, first served: no writer waits for ever behind quicker ones.
class FairLock {
  public:
    void lock() {
        std::unique_lock held(mutex_);
        auto const ticket = next_++;
        turn_.wait(held, [&] { return ticket == serving_; });
    }
    void unlock() {
        {
            std::scoped_lock const held(mutex_);
            ++serving_;
        }
        turn_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable turn_;
    std::uint64_t next_ = 0;
    std::uint64_t serving_ = 0;
};

class Pool {
  public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    // Gives its connection back at the end of its life; a dead one is dropped, and the next taker opens another.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection) : pool_(pool), connection_(std::move(connection)) {}
        Lease(Lease const&) = delete;
        Lease& operator=(Lease const&) = delete;
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Connection& operator*() const { return *connection_; }

      private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    Pool(int most, std::chrono::milliseconds patience, Open open)
        : free_places_(most), patience_(patience), open_(std::move(open)) {}

    // Error{busy} when all stay taken for longer than the patience.
    Lease take();
    // After the server went away: what is idle is as dead as the one that noticed.
    void forget_idle();

  private:
    std::unique_ptr<Connection> take_idle();
    void give_back(std::unique_ptr<Connection> connection);

    std::mutex mutex_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int free_places_;
    std::chrono::milliseconds patience_;
    Open open_;
};

}  // namespace db
