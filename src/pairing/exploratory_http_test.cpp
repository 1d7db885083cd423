#include "support/pairs.hpp"

namespace pairing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Pairs, set_a_date_to_explore_which_moves_the_closing_time) {
    auto id = opened(cast.ana, cast.sofia);
    auto before = seen(cast.ana, id).answers_close_at;
    auto reply = door.as(cast.sofia)
                     .put(path(id, "/exploratory-meeting"),
                          R"({"version":0,"starts_local":"2026-12-02T15:00","time_zone":"Europe/Paris",
                              "mode":"in_person","place":"Canteen"})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto ana = seen(cast.ana, id);
    ASSERT_TRUE(ana.exploratory_meeting);
    EXPECT_EQ(base::to_text(ana.exploratory_meeting->starts_at), "2026-12-02T14:00:00Z");
    EXPECT_GT(ana.answers_close_at, before);
    auto stale = door.as(cast.ana).put(path(id, "/exploratory-meeting"),
                                       R"({"version":0,"starts_local":"2026-12-03T15:00","time_zone":"UTC",
                                           "mode":"call","place":""})");
    EXPECT_EQ(stale.status, 409);
    EXPECT_EQ(stale.code(), "stale");
    EXPECT_EQ(stale.text("/params/version"), "1") << "the current one";
}

TEST_F(Pairs, refuse_a_meeting_that_is_no_time) {
    auto id = opened(cast.ana, cast.sofia);
    for (auto const* body :
         {R"({"version":0,"starts_local":"2026-13-02T15:00","time_zone":"UTC","mode":"call","place":""})",
          R"({"version":0,"starts_local":"2026-12-02T15:00","time_zone":"Mars","mode":"call","place":""})",
          R"({"version":0,"starts_local":"2020-12-02T15:00","time_zone":"UTC","mode":"call","place":""})",
          R"({"version":0,"starts_local":"2026-12-02T15:00","time_zone":"UTC","mode":"walk","place":""})", R"({})"})
        EXPECT_EQ(door.as(cast.ana).put(path(id, "/exploratory-meeting"), body).status, 422) << body;
}

TEST_F(Pairs, go_on_at_once_when_both_say_so) {
    auto id = after_both_go_on();
    for (auto who : {cast.ana, cast.sofia}) EXPECT_EQ(seen(who, id).stage, Stage::agreeing);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/exploratory-answer"), kGoOn).status, 200) << "the same again";
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/exploratory-answer"), kNotThisTime).code(), "answers_open");
}

TEST_F(Pairs, show_the_other_neither_a_yes_nor_a_no_before_both_are_open) {
    auto id = opened(cast.ana, cast.sofia);
    auto untouched = door.as(cast.sofia).get(path(id)).body;
    answer(cast.ana, id, kGoOn);
    EXPECT_EQ(door.as(cast.sofia).get(path(id)).body, untouched);
    answer(cast.ana, id, kNotThisTime);
    EXPECT_EQ(door.as(cast.sofia).get(path(id)).body, untouched);
    EXPECT_EQ(seen(cast.ana, id).own_answer, Answer::not_this_time);
}

TEST_F(Pairs, are_set_aside_at_the_closing_time_and_leave_the_coordinators_list) {
    auto id = opened(cast.ana, cast.sofia);
    answer(cast.ana, id, kNotThisTime);
    answer(cast.sofia, id, kGoOn);
    nights_pass(4);
    EXPECT_EQ(list(cast.jo).counts.getting_to_know, 1);
    nights_pass(4);
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::set_aside);
    EXPECT_THAT(seen(cast.sofia, id).allowed_actions, IsEmpty());
    EXPECT_THAT(list(cast.jo).items, IsEmpty());
    EXPECT_EQ(list(cast.jo).counts.finished, 0);
    opened(cast.ana, cast.david);
    opened(cast.bruno, cast.sofia);
}

TEST_F(Pairs, count_whoever_withdrew_as_silent_while_the_answers_are_private) {
    auto const id = opened(cast.ana, cast.sofia);
    answer(cast.ana, id, kGoOn);
    ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
    door.database().write([&](db::Tx& tx) { end_pairings_of_the_gone(tx, cast.organisation, now()); });
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::exploring);
    answer(cast.sofia, id, kGoOn);
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::exploring);
}

TEST_F(Pairs, tell_both_in_the_same_words_when_both_go_on_and_when_it_does_not_go_ahead) {
    auto kinds_told = [&](PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return tx.values<std::string>("SELECT kind FROM notices WHERE person_id = $1 ORDER BY kind", who);
        });
    };
    auto tell = [&](auto what, PairingId id) {
        door.database().write([&](db::Tx& tx) {
            what(tx, cast.organisation, id, now());
            what(tx, cast.organisation, id, now());
        });
    };
    tell(tell_agreement_waits, after_both_go_on());
    tell(tell_ending, opened(cast.bruno, cast.david));
    for (auto who : {cast.ana, cast.sofia}) EXPECT_THAT(kinds_told(who), ElementsAre("agreement_waits"));
    for (auto who : {cast.bruno, cast.david}) EXPECT_THAT(kinds_told(who), ElementsAre("round_result"));
}

}  // namespace
}  // namespace pairing
