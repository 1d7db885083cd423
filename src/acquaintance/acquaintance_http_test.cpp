#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "acquaintance/acquaintance_actions.hpp"
#include "acquaintance/acquaintance_shapes.hpp"
#include "pairing/pairing_shapes.hpp"
#include "programme/programme_shapes.hpp"
#include "support/acquaintances.hpp"
#include "support/databases.hpp"

namespace acquaintance {
namespace {

using support::expect_closed_to_others;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kRound = "30000000-0000-4000-8000-000000000001";
constexpr char const* kMessage = "30000000-0000-4000-8000-000000000002";

struct AnonymousFirst : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string const programme = "/api/programmes/" + cast.programme.text();

    void choose_it() {
        auto set_up = read_set_up();
        set_up.settings.anonymous_first = true;
        auto const reply = save(set_up);
        ASSERT_EQ(reply.status, 200) << reply.body;
    }
    programme::SetUp read_set_up() { return door.as(cast.jo).get(programme + "/set-up").as<programme::SetUp>(); }
    support::Reply save(programme::SetUp const& wanted) {
        programme::SetUpInput const input{wanted.version, wanted.settings,    wanted.aims,
                                          wanted.words,   wanted.eligibility, wanted.opened_tops};
        return door.as(cast.jo).put(programme + "/set-up", json::write(input));
    }
    support::Reply open(std::string const& id = kRound) {
        return door.as(cast.jo).put(programme + "/anonymous-rounds/" + id);
    }
    MyAcquaintances mine(access::PersonId who) {
        return door.as(who).get("/api/my-acquaintances").as<MyAcquaintances>();
    }
    support::Reply act(access::PersonId who, AcquaintanceId id, std::string const& what, std::string const& body = "") {
        return door.as(who).put("/api/acquaintances/" + id.text() + "/" + what, body);
    }
    support::Reply write(access::PersonId who, AcquaintanceId id, std::string const& text,
                         std::string const& message = kMessage) {
        return act(who, id, "messages/" + message, R"({"text":")" + text + "\"}");
    }
    AcquaintanceAnswer read(access::PersonId who, AcquaintanceId id) {
        return door.as(who).get("/api/acquaintances/" + id.text()).as<AcquaintanceAnswer>();
    }
    AcquaintanceId talking() { return support::talk_without_names(door, cast, {{cast.ana, cast.sofia}}).front(); }
};

TEST_F(AnonymousFirst, is_drawn_where_everybody_has_ten_possible_partners) {
    choose_it();
    support::add_crowd(door, cast, 7);
    auto const standing = door.as(cast.jo).get(programme + "/anonymous-rounds").as<AnonymousRounds>();
    EXPECT_EQ(standing.not_offered, NotOffered::too_few_partners);
    EXPECT_EQ(standing.fewest_partners, 9);
    EXPECT_EQ(open().code(), "anonymous_first_not_offered");
    support::add_crowd(door, cast, 1);
    auto const opened = open();
    ASSERT_EQ(opened.status, 200) << opened.body;
    EXPECT_EQ(opened.as<AnonymousRoundShown>().suggestions, 10);
    EXPECT_EQ(open().body, opened.body) << "the same again changes nothing";
    EXPECT_EQ(open("30000000-0000-4000-8000-000000000009").code(), "anonymous_first_not_offered") << "one at a time";
    for (auto who : {cast.ana, cast.bruno, cast.sofia, cast.david}) EXPECT_THAT(mine(who).items, SizeIs(1));
    door.house().round();
    door.house().drain();
    auto const notices = door.as(cast.ana).get("/api/notices").body;
    EXPECT_THAT(notices, HasSubstr("suggestions_ready"));
}

TEST_F(AnonymousFirst, shows_topics_and_a_level_band_and_no_name_on_any_card) {
    choose_it();
    support::add_crowd(door, cast, 8);
    ASSERT_EQ(open().status, 200);
    auto const body = door.as(cast.ana).get("/api/my-acquaintances").body;
    for (auto const* word : {"Crowd", "Sofia", "David", "Leeds", "Logistics", "Director", "person_id", "department"})
        EXPECT_THAT(body, Not(HasSubstr(word)));
    EXPECT_THAT(body, HasSubstr("\"topic\":\"I1\""));
    EXPECT_THAT(door.as(cast.jo).get(programme + "/anonymous-rounds").body, Not(HasSubstr("mentor")));
}

