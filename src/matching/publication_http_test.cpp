#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_http.hpp"
#include "matching/publication_actions.hpp"
#include "matching/suggestion_actions.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using std::chrono::minutes;

// A programme that waits an hour before it sends.
class APublication : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    void SetUp() override { wait(60); }

    void wait(int how_long) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE programmes SET publication_wait_minutes = $3 WHERE organisation_id = $1 AND id = $2",
                   cast.organisation, cast.programme, how_long);
        });
    }
    void run_sql(std::string const& sql) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation); });
    }
    static std::string path(MatchRunId id, std::string const& rest = "") {
        return "/api/match-runs/" + id.text() + rest;
    }
    MatchRunId draft() {
        auto const reply =
            door.as(cast.jo).post("/api/match-runs", R"({"programme_id":")" + cast.programme.text() + "\"}");
        EXPECT_EQ(reply.status, 202) << reply.body;
        door.house().drain();
        return reply.as<MatchRunAnswer>().id;
    }
    support::Reply publish(MatchRunId id) { return door.as(cast.jo).put(path(id, "/publication")); }
    support::Reply send_without_waiting(MatchRunId id) {
        return door.as(cast.jo).put(path(id, "/publication/sending"));
    }
    support::Reply undo_it(MatchRunId id) { return door.as(cast.kim).remove(path(id, "/publication")); }
    MatchRunAnswer seen(MatchRunId id) { return door.as(cast.jo).get(path(id)).as<MatchRunAnswer>(); }
    void pass(minutes how_many) {
        door.clock().advance(how_many);
        door.house().round();
        door.house().drain();
    }
    std::size_t suggested(PersonId person) {
        return door.as(person).get("/api/suggestions").as<MySuggestions>().items.size();
    }
    // Everything a participant could find of it.
    std::int64_t traces() {
        return door.database().read([&](db::Tx& tx) {
            std::int64_t found = 0;
            for (auto const* table : {"rounds", "suggestions", "suggestion_people", "notices", "mails"})
                found +=
                    tx.value<std::int64_t>(std::string("SELECT COUNT(*) FROM ") + table + " WHERE organisation_id = $1",
                                           cast.organisation)
                        .value();
            return found;
        });
    }
    std::vector<std::string> events() {
        return door.database().read([&](db::Tx& tx) {
            return tx.values<std::string>(
                "SELECT kind FROM events WHERE organisation_id = $1 AND kind LIKE 'match_run.p%' ORDER BY happened_at, "
                "kind",
                cast.organisation);
        });
    }
    std::vector<std::string> told(PersonId person) {
        std::vector<std::string> kinds;
        for (auto const& notice : door.as(person).get("/api/notices").as<notice::Notices>().items)
            kinds.push_back(notice.kind);
        return kinds;
    }
};

TEST_F(APublication, waits_before_it_is_sent_and_says_until_when_and_by_whom) {
    auto const id = draft();
    auto const answer = publish(id).as<MatchRunAnswer>();
    EXPECT_EQ(answer.state, RunState::sending);
    ASSERT_TRUE(answer.publication);
    EXPECT_EQ(answer.publication->state, PublicationState::waiting);
    EXPECT_EQ(answer.publication->started_by, "Jo Byrne");
    EXPECT_EQ(answer.publication->sends_at, door.clock().now() + minutes(60));
    EXPECT_THAT(answer.allowed_actions, ElementsAre(RunAction::undo, RunAction::send_now));
    EXPECT_EQ(answer.round_closes_on, std::nullopt);
    pass(minutes(59));
    EXPECT_EQ(traces(), 0);
    pass(minutes(1));
    EXPECT_EQ(seen(id).state, RunState::published);
    EXPECT_EQ(seen(id).publication->state, PublicationState::sent);
    EXPECT_TRUE(seen(id).round_closes_on);
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david}) {
        EXPECT_EQ(suggested(person), 1U);
        EXPECT_THAT(told(person), Contains("suggestions_ready"));
    }
    EXPECT_THAT(events(), ElementsAre("match_run.publication_started", "match_run.published"));
}

// Five working days from the day it is in the house: when it is Sunday in UTC, it may be Monday on Kiritimati, and on
// Monday still Sunday in Pago Pago.
TEST_F(APublication, closes_its_round_by_the_day_it_is_in_the_house) {
    auto const closing_day_in = [&](std::string const& time_zone) {
        run_sql("UPDATE organisations SET time_zone = '" + time_zone + "' WHERE organisation_id = $1");
        auto const id = draft();
        publish(id);
        EXPECT_EQ(send_without_waiting(id).status, 200);
        auto const closes_on = seen(id).round_closes_on;
        undo_it(id);
        return closes_on ? base::to_text(*closes_on) : "";
    };
    auto const to = [&](std::string_view instant) {
        door.clock().advance(*base::parse_instant(instant) - door.clock().now());
    };
    to("2026-11-22T12:00:00Z");
    EXPECT_EQ(closing_day_in("Europe/Copenhagen"), "2026-11-27");
    EXPECT_EQ(closing_day_in("Pacific/Kiritimati"), "2026-11-30");
    to("2026-11-23T10:30:00Z");
    EXPECT_EQ(closing_day_in("Europe/Copenhagen"), "2026-11-30");
    EXPECT_EQ(closing_day_in("Pacific/Pago_Pago"), "2026-11-27");
}

