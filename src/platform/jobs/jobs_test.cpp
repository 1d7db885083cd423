#include <algorithm>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "platform/jobs/board.hpp"
#include "platform/jobs/board_store.hpp"
#include "platform/jobs/schedule.hpp"
#include "platform/jobs/workers.hpp"
#include "support/databases.hpp"

namespace jobs_examples {

using OrganisationId = base::Id<struct OrganisationOfJobsTag>;

struct Errand {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Errand, (), (number))

inline constexpr jobs::Kind<Errand> kErrand{"test.errand"};
inline constexpr jobs::Kind<Errand> kLongErrand{"test.long_errand"};

// One database for all, an organisation a test; the board of a test sees only kinds it knows, so each test that
// counts has its own database.
class AQueue : public testing::Test {
  protected:
    AQueue() : database({.address = support::fresh_address(support::Fresh::migrated), .readers = 8}) {
        organisation = database.write([&](db::Tx& tx) {
            auto const id = tx.make_id<OrganisationId>();
            tx.run(R"(INSERT INTO organisations (organisation_id, name, slug, language, time_zone, is_demo, created_at,
                                                 version) VALUES ($1, 'Nordlys', $2, 'en', 'UTC', FALSE, 0, 1))",
                   id, id.text());
            return id;
        });
    }

    jobs::JobId queue(std::int64_t number, std::optional<std::string> key = {}, base::Duration delay = {}) {
        return database.write([&](db::Tx& tx) {
            return jobs::queue(tx, organisation, kErrand, {number},
                               {.now = clock.now(), .run_at = clock.now() + delay, .unique_key = key});
        });
    }
    jobs::Standing standing(std::string const& key, std::string_view kind = kErrand.name) {
        return database.read(
            [&](db::Tx& tx) { return jobs::find_standing(tx, base::any(organisation), kind, key).value(); });
    }
    std::unique_ptr<jobs::Board> a_board() { return std::make_unique<jobs::Board>(database, clock, *random); }
    std::unique_ptr<jobs::Board> a_counting_board() {
        auto board = a_board();
        board->on(kErrand, [this](db::Tx&, jobs::Work&, Errand const& errand) -> base::Result<bool> {
            done.push_back(errand.number);
            return true;
        });
        return board;
    }

    platform::TestClock clock{base::Instant{1'800'000'000'000'000}};
    std::unique_ptr<base::Random> random = base::seeded_random(3);
    db::Database database;
    OrganisationId organisation;
    std::vector<std::int64_t> done;
};

}  // namespace jobs_examples

using namespace jobs_examples;

TEST_F(AQueue, does_each_job_once_in_the_order_they_fall_due) {
    auto const board = a_counting_board();
    queue(2, {}, std::chrono::seconds(20));
    queue(1, {}, std::chrono::seconds(10));
    EXPECT_EQ(board->drain(), 0);
    clock.advance(std::chrono::seconds(20));
    EXPECT_EQ(board->drain(), 2);
    EXPECT_EQ(board->drain(), 0);
    EXPECT_EQ(done, (std::vector<std::int64_t>{1, 2}));
}

TEST_F(AQueue, is_empty_again_when_the_write_that_queued_is_refused) {
    auto const board = a_counting_board();
    std::ignore = database.write([&](db::Tx& tx) -> base::Result<bool> {
        jobs::queue(tx, organisation, kErrand, {1}, {.now = clock.now()});
        return base::not_found("thing");
    });
    EXPECT_EQ(board->drain(), 0);
}

TEST_F(AQueue, holds_one_waiting_job_of_a_key_and_the_latest_word_about_it) {
    auto const board = a_counting_board();
    auto const first = queue(1, "programme");
    EXPECT_EQ(queue(2, "programme"), first);
    queue(3, "another");
    queue(4);
    queue(5);
    board->drain();
    std::ranges::sort(done);
    EXPECT_EQ(done, (std::vector<std::int64_t>{2, 3, 4, 5}));
    queue(6, "programme");
    EXPECT_EQ(board->drain(), 1);
}

TEST_F(AQueue, queues_a_job_again_that_is_running_and_runs_it_afterwards) {
    auto const board = a_board();
    int runs = 0;
    board->on(kLongErrand, [&](jobs::Work&, Errand const&) -> base::Result<bool> {
        if (++runs == 1) {
            database.write([&](db::Tx& tx) {
                jobs::queue(tx, organisation, kLongErrand, {2}, {.now = clock.now(), .unique_key = "key"});
            });
            EXPECT_FALSE(board->do_one());  // not while the first is running
        }
        return true;
    });
    database.write([&](db::Tx& tx) {
        jobs::queue(tx, organisation, kLongErrand, {1}, {.now = clock.now(), .unique_key = "key"});
    });
    EXPECT_EQ(board->drain(), 2);
    EXPECT_EQ(runs, 2);
}