TEST_F(AnonymousFirst, is_off_by_default_and_for_no_programme_with_apprentices) {
    auto set_up = read_set_up();
    EXPECT_FALSE(set_up.settings.anonymous_first);
    EXPECT_EQ(open().code(), "anonymous_first_not_offered");
    set_up.settings.anonymous_first = true;
    set_up.settings.apprentices_take_part = true;
    auto const refused = save(set_up);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("apprentices_take_part"));
}

TEST_F(AnonymousFirst, cannot_begin_where_couples_were_looked_for_by_name) {
    auto const run = R"({"programme_id":")" + cast.programme.text() + "\"}";
    ASSERT_EQ(door.as(cast.jo).post("/api/match-runs", run).status, 202);
    auto set_up = read_set_up();
    set_up.settings.anonymous_first = true;
    EXPECT_THAT(save(set_up).body, HasSubstr("too_late"));
}

TEST_F(AnonymousFirst, lets_nobody_look_for_couples_by_name) {
    choose_it();
    auto const run = R"({"programme_id":")" + cast.programme.text() + "\"}";
    EXPECT_EQ(door.as(cast.jo).post("/api/match-runs", run).code(), "anonymous_first");
    auto const couple = "/" + cast.ana.text() + "/" + cast.sofia.text();
    EXPECT_EQ(door.as(cast.jo).put(programme + "/locks" + couple).code(), "anonymous_first");
    EXPECT_EQ(door.as(cast.jo).put(programme + "/bans" + couple).status / 100, 2) << "apart is another matter";
    auto const pairs = R"({"pairs":[{"mentor_id":")" + cast.ana.text() + R"(","mentee_id":")" + cast.sofia.text() +
                       R"(","meetings_before":0}]})";
    EXPECT_EQ(door.as(cast.jo).post(programme + "/pairings", pairs).code(), "anonymous_first");
}

TEST_F(AnonymousFirst, lets_nobody_look_for_couples_by_name_until_its_round_is_over_though_it_was_switched_off) {
    (void)talking();
    auto set_up = read_set_up();
    set_up.settings.anonymous_first = false;
    ASSERT_EQ(save(set_up).status, 200);
    auto const run = R"({"programme_id":")" + cast.programme.text() + "\"}";
    EXPECT_EQ(door.as(cast.jo).post("/api/match-runs", run).code(), "anonymous_first") << "Ana and Sofia are not free";
    door.clock().advance(std::chrono::hours(24 * 40));
    support::let_hours_pass(door, 1);
    EXPECT_EQ(door.as(cast.jo).post("/api/match-runs", run).status, 202);
}

TEST_F(AnonymousFirst, is_the_twos_own) {
    auto const id = talking();
    std::vector<access::PersonId> const others{cast.bruno, cast.david, cast.jo, cast.amir, cast.marta};
    auto const target = "/api/acquaintances/" + id.text();
    expect_closed_to_others(door, cast, {http::Method::get, target}, others);
    expect_closed_to_others(door, cast, {http::Method::put, target + "/messages/" + kMessage, R"({"text":"a"})"},
                            others);
    expect_closed_to_others(door, cast, {http::Method::put, target + "/name-choice", R"({"opens":true})"}, others);
    expect_closed_to_others(door, cast, {http::Method::put, target + "/departure"}, others);
    expect_closed_to_others(door, cast, {http::Method::put, target + "/answer", R"({"answer":"rather_not"})"}, others);
    expect_closed_to_others(door, cast, {http::Method::get, programme + "/anonymous-rounds"},
                            {cast.ana, cast.sofia, cast.lena});
    expect_closed_to_others(door, cast, {http::Method::put, programme + "/anonymous-rounds/" + kRound},
                            {cast.ana, cast.sofia, cast.lena});
    for (auto who : others) EXPECT_THAT(mine(who).items, IsEmpty());
}