TEST_F(APublication, is_sent_at_once_where_the_programme_does_not_wait) {
    wait(0);
    auto const answer = publish(draft()).as<MatchRunAnswer>();
    EXPECT_EQ(answer.state, RunState::published);
    EXPECT_EQ(answer.publication->state, PublicationState::sent);
    EXPECT_EQ(suggested(cast.ana), 1U);
    EXPECT_THAT(events(), ElementsAre("match_run.published"));
}

TEST_F(APublication, can_be_sent_without_waiting_any_longer) {
    auto const id = draft();
    EXPECT_EQ(send_without_waiting(id).code(), "not_waiting");
    publish(id);
    door.clock().advance(minutes(10));
    auto const sent = send_without_waiting(id).as<MatchRunAnswer>();
    EXPECT_EQ(sent.state, RunState::published);
    EXPECT_EQ(sent.publication->sends_at, door.clock().now());
    EXPECT_EQ(send_without_waiting(id).code(), "not_waiting");
    EXPECT_EQ(suggested(cast.ana), 1U);
    pass(minutes(60));
    EXPECT_EQ(suggested(cast.ana), 1U) << "the job finds nothing left to do";
    EXPECT_EQ(std::ranges::count(told(cast.ana), "suggestions_ready"), 1);
}

TEST_F(APublication, leaves_nothing_with_anybody_when_it_is_undone) {
    auto const id = draft();
    publish(id);
    door.clock().advance(minutes(59));
    auto const undone = undo_it(id);
    EXPECT_EQ(undone.status, 200) << undone.body;
    EXPECT_EQ(undone.as<MatchRunAnswer>().state, RunState::draft);
    EXPECT_EQ(undone.as<MatchRunAnswer>().publication->state, PublicationState::undone);
    EXPECT_EQ(undo_it(id).code(), "not_a_draft");
    pass(minutes(120));
    EXPECT_EQ(seen(id).state, RunState::draft);
    EXPECT_EQ(traces(), 0);
    EXPECT_THAT(events(), ElementsAre("match_run.publication_started", "match_run.publication_undone"));
}

TEST_F(APublication, begins_its_wait_anew_when_it_is_published_again) {
    auto const id = draft();
    publish(id);
    door.clock().advance(minutes(50));
    undo_it(id);
    EXPECT_EQ(publish(id).as<MatchRunAnswer>().publication->state, PublicationState::waiting);
    pass(minutes(15));
    EXPECT_EQ(seen(id).state, RunState::sending);
    pass(minutes(45));
    EXPECT_EQ(seen(id).state, RunState::published);
}

TEST_F(APublication, is_not_sent_when_lines_have_changed_meanwhile_and_the_coordinators_are_told) {
    auto const id = draft();
    publish(id);
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND name = 'Sofia Lind'");
    EXPECT_EQ(send_without_waiting(id).code(), "run_outdated");
    EXPECT_EQ(seen(id).state, RunState::sending) << "a refusal changes nothing";
    pass(minutes(60));
    auto const run = seen(id);
    EXPECT_EQ(run.state, RunState::draft);
    EXPECT_EQ(run.publication->state, PublicationState::not_sent);
    EXPECT_EQ(run.publication->trouble, "run_outdated");
    EXPECT_EQ(suggested(cast.ana), 0U);
    for (auto const& coordinator : {cast.jo, cast.kim}) EXPECT_THAT(told(coordinator), ElementsAre("not_sent"));
    EXPECT_THAT(told(cast.ana), IsEmpty());
    EXPECT_THAT(told(cast.amir), IsEmpty());
    EXPECT_THAT(events(), ElementsAre("match_run.publication_started", "match_run.publication_not_sent"));
}

TEST_F(APublication, tells_of_each_time_that_it_was_not_sent) {
    auto const id = draft();
    for (int times = 1; times <= 2; ++times) {
        EXPECT_EQ(publish(id).status, 200);
        run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND name = 'Sofia Lind'");
        pass(minutes(60));
        run_sql("UPDATE people SET line_state = 'known' WHERE organisation_id = $1 AND name = 'Sofia Lind'");
        EXPECT_THAT(told(cast.jo), SizeIs(times));
    }
}

