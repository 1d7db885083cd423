#include "support/matching.hpp"

namespace matching {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

using Suggestions = Matching;

TEST_F(Suggestions, are_symmetrical_and_speak_both_ways) {
    published_run();
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david}) {
        auto const mine = suggestions(person);
        ASSERT_EQ(mine.size(), 1U);
        auto const theirs = suggestions(mine[0].partner.id);
        ASSERT_EQ(theirs.size(), 1U);
        EXPECT_EQ(theirs[0].partner.id, person);
        EXPECT_EQ(theirs[0].id, mine[0].id);
        ASSERT_FALSE(mine[0].you_want.empty());
        EXPECT_EQ(mine[0].you_want[0].topic, theirs[0].they_want[0].topic);
    }
    EXPECT_EQ(to_text(suggestions(cast.ana)[0].closes_on), "2026-11-27");
    EXPECT_THAT(suggestions(cast.lena), IsEmpty());
}

TEST_F(Suggestions, may_be_up_to_three_each) {
    run_sql("UPDATE programmes SET suggestions_each = 3 WHERE organisation_id = $1 AND id <> $2", cast.ana);
    published_run();
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david})
        EXPECT_THAT(suggestions(person), SizeIs(2)) << "there are two people whom everybody could meet";
}

TEST_F(Suggestions, join_those_who_are_both_happy_to_meet) {
    published_run();
    EXPECT_EQ(answer(cast.ana, kHappy).status, 200);
    EXPECT_EQ(door.as(cast.ana).get("/api/suggestions").text("/items/0/answer"), "happy_to_meet");
    EXPECT_EQ(answer(suggestions(cast.ana)[0].partner.id, kHappy).status, 200);
    EXPECT_EQ(answer(cast.bruno, kHappy).status, 200);
    EXPECT_EQ(pairings(), 0);
    closing_day_passes();
    EXPECT_EQ(pairings(), 1);
    EXPECT_THAT(suggestions(cast.ana), IsEmpty());
    EXPECT_THAT(suggestions(cast.bruno), IsEmpty());
    auto const next = finished_run();
    EXPECT_EQ(next.report->pairs, 1) << "whoever has no partner enters the next round";
}

TEST_F(Suggestions, close_at_once_when_all_have_answered) {
    published_run();
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david}) answer(person, kHappy);
    door.clock().advance(std::chrono::minutes(20));
    door.house().round();
    door.house().drain();
    EXPECT_EQ(pairings(), 2);
}

TEST_F(Suggestions, may_be_answered_again_until_the_round_closes) {
    published_run();
    EXPECT_EQ(answer(cast.ana, kRatherNot).status, 200);
    EXPECT_EQ(answer(cast.ana, kHappy).status, 200);
    auto const id = suggestions(cast.ana)[0].id.text();
    door.clock().advance(std::chrono::hours(24 * 9));
    EXPECT_EQ(door.as(cast.ana).put("/api/suggestions/" + id + "/answer", kHappy).code(), "round_has_closed");
}

TEST_F(Suggestions, ask_for_the_confirmation_with_a_happy_answer) {
    published_run();
    EXPECT_EQ(answer(cast.ana, R"({"answer":"happy_to_meet"})").status, 422);
    EXPECT_EQ(answer(cast.ana, R"({"answer":"rather_not","rank":1})").status, 422);
    EXPECT_EQ(answer(cast.ana, R"({"answer":"happy_to_meet","decides_nothing_confirmed":true,"rank":4})").status, 422);
    EXPECT_EQ(answer(cast.ana, R"({"answer":"perhaps"})").status, 422);
}

TEST_F(Suggestions, are_answered_only_by_the_two) {
    published_run();
    auto const target = "/api/suggestions/" + suggestions(cast.ana)[0].id.text() + "/answer";
    auto const third = suggestions(cast.ana)[0].partner.id == cast.sofia ? cast.david : cast.sofia;
    support::expect_closed_to_others(door, cast, {http::Method::put, target, kHappy},
                                     {third, cast.jo, cast.amir, cast.marta, cast.otto});
}

TEST_F(Suggestions, are_gone_when_the_coordinator_takes_them_back) {
    auto const run = published_run();
    answer(cast.ana, kHappy);
    EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).code(), "not_a_draft");
    EXPECT_EQ(door.as(cast.jo).remove(run_path(run.id, "/publication")).status, 200);
    EXPECT_EQ(seen(run.id).state, RunState::withdrawn);
    EXPECT_THAT(suggestions(cast.ana), IsEmpty());
    auto const next = published_run();
    EXPECT_EQ(suggestions(cast.ana)[0].answer, std::nullopt);
    closing_day_passes();
    EXPECT_EQ(door.as(cast.jo).remove(run_path(next.id, "/publication")).code(), "round_has_closed");
}

