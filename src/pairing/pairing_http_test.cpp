#include "pairing/pairing_http.hpp"

#include "support/pairs.hpp"

namespace pairing {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

TEST_F(Pairs, show_each_of_the_two_their_partner_and_their_own_side) {
    auto id = opened(cast.ana, cast.sofia);
    auto ana = seen(cast.ana, id);
    EXPECT_EQ(ana.partner.name, "Sofia Lind");
    EXPECT_EQ(ana.side, Side::mentor);
    EXPECT_EQ(ana.stage, Stage::exploring);
    EXPECT_THAT(ana.allowed_actions, ElementsAre(Action::set_meeting, Action::answer));
    EXPECT_EQ(seen(cast.sofia, id).partner.name, "Ana Moreira");
    EXPECT_EQ(door.as(cast.ana).get("/api/pairings").as<MyPairings>().items.size(), 1U);
    EXPECT_THAT(door.as(cast.bruno).get("/api/pairings").as<MyPairings>().items, IsEmpty());
}

TEST_F(Pairs, open_for_nobody_else) {
    auto id = opened(cast.ana, cast.sofia);
    std::vector<PersonId> others{cast.bruno, cast.david, cast.lena, cast.marta,
                                 cast.jo,    cast.amir,  cast.nina, cast.rosa};
    for (auto const* rest : {"", "/agreement"})
        expect_closed_to_others(door, cast, {http::Method::get, path(id, rest)}, others);
    std::vector<std::pair<std::string, std::string>> writes{
        {"/exploratory-answer", kGoOn},
        {"/exploratory-meeting",
         R"({"version":0,"starts_local":"2026-11-25T10:00","time_zone":"UTC","mode":"call","place":""})"},
        {"/agreement", kWritten},
        {"/agreement/signature", R"({"version":1,"neither_decides":true})"},
        {"/charter/signature", R"({"version":1})"},
        {"/pause", ""},
        {"/closure", "{}"}};
    for (auto const& [rest, body] : writes)
        expect_closed_to_others(door, cast, {http::Method::put, path(id, rest), body}, others);
    for (auto const* rest : {"/agreement/signature", "/pause"})
        expect_closed_to_others(door, cast, {http::Method::remove, path(id, rest)}, others);
    EXPECT_EQ(door.as(cast.ana).get("/api/pairings/nonsense").status, 404);
}

TEST_F(Pairs, hold_a_place_of_both) {
    opened(cast.ana, cast.sofia);
    auto refused = [&](PersonId mentor, PersonId mentee) {
        return door.database()
            .write([&](db::Tx& tx) {
                return open_pairing(tx, access::house(cast.organisation),
                                    {cast.programme, Origin::run, mentor, mentee, 0, {}}, now());
            })
            .refusal()
            .code;
    };
    EXPECT_EQ(refused(cast.ana, cast.david), "no_free_place");
    EXPECT_EQ(refused(cast.bruno, cast.sofia), "no_free_place");
    EXPECT_EQ(refused(cast.ana, cast.sofia), "already_paired");
    EXPECT_EQ(refused(cast.lena, cast.david), "not_joined");
}

TEST_F(Pairs, do_not_go_on_or_sign_once_they_have_come_into_one_line) {
    auto agreeing = after_both_go_on();
    EXPECT_EQ(door.as(cast.ana).put(path(agreeing, "/agreement"), kWritten).status, 200);
    auto exploring = opened(cast.bruno, cast.david);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET manager_id = $2 WHERE organisation_id = $1 AND id = $3", cast.organisation,
               cast.sofia, cast.lena);
        tx.run("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.david);
    });
    EXPECT_EQ(
        door.as(cast.ana).put(path(agreeing, "/agreement/signature"), R"({"version":1,"neither_decides":true})").code(),
        "in_one_line");
    EXPECT_EQ(door.as(cast.sofia).put(path(agreeing, "/charter/signature"), R"({"version":1})").code(), "in_one_line");
    EXPECT_EQ(door.as(cast.bruno).put(path(exploring, "/exploratory-answer"), kGoOn).code(), "in_one_line");
    EXPECT_EQ(door.as(cast.bruno).put(path(exploring, "/exploratory-answer"), kNotThisTime).status, 200);
}