TEST_F(APublication, is_not_sent_when_somebody_has_left_the_programme) {
    auto const id = draft();
    publish(id);
    run_sql("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND side = 'mentor'");
    pass(minutes(60));
    EXPECT_EQ(seen(id).publication->trouble, "run_outdated");
}

TEST_F(APublication, is_not_sent_when_there_is_a_newer_run) {
    auto const id = draft();
    publish(id);
    auto const newer = draft();
    EXPECT_THAT(seen(id).allowed_actions, ElementsAre(RunAction::undo));
    pass(minutes(60));
    EXPECT_EQ(seen(id).publication->trouble, "newer_run_exists");
    EXPECT_EQ(seen(newer).state, RunState::draft);
    EXPECT_THAT(seen(newer).allowed_actions, ElementsAre(RunAction::publish));
}

TEST_F(APublication, is_not_sent_when_the_programme_has_closed) {
    auto const id = draft();
    publish(id);
    run_sql("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1");
    pass(minutes(60));
    EXPECT_EQ(seen(id).publication->trouble, "programme_not_matching");
    EXPECT_EQ(suggested(cast.ana), 0U);
}

TEST_F(APublication, refuses_already_at_the_start_what_could_not_be_sent) {
    auto const id = draft();
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND name = 'Sofia Lind'");
    EXPECT_EQ(publish(id).code(), "run_outdated");
    EXPECT_EQ(seen(id).publication, std::nullopt);
}

// The job is in the database: whichever node is there when it falls due does it, and one of them alone.
TEST_F(APublication, is_sent_once_by_whichever_node_is_there) {
    auto const id = draft();
    publish(id);
    support::Door other(door.database(), door.clock().now() + minutes(60));
    door.clock().advance(minutes(60));
    std::thread neighbour([&] { other.house().drain(); });
    door.house().drain();
    neighbour.join();
    door.house().drain();
    EXPECT_EQ(seen(id).state, RunState::published);
    EXPECT_EQ(suggested(cast.ana), 1U);
    EXPECT_THAT(events(), ElementsAre("match_run.publication_started", "match_run.published"));
}

TEST_F(APublication, is_started_once_when_two_press_at_once) {
    auto const id = draft();
    support::Door other(door.database(), door.clock().now());
    support::Reply theirs;
    std::thread neighbour([&] { theirs = other.as(cast.kim).put(path(id, "/publication")); });
    auto const ours = publish(id);
    neighbour.join();
    EXPECT_EQ(ours.status + theirs.status, 200 + 409) << ours.body << theirs.body;
    EXPECT_THAT(events(), SizeIs(1));
}

// Undone and sent at once: one of the two happens, whole.
TEST_F(APublication, is_either_undone_or_sent) {
    auto const id = draft();
    publish(id);
    support::Door other(door.database(), door.clock().now());
    support::Reply undone;
    std::thread neighbour([&] { undone = other.as(cast.kim).remove(path(id, "/publication")); });
    auto const sent = send_without_waiting(id);
    neighbour.join();
    auto const run = seen(id);
    if (run.state == RunState::draft) {
        EXPECT_EQ(sent.code(), "not_waiting");
        EXPECT_EQ(traces(), 0);
    } else {
        EXPECT_EQ(sent.status, 200);
        EXPECT_THAT(run.state, testing::AnyOf(RunState::published, RunState::withdrawn));
    }
}

TEST_F(APublication, is_closed_to_everybody_else) {
    auto const id = draft();
    publish(id);
    std::vector<PersonId> const wrong{cast.ana, cast.amir, cast.nina, cast.marta, cast.otto};
    support::expect_closed_to_others(door, cast, {http::Method::put, path(id, "/publication/sending")}, wrong);
    support::expect_closed_to_others(door, cast, {http::Method::remove, path(id, "/publication")}, wrong);
    EXPECT_EQ(door.as(cast.jo).put(path(MatchRunId{}, "/publication/sending")).status, 404);
    EXPECT_EQ(door.as(cast.jo).put("/api/match-runs/nonsense/publication/sending").status, 404);
    EXPECT_EQ(seen(id).state, RunState::sending);
}

TEST_F(APublication, waits_as_long_as_the_programme_says) {
    auto const set_up = "/api/programmes/" + cast.programme.text() + "/set-up";
    EXPECT_EQ(door.as(cast.jo).get(set_up).text("/settings/publication_wait_minutes"), "60");
    auto body = door.as(cast.jo).get(set_up).body;
    EXPECT_THAT(body, testing::HasSubstr(R"("publication_wait_minutes":60)"));
}

}  // namespace
}  // namespace matching