// To the silent alone it would say who is silent (rules 4).
TEST_F(AnonymousFirst, reminds_everybody_of_the_round_once_the_working_day_before_answers_close) {
    auto const ids = support::suggest_without_names(door, cast, {{cast.ana, cast.sofia}, {cast.bruno, cast.david}});
    ASSERT_EQ(act(cast.ana, ids[0], "answer", R"({"answer":"rather_not"})").status, 200);
    auto const closes_on = mine(cast.ana).items.at(0).closes_on;
    auto const reminded = [&] {
        door.database().write(
            [&](db::Tx& tx) { remind_rounds(tx, door.tools().keys, cast.organisation, door.clock().now()); });
        return door.database().read([&](db::Tx& tx) {
            return tx.values<access::PersonId>(
                "SELECT person_id FROM notices WHERE organisation_id = $1 AND kind = 'closes_soon' ORDER BY person_id",
                cast.organisation);
        });
    };
    auto const no_day_is_closed = [](base::Day) { return false; };
    auto const before = base::working_day_before(closes_on, no_day_is_closed);
    EXPECT_THAT(reminded(), IsEmpty());
    door.clock().advance(base::start_of_utc(before) + std::chrono::hours(7) - door.clock().now());
    EXPECT_THAT(reminded(), testing::UnorderedElementsAre(cast.ana, cast.sofia, cast.bruno, cast.david));
    EXPECT_THAT(reminded(), SizeIs(4)) << "once";
}

TEST_F(AnonymousFirst, joins_those_who_were_both_happy_and_tells_all_the_same) {
    auto const ids = support::suggest_without_names(door, cast, {{cast.ana, cast.sofia}, {cast.bruno, cast.david}});
    for (auto who : {cast.ana, cast.sofia})
        EXPECT_EQ(act(who, ids[0], "answer", R"({"answer":"happy_to_meet"})").status, 200);
    EXPECT_EQ(act(cast.bruno, ids[1], "answer", R"({"answer":"happy_to_meet"})").status, 200);
    door.clock().advance(std::chrono::hours(24 * 6));
    EXPECT_EQ(act(cast.david, ids[1], "answer", R"({"answer":"happy_to_meet"})").code(), "round_has_closed");
    EXPECT_THAT(mine(cast.bruno).items, IsEmpty()) << "gone when answers close, not when a job comes to it";
    support::let_hours_pass(door, 1);
    EXPECT_EQ(read(cast.ana, ids[0]).state, State::talking);
    EXPECT_THAT(mine(cast.bruno).items, IsEmpty());
    for (auto who : {cast.ana, cast.bruno, cast.sofia, cast.david})
        EXPECT_THAT(door.as(who).get("/api/notices").body, HasSubstr("round_result"));
}

TEST_F(AnonymousFirst, shows_what_is_written_from_the_next_full_hour_on) {
    auto const id = talking();
    door.clock().advance(std::chrono::minutes(17));
    ASSERT_EQ(write(cast.ana, id, "What do customers ask you?").status, 200);
    ASSERT_EQ(write(cast.ana, id, "What do customers ask you?").status, 200) << "once";
    EXPECT_THAT(read(cast.ana, id).messages, SizeIs(1));
    EXPECT_THAT(read(cast.sofia, id).messages, IsEmpty());
    door.clock().advance(std::chrono::minutes(43));
    auto const seen = read(cast.sofia, id);
    ASSERT_THAT(seen.messages, SizeIs(1));
    EXPECT_FALSE(seen.messages.front().is_own);
    EXPECT_EQ(seen.messages.front().shown_at.microseconds % 3'600'000'000, 0);
    EXPECT_EQ(write(cast.sofia, id, "mine").status, 200);
    EXPECT_THAT(read(cast.sofia, id).messages, SizeIs(1)) << "an id is given once";
}

TEST_F(AnonymousFirst, opens_both_names_at_one_moment_and_begins_a_pairing) {
    auto const id = talking();
    auto const before = door.as(cast.sofia).get("/api/acquaintances/" + id.text()).body;
    ASSERT_EQ(act(cast.ana, id, "name-choice", R"({"opens":true})").status, 200);
    EXPECT_EQ(door.as(cast.sofia).get("/api/acquaintances/" + id.text()).body, before);
    EXPECT_THAT(door.as(cast.ana).get("/api/pairings").as<pairing::MyPairings>().items, IsEmpty());
    EXPECT_THAT(door.as(cast.jo).get(programme + "/pairings").body, HasSubstr("\"items\":[]"));
    EXPECT_EQ(act(cast.sofia, id, "name-choice", R"({"opens":true})").as<AcquaintanceAnswer>().state, State::opened);
    auto const pairings = door.as(cast.ana).get("/api/pairings").as<pairing::MyPairings>();
    ASSERT_THAT(pairings.items, SizeIs(1));
    EXPECT_EQ(pairings.items.front().partner.id, cast.sofia);
    EXPECT_EQ(pairings.items.front().stage, pairing::Stage::exploring);
    EXPECT_EQ(read(cast.ana, id).state, State::opened);
    EXPECT_EQ(write(cast.ana, id, "Here?").code(), "takes_nothing_now") << "the pair's own thread is there now";
    EXPECT_THAT(door.as(cast.jo).get(programme + "/pairings").body, HasSubstr("Ana"));
}

TEST_F(AnonymousFirst, ends_without_a_name_where_the_two_may_no_longer_be_a_pair) {
    auto const id = talking();
    ASSERT_EQ(act(cast.ana, id, "name-choice", R"({"opens":true})").status, 200);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET manager_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation, cast.lena,
               cast.sofia);
    });
    EXPECT_EQ(act(cast.sofia, id, "name-choice", R"({"opens":true})").as<AcquaintanceAnswer>().state, State::over);
    EXPECT_EQ(read(cast.ana, id).state, State::over);
    EXPECT_THAT(door.as(cast.ana).get("/api/pairings").as<pairing::MyPairings>().items, IsEmpty());
}