TEST_F(AQueue, tries_a_broken_job_again_later_and_later_until_it_is_dead) {
    auto const board = a_board();
    int attempts = 0;
    board->on(kErrand, [&](db::Tx&, jobs::Work&, Errand const&) -> base::Result<bool> {
        ++attempts;
        throw std::runtime_error("nothing works today");
    });
    queue(1, "key");
    for (int hour = 0; hour < 20; ++hour) {
        board->drain();
        clock.advance(std::chrono::hours(2));
    }
    EXPECT_EQ(attempts, jobs::kMostAttempts);
    EXPECT_EQ(standing("key").state, jobs::State::dead);
    EXPECT_EQ(standing("key").dead_reason, "broken");
}

TEST_F(AQueue, does_not_repeat_what_the_house_refused) {
    auto const board = a_board();
    int attempts = 0;
    board->on(kErrand, [&](db::Tx& tx, jobs::Work&, Errand const&) -> base::Result<bool> {
        ++attempts;
        jobs::queue(tx, organisation, kErrand, {2}, {.now = clock.now()});  // rolled back with the refusal
        return base::conflict("import_is_over", "it was applied long ago");
    });
    queue(1, "key");
    EXPECT_EQ(board->drain(), 1);
    EXPECT_EQ(attempts, 1);
    EXPECT_EQ(standing("key").dead_reason, "import_is_over");
}

TEST_F(AQueue, shows_progress_and_stops_when_asked) {
    auto const board = a_board();
    board->on(kLongErrand, [&](jobs::Work& work, Errand const&) -> base::Result<bool> {
        for (int row = 1; row <= 100; ++row) {
            TRY_VOID(work.report("applying", row, 100));
            if (row == 7)
                database.write([&](db::Tx& tx) {
                    jobs::ask_to_cancel(tx, base::any(organisation), kLongErrand.name, "key", clock.now());
                });
        }
        return true;
    });
    database.write([&](db::Tx& tx) {
        jobs::queue(tx, organisation, kLongErrand, {1}, {.now = clock.now(), .unique_key = "key"});
    });
    EXPECT_EQ(board->drain(), 1);
    auto const ended = standing("key", kLongErrand.name);
    EXPECT_EQ(ended.state, jobs::State::cancelled);
    EXPECT_EQ(ended.progress_state, "applying");
    EXPECT_EQ(ended.progress_done, 8);
    EXPECT_EQ(ended.progress_total, 100);
}

TEST_F(AQueue, cancels_a_waiting_job_at_once) {
    auto const board = a_counting_board();
    queue(1, "key");
    database.write(
        [&](db::Tx& tx) { jobs::ask_to_cancel(tx, base::any(organisation), kErrand.name, "key", clock.now()); });
    EXPECT_EQ(board->drain(), 0);
    EXPECT_EQ(standing("key").state, jobs::State::cancelled);
}

// The first worker stands still for longer than its lease; another takes the job. Nothing the first one then writes
// is kept.
TEST_F(AQueue, refuses_the_work_and_the_completion_of_a_stale_worker) {
    auto const fresh = a_counting_board();
    auto const stale = a_board();
    base::Result<bool> late_report = false;
    stale->on(kErrand, [&](db::Tx&, jobs::Work&, Errand const&) -> base::Result<bool> { return true; });
    stale->on(kLongErrand, [&](jobs::Work& work, Errand const&) -> base::Result<bool> {
        clock.advance(jobs::kLease + std::chrono::seconds(1));
        auto const other = a_board();
        other->on(kLongErrand, [&](jobs::Work&, Errand const& errand) -> base::Result<bool> {
            done.push_back(errand.number);
            return true;
        });
        EXPECT_EQ(other->drain(), 1);
        late_report = work.report("late", 1, 1);
        return work.write([&](db::Tx& tx) -> base::Result<bool> {
            tx.run("UPDATE organisations SET name = 'changed by a stale worker'");
            return true;
        });
    });
    database.write([&](db::Tx& tx) {
        jobs::queue(tx, organisation, kLongErrand, {1}, {.now = clock.now(), .unique_key = "key"});
    });
    EXPECT_TRUE(stale->do_one());
    EXPECT_EQ(done, (std::vector<std::int64_t>{1}));
    EXPECT_EQ(late_report.refusal().code, "lease_lost");
    EXPECT_EQ(standing("key", kLongErrand.name).state, jobs::State::done);
    EXPECT_EQ(database.read([](db::Tx& tx) { return tx.value<std::string>("SELECT name FROM organisations"); }),
              "Nordlys");
}

