#include "survey/survey_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/pairing_actions.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"
#include "survey/survey_actions.hpp"
#include "survey/survey_store.hpp"

namespace survey {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto kADay = std::chrono::hours(24);

// Ana and Sofia, started in a programme of up to thirty pairs.
struct Surveys : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    PairingId pair = support::start_pair(door, cast);

    base::Instant now() { return door.clock().now(); }
    void has_held(int meetings) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE pairings SET meetings_held = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
                   pair, meetings);
            look_again(tx, cast.organisation, pair);
            open_due(tx, cast.organisation, now());
        });
    }
    void days_pass(int days) { door.clock().advance(kADay * days); }
    void open() {
        door.database().write([&](db::Tx& tx) { open_due(tx, cast.organisation, now()); });
    }
    std::vector<SurveyBrief> list(access::PersonId who) {
        auto const reply = door.as(who).get("/api/surveys");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<MySurveys>().items;
    }
    static std::string path(SurveyId id, std::string const& rest = "") { return "/api/surveys/" + id.text() + rest; }
    support::Reply answer(access::PersonId who, SurveyId id, std::string const& answers,
                          std::string const& state = "sent") {
        return door.as(who).put(path(id, "/answers"), R"({"state":")" + state + R"(","answers":[)" + answers + "]}");
    }
    std::vector<std::string> told() {
        return door.database().read([&](db::Tx& tx) {
            return tx.values<std::string>(
                R"(SELECT person.sign_in_name FROM notices n JOIN people person ON person.organisation_id =
                   n.organisation_id AND person.id = n.person_id WHERE n.organisation_id = $1
                   AND n.kind = 'questions_wait' ORDER BY person.sign_in_name)",
                cast.organisation);
        });
    }
};

TEST_F(Surveys, are_put_to_both_after_the_first_conversation_and_once) {
    EXPECT_THAT(list(cast.ana), IsEmpty());
    has_held(1);
    has_held(1);
    for (auto const& who : {cast.ana, cast.sofia}) {
        auto const mine = list(who);
        ASSERT_THAT(mine, SizeIs(1));
        EXPECT_EQ(mine[0].kind, Kind::pulse);
        EXPECT_EQ(mine[0].number, 1);
        EXPECT_EQ(mine[0].state, State::open);
        EXPECT_EQ(mine[0].closes_on - mine[0].opened_on, kOpenDays);
    }
    EXPECT_EQ(list(cast.ana)[0].partner, "Sofia Lind");
    EXPECT_THAT(list(cast.bruno), IsEmpty());
    has_held(2);
    EXPECT_THAT(list(cast.ana), SizeIs(1)) << "a small programme asks after meetings 1, 3 and the last";
}

TEST_F(Surveys, are_looked_for_only_among_pairs_whose_day_has_come_or_that_have_changed) {
    auto const due_now = [&] {
        return door.database().read(
            [&](db::Tx& tx) { return store::list_due(tx, cast.organisation, base::utc_day(now())).size(); });
    };
    auto const pause = "/api/pairings/" + pair.text() + "/pause";
    door.house().drain();
    EXPECT_EQ(due_now(), 1U) << "it has just begun";
    open();
    EXPECT_EQ(due_now(), 0U);
    ASSERT_EQ(door.as(cast.ana).put(pause).status, 200);
    days_pass(1);
    ASSERT_EQ(door.as(cast.ana).remove(pause).status, 200);
    door.house().drain();
    EXPECT_EQ(due_now(), 1U) << "it goes on after a pause";
    open();
    days_pass(93);
    EXPECT_EQ(due_now(), 0U);
    days_pass(1);
    EXPECT_EQ(due_now(), 1U) << "half of the time until 2027-05-31 is over";
    open();
    EXPECT_EQ(list(cast.ana).at(0).kind, Kind::midpoint);
    EXPECT_EQ(due_now(), 0U);
    ASSERT_EQ(door.as(cast.ana).put("/api/pairings/" + pair.text() + "/closure", "{}").status, 200);
    for (int day = 0; day < 2; ++day) {
        days_pass(1);
        door.house().round();
        door.house().drain();
    }
    EXPECT_EQ(list(cast.ana).at(0).kind, Kind::end) << "others may know that it is over";
}

TEST_F(Surveys, show_the_statements_and_keep_what_was_saved) {
    has_held(1);
    auto const id = list(cast.ana)[0].id;
    auto const fresh = door.as(cast.ana).get(path(id)).as<SurveyAnswer>();
    ASSERT_THAT(fresh.asked, SizeIs(3));
    EXPECT_EQ(fresh.asked[0].text, "The time was well spent.");
    EXPECT_THAT(fresh.answers, IsEmpty());
    ASSERT_EQ(answer(cast.ana, id, R"({"item":"pulse_1","value":4},{"item":"pulse_2","value":null})", "saved").status,
              200);
    auto const saved = door.as(cast.ana).get(path(id)).as<SurveyAnswer>();
    EXPECT_EQ(saved.state, State::saved);
    EXPECT_THAT(saved.answers, ElementsAre(ItemAnswer{"pulse_1", 4}, ItemAnswer{"pulse_2", std::nullopt}));
    ASSERT_EQ(answer(cast.ana, id, R"({"item":"pulse_1","value":4})", "skipped").status, 200);
    auto const skipped = door.as(cast.ana).get(path(id)).as<SurveyAnswer>();
    EXPECT_EQ(skipped.state, State::skipped);
    EXPECT_THAT(skipped.answers, IsEmpty());
    auto const partners = door.as(cast.sofia).get(path(id)).as<SurveyAnswer>();
    EXPECT_EQ(partners.state, State::open) << "each sees their own";
}

