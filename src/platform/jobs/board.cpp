#include "platform/jobs/board.hpp"

#include <algorithm>
#include <mutex>
#include <set>

#include <spdlog/spdlog.h>

#include "platform/jobs/board_store.hpp"

namespace jobs {

// What this board is doing at the moment.
struct Board::Holdings {
    struct Held {
        base::AnyId organisation;
        JobId id;
        std::int64_t fence;
        auto operator<=>(Held const&) const = default;
    };
    std::mutex mutex;
    std::set<Held> held;

    std::vector<Held> list() {
        std::scoped_lock const guard(mutex);
        return {held.begin(), held.end()};
    }
};

namespace {

// Nothing is wrong with the job: it met another transaction once too often.
bool is_collision(db::Error const& error) {
    return error.code() == db::Code::serialization || error.code() == db::Code::busy;
}

}  // namespace

// However the job ends, its lease is no longer renewed.
class Board::Holding {
  public:
    Holding(Holdings& holdings, Holdings::Held held) : holdings_(holdings), held_(held) {
        std::scoped_lock const guard(holdings_.mutex);
        holdings_.held.insert(held_);
    }
    Holding(Holding const&) = delete;
    Holding& operator=(Holding const&) = delete;
    ~Holding() {
        std::scoped_lock const guard(holdings_.mutex);
        holdings_.held.erase(held_);
    }

  private:
    Holdings& holdings_;
    Holdings::Held held_;
};

base::Duration backoff(std::int64_t attempts, base::Random& random) {
    using std::chrono::seconds;
    auto const doublings = std::clamp<std::int64_t>(attempts - 1, 0, 10);
    base::Duration const plain = std::min(seconds(5) * (std::int64_t{1} << doublings), seconds(3600));
    auto const quarter = static_cast<std::uint64_t>(plain.count() / 4);
    return plain - plain / 4 + base::Duration(static_cast<std::int64_t>(random.below(2 * quarter + 1)));
}

base::Refusal cancelled() {
    return base::conflict("cancelled", "somebody asked to stop");
}
base::Refusal lease_lost() {
    return base::conflict("lease_lost", "another worker has taken the job");
}

base::Result<bool> Work::hold(db::Tx& tx) const {
    if (!store::renew(tx, job_.organisation_id, job_.id, job_.fence, clock_.wall() + kLease)) return lease_lost();
    return true;
}

base::Result<bool> Work::report(std::string const& state, std::int64_t done, std::int64_t total) {
    // What was done stays to be seen, also when it is the last of it.
    TRY(is_cancel_asked, write([&](db::Tx& tx) -> base::Result<bool> {
            auto const is_asked = store::save_progress(tx, job_, state, done, total);
            tx.notify(kProgressChannel, job_.organisation_id.text() + ' ' + job_.kind + ' ' + job_.id.text());
            return is_asked;
        }));
    if (is_cancel_asked) return cancelled();
    return true;
}

Board::Board(db::Database& database, platform::Clock const& clock, base::Random& random)
    : database_(database), clock_(clock), random_(random), holdings_(std::make_unique<Holdings>()) {}
Board::~Board() = default;

void Board::add_step(std::string_view kind, Step step) {
    known_kinds_ += (known_kinds_.empty() ? "'" : ", '") + std::string(kind) + "'";
    steps_.emplace(kind, std::move(step));
}

void Board::add_handler(std::string_view kind, Handler handler) {
    known_kinds_ += (known_kinds_.empty() ? "'" : ", '") + std::string(kind) + "'";
    handlers_.emplace(kind, std::move(handler));
}

bool Board::do_one() {
    auto const job = take();
    if (!job) return false;
    Holding const holding(*holdings_, {job->organisation_id, job->id, job->fence});
    carry_out(*job);
    return true;
}

int Board::drain() {
    int done = 0;
    while (do_one()) ++done;
    return done;
}

void Board::renew_leases() {
    for (auto const& held : holdings_->list())
        database_.write(
            [&](db::Tx& tx) { store::renew(tx, held.organisation, held.id, held.fence, clock_.wall() + kLease); });
}

// The look costs no writer's lock and, on PostgreSQL, no predicate lock over the whole queue; the fence then says
// whether somebody else was quicker.
std::optional<TakenJob> Board::take() {
    if (known_kinds_.empty()) return std::nullopt;
    for (;;) {
        auto const due =
            database_.read([&](db::Tx& tx) { return store::find_due(tx, known_kinds_, clock_.now(), clock_.wall()); });
        if (!due) return std::nullopt;
        auto const until = clock_.wall() + kLease;
        auto job = database_.write([&](db::Tx& tx) { return store::take(tx, *due, until); });
        if (job) return job;
    }
}

// One of the four nets of the house: what breaks in a job ends here, and the job is tried again.
void Board::carry_out(TakenJob const& job) {
    try {
        auto const outcome = finish_with(job);
        if (!outcome) put_down(job, outcome.refusal());
    } catch (db::Error const& error) {
        if (!is_collision(error)) return bury_or_repeat(job, error);
        auto const soon = clock_.now() + base::Duration(static_cast<std::int64_t>(50'000 + random_.below(950'000)));
        auto uncounted = job;
        --uncounted.attempts;
        database_.write([&](db::Tx& tx) { store::put_back(tx, uncounted, soon, clock_.now()); });
    } catch (std::exception const& breakage) {
        bury_or_repeat(job, breakage);
    }
}

base::Result<bool> Board::finish_with(TakenJob const& job) {
    // A worker that dies again and again without a word must not be fed for ever.
    if (job.attempts > kMostAttempts) return base::conflict("worker_died", "no worker survived this job");
    Work work(database_, clock_, job);
    if (auto const step = steps_.find(job.kind); step != steps_.end())
        return work.write([&](db::Tx& tx) -> base::Result<bool> {
            TRY_VOID(step->second(tx, work, job.payload.text));
            return store::end(tx, job, State::done, {}, clock_.now());
        });
    TRY_VOID(handlers_.find(job.kind)->second(work, job.payload.text));
    return work.write(
        [&](db::Tx& tx) -> base::Result<bool> { return store::end(tx, job, State::done, {}, clock_.now()); });
}

void Board::put_down(TakenJob const& job, base::Refusal const& refusal) {
    if (refusal.code == lease_lost().code) return;
    auto const may_try_again =
        refusal.kind == base::RefusalKind::unavailable || refusal.kind == base::RefusalKind::throttled;
    if (may_try_again && job.attempts < kMostAttempts) {
        auto const now = clock_.now();
        auto const next = now + backoff(job.attempts, random_);
        return database_.write([&](db::Tx& tx) { store::put_back(tx, job, next, now); });
    }
    auto const state = refusal.code == cancelled().code ? State::cancelled : State::dead;
    database_.write([&](db::Tx& tx) { store::end(tx, job, state, refusal.code, clock_.now()); });
}

void Board::bury_or_repeat(TakenJob const& job, std::exception const& breakage) {
    spdlog::error("job {} {} broke at attempt {}: {}", job.kind, job.id.text(), job.attempts, breakage.what());
    put_down(job, {base::RefusalKind::unavailable, "broken", "the log says more", {}, {}});
}

}  // namespace jobs