TEST_F(AnonymousFirst, may_be_left_at_any_time_and_ends_for_all_on_one_day) {
    auto const ids = support::talk_without_names(door, cast, {{cast.ana, cast.sofia}, {cast.bruno, cast.david}});
    ASSERT_EQ(act(cast.ana, ids[0], "departure").status, 200);
    EXPECT_EQ(read(cast.sofia, ids[0]).state, State::over);
    EXPECT_EQ(read(cast.bruno, ids[1]).state, State::talking);
    EXPECT_EQ(door.as(cast.jo).get(programme + "/anonymous-rounds").as<AnonymousRounds>().not_offered,
              NotOffered::round_running)
        << "nobody is free before the last day";
    door.clock().advance(std::chrono::hours(24 * (kTalkingDays + 1)));
    EXPECT_EQ(read(cast.bruno, ids[1]).state, State::over);
    support::let_hours_pass(door, 1);
    EXPECT_NE(door.as(cast.jo).get(programme + "/anonymous-rounds").as<AnonymousRounds>().not_offered,
              NotOffered::round_running);
    door.clock().advance(std::chrono::hours(24 * kKeptAfterDays));
    support::let_hours_pass(door, 1);
    EXPECT_THAT(mine(cast.bruno).items, IsEmpty()) << "forgotten";
}

TEST_F(AnonymousFirst, ends_when_one_has_left_the_programme) {
    auto const id = talking();
    ASSERT_EQ(door.as(cast.sofia).put("/api/enrolments/" + cast.sofia_enrolled.text() + "/withdrawal").status / 100, 2);
    support::let_hours_pass(door, 1);
    EXPECT_EQ(read(cast.ana, id).state, State::over);
}

TEST_F(AnonymousFirst, is_found_by_nobody_without_the_key) {
    auto const id = talking();
    door.database().read([&](db::Tx& tx) {
        auto const viewer = support::viewer_of(tx, cast.organisation, cast.ana);
        EXPECT_TRUE(store::find_mine(tx, door.tools().keys, viewer, id));
        auto others = door.tools().keys;
        others.seal.begin()->second[0] ^= 1U;
        EXPECT_FALSE(store::find_mine(tx, others, viewer, id));
        EXPECT_ANY_THROW(store::find_acquaintance(tx, others, cast.organisation, id));
    });
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(UPDATE acquaintance_people SET sealed_person_id =
                      (SELECT sealed_person_id FROM acquaintance_people WHERE acquaintance_id = $1 AND side = 'mentor')
                  WHERE acquaintance_id = $1 AND side = 'mentee')",
               id);
    });
    door.database().read([&](db::Tx& tx) {
        EXPECT_ANY_THROW(store::find_acquaintance(tx, door.tools().keys, cast.organisation, id))
            << "one of the two does not open as the other";
    });
}

}  // namespace
}  // namespace acquaintance
