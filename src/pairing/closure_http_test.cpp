#include "support/pairs.hpp"

namespace pairing {
namespace {

TEST_F(Pairs, end_without_a_word_why_when_one_withdraws_or_leaves_the_house) {
    auto const gone = [&](std::string const& sql, PersonId who) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, who); });
        door.database().write([&](db::Tx& tx) { end_pairings_of_the_gone(tx, cast.organisation, now()); });
    };
    auto const withdrawn = started();
    gone("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND person_id = $2", cast.ana);
    EXPECT_EQ(seen(cast.sofia, withdrawn).stage, Stage::finished);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started) << "until the day after";
    auto const left = opened(cast.bruno, cast.david);
    for (auto who : {cast.bruno, cast.david}) answer(who, left, kGoOn);
    gone("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast.david);
    EXPECT_EQ(seen(cast.bruno, left).stage, Stage::set_aside);
    night_passes();
    EXPECT_EQ(list(cast.jo).counts.finished, 1);
    EXPECT_EQ(list(cast.jo).items.size(), 1U);
}

TEST_F(Pairs, hold_their_places_until_others_may_learn_that_they_finished) {
    auto const id = started();
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    auto const again = [&] {
        return door.database().write([&](db::Tx& tx) {
            return open_pairing(tx, access::house(cast.organisation),
                                {cast.programme, Origin::run, cast.ana, cast.sofia, 0, {}}, now());
        });
    };
    EXPECT_EQ(again().refusal().code, "already_paired") << "a coordinator must not tell it from a pair that runs";
    night_passes();
    EXPECT_TRUE(again());
}

TEST_F(Pairs, that_have_finished_are_not_brought_again) {
    auto const id = started();
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    auto const bring = [&] {
        auto const body = R"({"pairs":[{"mentor_id":")" + cast.ana.text() + R"(","mentee_id":")" + cast.sofia.text() +
                          R"(","meetings_before":3}]})";
        return door.as(cast.jo).post("/api/programmes/" + cast.programme.text() + "/pairings", body);
    };
    EXPECT_EQ(bring().text("/errors/0/code"), "already_paired")
        << "a coordinator must not tell it from a pair that runs";
    night_passes();
    auto const refused = bring();
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("/errors/0/pointer"), "/pairs/0");
    EXPECT_EQ(refused.text("/errors/0/code"), "were_paired");
}

TEST_F(Pairs, stop_without_a_reason_and_show_only_the_week_from_the_day_after) {
    auto id = started();
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::finished);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started);
    night_passes();
    auto line = list(cast.jo).items.at(0).line;
    EXPECT_EQ(line.state, CoordinatorState::finished);
    EXPECT_EQ(base::to_text(*line.finished_week_on), "2026-11-16");
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/closure"), R"({"ending":"goal_reached"})").status, 200);
    EXPECT_EQ(list(cast.jo).items.at(0).line, line) << "the second says nothing new";
}

RematchAnswer rematch(support::Reply const& reply) {
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.as<RematchAnswer>();
}

TEST_F(Pairs, say_privately_what_they_want_next_once_they_are_over) {
    auto id = started();
    auto const wants = [&](PersonId who, std::string const& wish) {
        return door.as(who).put(path(id, "/rematch"), R"({"note":" Shorter ","wish":")" + wish + "\"}");
    };
    EXPECT_EQ(wants(cast.ana, "now").code(), "not_finished");
    EXPECT_EQ(door.as(cast.ana).get(path(id, "/rematch")).code(), "not_finished");
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    auto const nothing_said = rematch(door.as(cast.ana).get(path(id, "/rematch")));
    EXPECT_EQ(nothing_said.wish, std::nullopt);
    EXPECT_EQ(base::to_text(*nothing_said.looks_from_on), "2026-12-06") << "fourteen days after the closing";
    EXPECT_EQ(rematch(wants(cast.ana, "later")).looks_from_on, std::nullopt);
    auto const said = rematch(door.as(cast.ana).get(path(id, "/rematch")));
    EXPECT_EQ(said.wish, Wish::later);
    EXPECT_EQ(said.note, "Shorter");
    EXPECT_EQ(rematch(door.as(cast.sofia).get(path(id, "/rematch"))).note, "") << "the partner is shown their own";
    EXPECT_EQ(wants(cast.ana, "perhaps").status, 422);
    EXPECT_EQ(door.as(cast.ana)
                  .put(path(id, "/rematch"), R"({"wish":"now","note":")" + std::string(1001, 'x') + "\"}")
                  .status,
              422);
    std::vector<PersonId> others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, path(id, "/rematch")}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path(id, "/rematch"), R"({"wish":"now","note":""})"},
                            others);
}

TEST_F(Pairs, are_left_out_of_runs_while_they_cool_and_as_long_as_they_wish) {
    auto id = started();
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/rematch"), R"({"wish":"later","note":""})").status, 200);
    auto const looking = [&] {
        return door.database().read([&](db::Tx& tx) {
            auto const loaded =
                matching::store::load_world(tx, door.tools().keys, cast.organisation, cast.programme, now()).value();
            return std::pair(loaded.find(programme::Side::mentor, cast.ana).has_value(),
                             loaded.find(programme::Side::mentee, cast.sofia).has_value());
        });
    };
    nights_pass(1);
    EXPECT_EQ(looking(), std::pair(false, false)) << "never at once";
    nights_pass(12);
    EXPECT_EQ(looking(), std::pair(false, false));
    nights_pass(1);
    EXPECT_EQ(looking(), std::pair(false, true)) << "whoever said nothing is looking again after the cooling time";
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/rematch"), R"({"wish":"now","note":""})").status, 200);
    EXPECT_EQ(looking(), std::pair(true, true));
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/rematch"), R"({"wish":"stop","note":""})").status, 200);
    EXPECT_EQ(looking(), std::pair(true, false));
}

TEST_F(Pairs, have_no_cooling_time_when_they_never_began) {
    auto id = after_both_go_on();
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    nights_pass(1);
    EXPECT_EQ(door.as(cast.ana).get(path(id, "/rematch")).code(), "not_finished");
    EXPECT_EQ(door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT COUNT(*) FROM coolings WHERE organisation_id = $1", cast.organisation);
    }),
              0);
}

TEST_F(Pairs, pause_and_go_on) {
    auto id = started();
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/pause")).as<PairingAnswer>().stage, Stage::paused);
    EXPECT_EQ(list(cast.jo).counts.paused, 1);
    EXPECT_EQ(door.as(cast.sofia).remove(path(id, "/pause")).as<PairingAnswer>().stage, Stage::started);
    EXPECT_EQ(door.as(cast.sofia).remove(path(id, "/pause")).code(), "not_paused");
}

}  // namespace
}  // namespace pairing
