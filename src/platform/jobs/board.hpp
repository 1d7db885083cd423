#pragma once
// Who does which kind of job, and how one is done: taken under a lease with a fence, carried out, and put down as
// done, to be tried again, or dead.
//
// The fence grows each time a job is taken. Whoever was too slow finds a higher one, and neither its work nor its
// completion is committed: two nodes never both do one job.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/random.hpp"
#include "base/result.hpp"
#include "platform/clock.hpp"
#include "platform/jobs/job.hpp"

namespace jobs {

// Where a job says that it has moved on: `organisation kind id`.
inline constexpr std::string_view kProgressChannel = "job_progress";

inline constexpr base::Duration kLease = std::chrono::seconds(60);
inline constexpr std::int64_t kMostAttempts = 8;

// Before attempt `attempts + 1`: 5 s doubled each time, at most an hour, and up to a quarter more or less, so that
// jobs that failed together do not come back together.
base::Duration backoff(std::int64_t attempts, base::Random& random);

struct TakenJob {
    base::AnyId organisation_id;
    JobId id;
    std::string kind;
    meta::Json payload;
    std::int64_t attempts = 0;
    std::int64_t fence = 0;
};
BOOST_DESCRIBE_STRUCT(TakenJob, (), (organisation_id, id, kind, payload, attempts, fence))

// What a handler works with.
class Work {
  public:
    Work(db::Database& database, platform::Clock const& clock, TakenJob const& job)
        : database_(database), clock_(clock), job_(job) {}

    [[nodiscard]] base::Instant now() const { return clock_.now(); }
    template <class OrganisationId>
    [[nodiscard]] OrganisationId organisation() const {
        return base::as<OrganisationId>(job_.organisation_id);
    }
    [[nodiscard]] JobId id() const { return job_.id; }

    // A transaction that commits only while the lease is held; renews it.
    template <class F>
    auto write(F&& f) {
        return database_.write([&](db::Tx& tx) -> std::invoke_result_t<F&, db::Tx&> {
            TRY_VOID(hold(tx));
            return f(tx);
        });
    }
    template <class F>
    auto read(F&& f) {
        return database_.read(f);
    }

    // Shows how far the job is. Refuses with `cancelled` when somebody asked for that, and when the lease is lost;
    // the handler returns the refusal.
    base::Result<bool> report(std::string const& state, std::int64_t done, std::int64_t total);

    base::Result<bool> hold(db::Tx& tx) const;

  private:
    db::Database& database_;
    platform::Clock const& clock_;
    TakenJob const& job_;
};

base::Refusal cancelled();
base::Refusal lease_lost();

class Board {
  public:
    using Handler = std::function<base::Result<bool>(Work& work, std::string const& payload)>;
    using Step = std::function<base::Result<bool>(db::Tx& tx, Work& work, std::string const& payload)>;

    Board(db::Database& database, platform::Clock const& clock, base::Random& random);
    ~Board();
    Board(Board const&) = delete;
    Board& operator=(Board const&) = delete;

    // A short job: its work and its completion are one transaction.
    //   board.on(send_mail, [](db::Tx& tx, jobs::Work& work, MailJob const& job) -> base::Result<bool> {...});
    template <class Payload, class F>
    void on(Kind<Payload> const& kind, F handler) {
        if constexpr (std::is_invocable_v<F, db::Tx&, Work&, Payload const&>)
            add_step(kind.name, [handler](db::Tx& tx, Work& work, std::string const& text) -> base::Result<bool> {
                TRY(payload, json::read<Payload>(text));
                return handler(tx, work, payload);
            });
        else
            add_handler(kind.name, [handler](Work& work, std::string const& text) -> base::Result<bool> {
                TRY(payload, json::read<Payload>(text));
                return handler(work, payload);
            });
    }

    // Takes one job that is due and does it; false when none is.
    bool do_one();
    // For tests and commands: does everything that is due, in this thread. The number done.
    int drain();
    // Keeps the leases of what this board is doing; called every few seconds while workers run.
    void renew_leases();

  private:
    void add_step(std::string_view kind, Step step);
    void add_handler(std::string_view kind, Handler handler);
    std::optional<TakenJob> take();
    void carry_out(TakenJob const& job);
    base::Result<bool> finish_with(TakenJob const& job);
    void put_down(TakenJob const& job, base::Refusal const& refusal);
    void bury_or_repeat(TakenJob const& job, std::exception const& breakage);

    struct Holdings;
    class Holding;
    db::Database& database_;
    platform::Clock const& clock_;
    base::Random& random_;
    std::map<std::string, Handler, std::less<>> handlers_;
    std::map<std::string, Step, std::less<>> steps_;
    std::string known_kinds_;  // "'a', 'b'": what a newer node queued stays for that node
    std::unique_ptr<Holdings> holdings_;
};

}  // namespace jobs