TEST_F(AQueue, buries_a_job_that_no_worker_survives) {
    queue(1, "key");
    for (std::int64_t i = 0; i <= jobs::kMostAttempts; ++i) {
        database.write([&](db::Tx& tx) {
            auto const due = jobs::store::find_due(tx, "'test.errand'", clock.now(), clock.wall());
            if (due) jobs::store::take(tx, *due, clock.wall() + jobs::kLease);
        });
        clock.advance(jobs::kLease * 2);
    }
    auto const board = a_counting_board();
    board->drain();
    EXPECT_TRUE(done.empty());
    EXPECT_EQ(standing("key").dead_reason, "worker_died");
}

TEST_F(AQueue, leaves_kinds_it_does_not_know_to_a_newer_node) {
    queue(1);
    auto const old_node = a_board();
    EXPECT_EQ(old_node->drain(), 0);
    EXPECT_EQ(a_counting_board()->drain(), 1);
}

// Two nodes, each with its own pools, two threads each, one queue.
TEST_F(AQueue, gives_each_job_to_one_of_two_nodes) {
    constexpr int kJobs = 60;
    std::vector<std::atomic<int>> runs(kJobs);
    for (int i = 0; i < kJobs; ++i) queue(i);
    auto const work_on = [&](db::Database& node) {
        auto const own_random = base::seeded_random(5);
        jobs::Board board(node, clock, *own_random);
        board.on(kErrand, [&](db::Tx& tx, jobs::Work& work, Errand const& errand) -> base::Result<bool> {
            tx.after_commit([&runs, number = errand.number] { ++runs[static_cast<std::size_t>(number)]; });
            std::ignore = work.now();
            return true;
        });
        for (int idle = 0; idle < 40;) {
            try {
                idle = board.do_one() ? 0 : idle + 1;
            } catch (db::Error const& error) {
                ASSERT_TRUE(error.code() == db::Code::serialization || error.code() == db::Code::busy) << error.what();
            }
            if (idle > 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    };
    db::Database second_node({.address = database.options().address, .readers = 4});
    {
        std::vector<std::jthread> threads;
        for (auto* node : {&database, &second_node})
            for (int i = 0; i < 2; ++i) threads.emplace_back([&, node] { work_on(*node); });
    }
    clock.advance(jobs::kLease * 60);  // what failed between being taken and done comes back
    work_on(database);
    for (int i = 0; i < kJobs; ++i) EXPECT_EQ(runs[static_cast<std::size_t>(i)], 1) << i;
}

TEST_F(AQueue, is_emptied_by_workers_soon_after_something_is_queued) {
    std::atomic<int> many = 0;
    std::atomic<int> rounds = 0;
    auto const board = a_board();
    board->on(kErrand, [&](db::Tx& tx, jobs::Work&, Errand const&) -> base::Result<bool> {
        tx.after_commit([&] { ++many; });
        return true;
    });
    {
        jobs::Workers workers(*board, database, 2, [&] { ++rounds; });
        for (int i = 0; i < 5; ++i) queue(i);
        for (int i = 0; i < 500 && many < 5; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(many, 5);
    EXPECT_GE(rounds, 1);
    queue(9);  // nobody is there to hear it
}

TEST_F(AQueue, forgets_ended_jobs_after_a_while) {
    auto const board = a_counting_board();
    queue(1, "key");
    board->drain();
    auto const later = clock.now() + std::chrono::hours(1);
    EXPECT_EQ(database.write([&](db::Tx& tx) { return jobs::forget_ended_before(tx, later); }), 1);
}

TEST_F(AQueue, gets_one_job_a_slot_from_the_schedule_however_often_it_looks) {
    static constexpr jobs::Kind<jobs::Nothing> kTidy{"test.tidy"};
    std::array const lines{jobs::ScheduleLine{"tidy", kTidy, std::chrono::hours(24), std::chrono::hours(2)}};
    int tidied = 0;
    auto const board = a_board();
    board->on(kTidy, [&](db::Tx&, jobs::Work&, jobs::Nothing const&) -> base::Result<bool> {
        ++tidied;
        return true;
    });
    auto const look = [&] {
        database.write([&](db::Tx& tx) { jobs::queue_scheduled(tx, base::any(organisation), lines, clock.now()); });
        board->drain();
    };
    look();
    look();
    EXPECT_EQ(tidied, 1);
    clock.advance(std::chrono::hours(24));
    look();
    look();
    EXPECT_EQ(tidied, 2);
    clock.advance(std::chrono::hours(24 * 7));
    look();
    EXPECT_EQ(tidied, 3);
}

TEST(Backoff, doubles_from_five_seconds_to_an_hour_with_jitter) {
    auto const random = base::seeded_random(1);
    for (int i = 0; i < 200; ++i) {
        auto const first = jobs::backoff(1, *random);
        EXPECT_GE(first, std::chrono::milliseconds(3750));
        EXPECT_LE(first, std::chrono::milliseconds(6250));
        auto const last = jobs::backoff(40, *random);
        EXPECT_GE(last, std::chrono::minutes(45));
        EXPECT_LE(last, std::chrono::minutes(75));
    }
}