TEST_F(Suggestions, are_not_published_on_an_old_tree) {
    auto const run = finished_run();
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.sofia);
    EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).code(), "run_outdated");
}

TEST_F(Suggestions, wait_for_the_round_before_them) {
    published_run();
    auto const second = finished_run();
    EXPECT_EQ(door.as(cast.jo).put(run_path(second.id, "/publication")).code(), "round_is_open");
}

// Rules 4: two worlds, one in which Ana said rather not and one in which Bruno did; and one in which neither answered.
// Everything anybody else can fetch, and everything the house wrote down besides the answers, is the same.
TEST_F(Suggestions, keep_an_answer_between_the_house_and_its_owner) {
    auto const everything = [&](auto act) {
        cast = support::make_cast(door.database());
        auto const run = published_run();
        act();
        std::string text;
        for (auto const& person : cast.colleagues()) {
            if (person == cast.ana || person == cast.bruno) continue;
            for (auto const& mine : suggestions(person)) text += mine.answer ? "answered " : "open ";
            for (auto const& target :
                 {run_path(run.id), run_path(run.id, "/pairs"), programme("/rounds"), programme("/match-outlook")})
                text += std::to_string(door.as(person).get(target).status);
        }
        auto shown = seen(run.id);
        text += json::write(shown.progress) + json::write(shown.allowed_actions.size() == 1);
        door.database().read([&](db::Tx& tx) {
            for (auto const& kind : tx.values<std::string>(
                     "SELECT kind FROM events WHERE organisation_id = $1 ORDER BY kind", cast.organisation))
                text += kind + " ";
            for (auto const* table : {"jobs", "mails", "notices", "idempotency_keys"})
                text += std::to_string(tx.value<std::int64_t>(std::string("SELECT COUNT(*) FROM ") + table +
                                                                  " WHERE organisation_id = $1",
                                                              cast.organisation)
                                           .value()) +
                        " ";
        });
        return text;
    };
    auto const ana_said_no = everything([&] { answer(cast.ana, kRatherNot); });
    auto const bruno_said_no = everything([&] { answer(cast.bruno, kRatherNot); });
    auto const nobody_answered = everything([] {});
    EXPECT_EQ(ana_said_no, bruno_said_no);
    EXPECT_EQ(ana_said_no, nobody_answered);
}

// Rules 13.
TEST_F(Suggestions, are_neither_sought_nor_published_by_a_coordinator_who_takes_part_alone) {
    auto const run = finished_run();
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE enrolments SET person_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.ana_enrolled, cast.jo);
        tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2", cast.organisation, cast.kim);
    });
    EXPECT_EQ(start(cast.jo).code(), "needs_second_coordinator");
    EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).code(), "needs_second_coordinator");
}

TEST_F(Suggestions, respect_how_many_partners_somebody_has_in_all) {
    door.database().write([&](db::Tx& tx) {
        tx.run(
            "UPDATE programmes SET total_capacity = 1, level_gap_least = -9, level_gap_most = 9 "
            "WHERE organisation_id = $1 AND id = $2",
            cast.organisation, cast.programme);
        // Sofia also brings something, and David wants it.
        auto const found = programme::store::find_programme(tx, cast.organisation, cast.programme).value();
        auto const second =
            programme::join(tx, access::house(cast.organisation), found, cast.sofia, Side::mentor, door.clock().now())
                .value();
        tx.run("INSERT INTO offers (organisation_id, id, enrolment_id, topic, strength) VALUES ($1, $2, $3, 'C1', 2)",
               cast.organisation, tx.make_id<base::AnyId>(), second.id);
        tx.run("INSERT INTO wants (organisation_id, id, enrolment_id, topic, priority) VALUES ($1, $2, $3, 'I1', 1)",
               cast.organisation, tx.make_id<base::AnyId>(), second.id);
    });
    auto const run = finished_run();
    ASSERT_EQ(run.state, RunState::draft) << run.report->certificate;
    int with_sofia = 0;
    for (auto const& pair : pairs(run.id).items)
        if (pair.mentor.id == cast.sofia || pair.mentee.id == cast.sofia) ++with_sofia;
    EXPECT_LE(with_sofia, 1);
    EXPECT_EQ(run.report->pairs, 2);
}

}  // namespace
}  // namespace matching