struct InOneLine : Pairs {
    PairingId id;
    std::string coordinators(std::string const& rest) {
        return "/api/programmes/" + cast.programme.text() + "/pairings/" + id.text() + rest;
    }
    // Sofia becomes the manager of Ana's manager; and the other way round.
    void reorganise(bool meet) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE people SET manager_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
                   cast.lena, meet ? cast.sofia : cast.marta);
        });
        recheck();
    }
    void recheck() {
        door.database().write([&](db::Tx& tx) { recheck_lines(tx, cast.organisation, now()); });
    }
    void SetUp() override {
        id = started();
        reorganise(true);
    }
    std::optional<LinesMet> shown() { return list(cast.jo).items.at(0).line.lines_met; }
    std::int64_t told(PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM mails WHERE person_id = $1 AND kind = 'lines_met'", who)
                .value();
        });
    }
};

TEST_F(InOneLine, all_three_are_asked_once) {
    recheck();
    for (auto who : {cast.ana, cast.sofia, cast.jo, cast.kim}) EXPECT_EQ(told(who), 1);
    EXPECT_EQ(shown(), LinesMet::coordinator_is_asked);
    EXPECT_THAT(seen(cast.ana, id).allowed_actions, Contains(Action::go_on_knowingly));
    EXPECT_EQ(seen(cast.sofia, id).mirror.line->lines_met, LinesMet::coordinator_is_asked);
}

TEST_F(InOneLine, it_is_settled_when_both_and_a_coordinator_have_said_so) {
    auto const own = path(id, "/going-on-knowingly");
    ASSERT_EQ(door.as(cast.ana).put(own).status, 200);
    EXPECT_EQ(shown(), LinesMet::coordinator_is_asked) << "nobody sees that one of the two has said it";
    EXPECT_THAT(seen(cast.ana, id).allowed_actions, Not(Contains(Action::go_on_knowingly)));
    EXPECT_THAT(seen(cast.sofia, id).allowed_actions, Contains(Action::go_on_knowingly));
    ASSERT_EQ(door.as(cast.jo).put(coordinators("/going-on-knowingly")).status, 200);
    EXPECT_EQ(shown(), LinesMet::the_two_are_asked);
    ASSERT_EQ(door.as(cast.sofia).put(own).status, 200);
    EXPECT_EQ(shown(), LinesMet::settled);
    EXPECT_EQ(door.as(cast.jo).put(coordinators("/ending")).code(), "lines_not_met");
    recheck();
    EXPECT_EQ(shown(), LinesMet::settled) << "the next check asks nobody again";
}

TEST_F(InOneLine, a_coordinator_may_end_it_and_then_it_looks_like_every_ending) {
    ASSERT_EQ(door.as(cast.jo).put(coordinators("/ending")).status, 200);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::finished);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started);
    night_passes();
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::finished);
    EXPECT_EQ(shown(), std::nullopt);
}

TEST_F(InOneLine, a_coordinator_does_not_learn_that_one_has_stopped_today) {
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    EXPECT_EQ(door.as(cast.jo).put(coordinators("/going-on-knowingly")).status, 200);
    EXPECT_EQ(door.as(cast.jo).put(coordinators("/ending")).status, 200);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started);
}

TEST_F(InOneLine, it_is_over_when_the_lines_part_again) {
    reorganise(false);
    EXPECT_EQ(shown(), std::nullopt);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/going-on-knowingly")).code(), "lines_not_met");
}

TEST_F(InOneLine, nobody_else_has_a_voice) {
    expect_closed_to_others(door, cast, {http::Method::put, path(id, "/going-on-knowingly")},
                            {cast.bruno, cast.jo, cast.marta, cast.amir});
    for (auto const* rest : {"/going-on-knowingly", "/ending"})
        expect_closed_to_others(door, cast, {http::Method::put, coordinators(rest)},
                                {cast.ana, cast.sofia, cast.marta, cast.amir, cast.nina});
}

TEST_F(Pairs, are_not_ended_by_a_coordinator_otherwise) {
    auto const id = started();
    auto const target = "/api/programmes/" + cast.programme.text() + "/pairings/" + id.text() + "/ending";
    EXPECT_EQ(door.as(cast.jo).put(target).code(), "lines_not_met");
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::started);
}

TEST_F(Pairs, of_a_coordinator_who_takes_part_are_brought_by_the_second_one) {
    auto const enrolled = door.database().write([&](db::Tx& tx) {
        return tx.run("UPDATE enrolments SET person_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
                      cast.ana_enrolled, cast.jo);
    });
    ASSERT_EQ(enrolled, 1);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET manager_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation, cast.jo,
               cast.lena);
    });
    auto const target = "/api/programmes/" + cast.programme.text() + "/pairings";
    auto const body = R"({"pairs":[{"mentor_id":")" + cast.jo.text() + R"(","mentee_id":")" + cast.sofia.text() +
                      R"(","meetings_before":3}]})";
    EXPECT_EQ(door.as(cast.jo).post(target, body).text("/errors/0/code"), "own_pair");
    EXPECT_EQ(door.as(cast.kim).post(target, body).status, 201);
    EXPECT_THAT(list(cast.jo).items, IsEmpty());
    EXPECT_EQ(list(cast.kim).items.size(), 1U);
}