TEST_F(Surveys, give_a_tip_with_the_answer_and_keep_it_nowhere) {
    has_held(1);
    auto const id = list(cast.ana)[0].id;
    auto const sent = answer(cast.ana, id, R"({"item":"pulse_2","value":1})");
    ASSERT_EQ(sent.status, 200) << sent.body;
    EXPECT_THAT(sent.as<SurveyReceipt>().tips, ElementsAre(Tip::say_what_you_mean));
    EXPECT_THAT(door.as(cast.ana).get(path(id)).body, Not(HasSubstr("say_what_you_mean")));
    EXPECT_THAT(answer(cast.ana, id, R"({"item":"pulse_2","value":1})", "saved").as<SurveyReceipt>().tips, IsEmpty());
}

TEST_F(Surveys, seal_what_somebody_answers) {
    has_held(1);
    auto const id = list(cast.ana)[0].id;
    ASSERT_EQ(answer(cast.ana, id, R"({"item":"pulse_2","value":1})").status, 200);
    door.database().read([&](db::Tx& tx) {
        for (auto const& sealed : tx.values<meta::Bytes>(
                 "SELECT sealed_answers FROM survey_answers WHERE organisation_id = $1 AND sealed_answers IS NOT NULL",
                 cast.organisation)) {
            EXPECT_THAT(std::string(sealed.octets.begin(), sealed.octets.end()), Not(HasSubstr("pulse_2")));
        }
    });
}

TEST_F(Surveys, refuse_what_was_not_asked_what_is_no_answer_and_what_comes_late) {
    has_held(1);
    auto const id = list(cast.ana)[0].id;
    auto const not_asked = answer(cast.ana, id, R"({"item":"rq_1","value":3})");
    EXPECT_EQ(not_asked.status, 422);
    EXPECT_EQ(not_asked.text("/errors/0/pointer"), "/answers/0/item");
    for (auto const* wrong : {R"({"item":"pulse_1","value":0})", R"({"item":"pulse_1","value":6})",
                              R"({"item":"pulse_1","value":"often"})", R"({"value":3})"})
        EXPECT_EQ(answer(cast.ana, id, wrong).status, 422) << wrong;
    EXPECT_EQ(answer(cast.ana, id, "", "opened").status, 422);
    days_pass(kOpenDays);
    EXPECT_EQ(answer(cast.ana, id, R"({"item":"pulse_1","value":3})").status, 200) << "the last day counts";
    days_pass(1);
    EXPECT_EQ(answer(cast.ana, id, R"({"item":"pulse_1","value":3})").code(), "survey_closed");
}

TEST_F(Surveys, are_there_for_nobody_else) {
    has_held(1);
    auto const id = list(cast.ana)[0].id;
    std::vector<access::PersonId> others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa, cast.marta};
    support::expect_closed_to_others(door, cast, {http::Method::get, path(id)}, others);
    support::expect_closed_to_others(
        door, cast, {http::Method::put, path(id, "/answers"), R"({"state":"sent","answers":[]})"}, others);
    EXPECT_EQ(door.nobody().get("/api/surveys").status, 401);
}

TEST_F(Surveys, ask_half_way_and_at_the_end_by_time_where_nobody_meets) {
    days_pass(100);
    open();
    ASSERT_THAT(list(cast.sofia), SizeIs(1));
    EXPECT_EQ(list(cast.sofia)[0].kind, Kind::midpoint);
    EXPECT_THAT(door.as(cast.sofia).get(path(list(cast.sofia)[0].id)).as<SurveyAnswer>().asked, SizeIs(5));
    days_pass(100);
    open();
    open();
    ASSERT_THAT(list(cast.sofia), SizeIs(2));
    EXPECT_EQ(list(cast.sofia)[0].kind, Kind::end);
}

TEST_F(Surveys, wait_while_the_pair_pauses) {
    ASSERT_EQ(door.as(cast.ana).put("/api/pairings/" + pair.text() + "/pause").status, 200);
    has_held(1);
    EXPECT_THAT(list(cast.ana), IsEmpty());
    ASSERT_EQ(door.as(cast.ana).remove("/api/pairings/" + pair.text() + "/pause").status, 200);
    door.house().drain();
    open();
    EXPECT_THAT(list(cast.ana), SizeIs(1));
}

TEST_F(Surveys, of_the_end_come_when_others_may_know_that_the_pair_is_over) {
    ASSERT_EQ(door.as(cast.ana).put("/api/pairings/" + pair.text() + "/closure", "{}").status, 200);
    open();
    EXPECT_THAT(list(cast.sofia), IsEmpty());
    days_pass(1);
    door.database().write([&](db::Tx& tx) { pairing::release_closings(tx, cast.organisation, now()); });
    open();
    for (auto const& who : {cast.ana, cast.sofia}) {
        ASSERT_THAT(list(who), SizeIs(1));
        EXPECT_EQ(list(who)[0].kind, Kind::end);
    }
}

TEST_F(Surveys, are_told_of_on_a_working_day_of_ones_own_and_once) {
    has_held(1);
    auto const tell = [&] {
        door.database().write([&](db::Tx& tx) { tell_opened(tx, cast.organisation, now()); });
        return told().size();
    };
    // The cast lives on a Sunday: nobody is told before Monday at eight.
    std::size_t before = told().size();
    std::size_t hours = 0;
    while (told().size() < 2 && hours++ < 24 * 4) {
        door.clock().advance(std::chrono::hours(1));
        auto const after = tell();
        auto const weekday = base::utc_day(now()).weekday();
        if (weekday > 5) {
            EXPECT_EQ(after, before) << "not at the weekend";
        }
        before = after;
    }
    EXPECT_THAT(told(), SizeIs(2));
    tell();
    EXPECT_THAT(told(), SizeIs(2));
}

}  // namespace
}  // namespace survey
