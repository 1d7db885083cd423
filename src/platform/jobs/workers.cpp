#include "platform/jobs/workers.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include <spdlog/spdlog.h>

namespace jobs {

namespace {

constexpr auto kPatience = std::chrono::seconds(1);
constexpr auto kLeaseRenewal = std::chrono::seconds(15);

}  // namespace

class Workers::Crew {
  public:
    Crew(Board& board, std::function<void()> round) : board_(board), round_(std::move(round)) {}

    void start(int threads) {
        threads_.emplace_back([this] {
            keep_doing(kPatience, [this] {
                round_();
                return false;
            });
        });
        threads_.emplace_back([this] {
            keep_doing(kLeaseRenewal, [this] {
                board_.renew_leases();
                return false;
            });
        });
        for (int i = 0; i < threads; ++i)
            threads_.emplace_back([this] { keep_doing(kPatience, [this] { return board_.do_one(); }); });
    }

    void stop() {
        {
            std::scoped_lock const held(mutex_);
            is_stopping_ = true;
        }
        wake_.notify_all();
        threads_.clear();
    }

    void nudge() {
        {
            std::scoped_lock const held(mutex_);
            ++nudges_;
        }
        wake_.notify_all();
    }

  private:
    // `what` says whether there may be more to do at once.
    template <class F>
    void keep_doing(std::chrono::milliseconds patience, F const& what) {
        std::uint64_t seen = 0;
        for (;;) {
            auto const is_more = did(what);
            std::unique_lock held(mutex_);
            if (!is_more) wake_.wait_for(held, patience, [&] { return is_stopping_ || nudges_ != seen; });
            if (is_stopping_) return;
            seen = nudges_;
        }
    }

    // One of the four nets of the house: a database that is away for a while must not end the thread.
    template <class F>
    static bool did(F const& what) {
        try {
            return what();
        } catch (std::exception const& breakage) {
            spdlog::error("background work broke: {}", breakage.what());
            return false;
        }
    }

    Board& board_;
    std::function<void()> round_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::uint64_t nudges_ = 0;
    bool is_stopping_ = false;
    std::vector<std::jthread> threads_;
};

Workers::Workers(Board& board, db::Database& database, int threads, std::function<void()> round)
    : crew_(std::make_shared<Crew>(board, std::move(round))) {
    // Weak, because listeners live as long as the database and the crew does not.
    for (auto const* channel : {"jobs", "events"})
        database.listen(channel, [crew = std::weak_ptr(crew_)](std::string const&) {
            if (auto const there = crew.lock()) there->nudge();
        });
    crew_->start(threads);
}

Workers::~Workers() {
    crew_->stop();
}

void Workers::nudge() {
    crew_->nudge();
}

}  // namespace jobs