TEST_F(Pairs, mirror_the_very_line_the_coordinator_sees) {
    auto exploring = opened(cast.bruno, cast.david);
    auto id = after_both_go_on();
    auto compare = [&] {
        for (auto const& row : list(cast.jo).items) {
            auto who = row.id == id ? cast.ana : cast.bruno;
            EXPECT_EQ(seen(who, row.id).mirror.line, row.line);
        }
    };
    compare();
    EXPECT_THAT(seen(cast.ana, id).mirror.seen_by, ElementsAre("Jo Byrne", "Kim Park"));
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/agreement"), kWritten).status, 200);
    sign(cast.ana, id);
    compare();
    sign(cast.sofia, id);
    compare();
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    compare();
    night_passes();
    compare();
    nights_pass(8);
    EXPECT_EQ(list(cast.jo).items.size(), 1U);
    EXPECT_EQ(seen(cast.bruno, exploring).mirror.line, std::nullopt);
}

TEST_F(Pairs, are_listed_for_those_who_coordinate_this_programme_alone) {
    opened(cast.ana, cast.sofia);
    auto target = "/api/programmes/" + cast.programme.text() + "/pairings";
    expect_closed_to_others(door, cast, {http::Method::get, target},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    EXPECT_EQ(list(cast.jo).items.size(), 1U);
}

TEST_F(Pairs, of_a_coordinator_who_takes_part_are_hidden_from_them) {
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, 0))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.sofia, cast.programme);
    });
    auto own = opened(cast.ana, cast.sofia);
    opened(cast.bruno, cast.david);
    EXPECT_EQ(list(cast.sofia).items.size(), 1U);
    EXPECT_EQ(list(cast.sofia).counts.getting_to_know, 1);
    EXPECT_EQ(list(cast.jo).items.size(), 2U);
    EXPECT_THAT(seen(cast.ana, own).mirror.seen_by, ElementsAre("Jo Byrne", "Kim Park"));
}

TEST_F(Pairs, are_listed_page_by_page_and_by_state) {
    opened(cast.ana, cast.sofia);
    opened(cast.bruno, cast.david);
    auto first = list(cast.jo, "?limit=1");
    ASSERT_EQ(first.items.size(), 1U);
    ASSERT_TRUE(first.next_cursor);
    EXPECT_EQ(first.counts.getting_to_know, 2);
    auto second = list(cast.jo, "?limit=1&cursor=" + *first.next_cursor);
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_NE(second.items[0].id, first.items[0].id);
    EXPECT_FALSE(second.next_cursor);
    EXPECT_THAT(list(cast.jo, "?state=started").items, IsEmpty());
    auto target = "/api/programmes/" + cast.programme.text() + "/pairings";
    for (auto const* query : {"?cursor=x", "?limit=0", "?limit=101", "?state=sad", "?sort=site"})
        EXPECT_EQ(door.as(cast.jo).get(target + query).status, 422) << query;
}

TEST_F(Pairs, of_a_running_programme_are_brought_and_confirmed_by_both) {
    auto target = "/api/programmes/" + cast.programme.text() + "/pairings";
    auto body = R"({"pairs":[{"mentor_id":")" + cast.ana.text() + R"(","mentee_id":")" + cast.sofia.text() +
                R"(","meetings_before":3}]})";
    expect_closed_to_others(door, cast, {http::Method::post, target, body}, {cast.ana, cast.marta, cast.amir});
    auto reply = door.as(cast.jo).post(target, body);
    ASSERT_EQ(reply.status, 201) << reply.body;
    auto id = reply.as<OpenedPairings>().ids.at(0);
    EXPECT_EQ(seen(cast.ana, id).origin, Origin::brought);
    EXPECT_EQ(seen(cast.ana, id).meetings_before, 3);
    auto again = door.as(cast.jo).post(target, body);
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.text("/errors/0/pointer"), "/pairs/0");
    EXPECT_EQ(again.text("/errors/0/code"), "already_paired");
    answer(cast.ana, id, kGoOn);
    answer(cast.sofia, id, kGoOn);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::agreeing);
}

}  // namespace
}  // namespace pairing
