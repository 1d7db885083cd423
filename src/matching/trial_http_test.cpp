#include "matching/trial_http.hpp"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "person/conflict_store.hpp"
#include "programme/programme_shapes.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ATrial : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    [[nodiscard]] std::string path(std::string const& rest = "/match-trials") const {
        return "/api/programmes/" + cast.programme.text() + rest;
    }
    support::Reply reply_to(std::string const& body, std::optional<PersonId> by = {}) {
        return door.as(by.value_or(cast.jo)).post(path(), body);
    }
    Trial tried(std::string const& body, std::optional<PersonId> by = {}) {
        auto const reply = reply_to(body, by);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<Trial>();
    }
    static std::string couple(PersonId mentor, PersonId mentee) {
        return R"({"mentor_id":")" + mentor.text() + R"(","mentee_id":")" + mentee.text() + "\"}";
    }
    std::string finished_run() {
        auto const started =
            door.as(cast.jo).post("/api/match-runs", R"({"seed":7,"programme_id":")" + cast.programme.text() + "\"}");
        door.house().drain();
        return started.text("/id");
    }
    PersonId partner_of(std::string const& run, PersonId mentor) {
        auto const pairs = door.as(cast.jo).get("/api/match-runs/" + run + "/pairs").as<RunPairs>().items;
        for (auto const& pair : pairs)
            if (pair.mentor.id == mentor) return pair.mentee.id;
        ADD_FAILURE() << "has no partner";
        return {};
    }
    // Every row of every table that a request could have written.
    std::vector<std::int64_t> rows() {
        return door.database().read([&](db::Tx& tx) {
            std::vector<std::int64_t> counts;
            for (auto const* table : {"events", "jobs", "match_runs", "locks", "bans", "idempotency_keys"})
                counts.push_back(
                    tx.value<std::int64_t>(std::string("SELECT COUNT(*) FROM ") + table + " WHERE organisation_id = $1",
                                           cast.organisation)
                        .value());
            return counts;
        });
    }
    void run_sql(std::string const& sql, PersonId person) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, person); });
    }
};

TEST_F(ATrial, finds_what_a_run_would_and_stores_nothing) {
    auto const before = rows();
    auto const trial = tried("{}");
    EXPECT_EQ(trial.objective, Objective::best);
    EXPECT_EQ(trial.quality.pairs, 2);
    EXPECT_EQ(trial.quality.mentors_reached, 2);
    EXPECT_EQ(trial.allowed_pairs, 4);
    EXPECT_GT(trial.quality.together.least, 0);
    EXPECT_LE(trial.quality.together.least, trial.quality.together.mean);
    EXPECT_FALSE(trial.difference);
    EXPECT_EQ(rows(), before);
}

TEST_F(ATrial, is_held_against_a_run_pair_by_pair) {
    auto const run = finished_run();
    auto const same = tried(R"({"compared_with":")" + run + "\"}").difference.value();
    EXPECT_EQ(same.pairs_kept, 2);
    EXPECT_EQ(same.people_moved, 0);
    EXPECT_THAT(same.lost, IsEmpty());
    auto const partner = partner_of(run, cast.ana);
    auto const apart =
        tried(R"({"compared_with":")" + run + R"(","apart":[)" + couple(cast.ana, partner) + "]}").difference.value();
    EXPECT_EQ(apart.pairs_kept, 0);
    EXPECT_EQ(apart.pairs_lost, 2);
    EXPECT_EQ(apart.pairs_gained, 2);
    EXPECT_EQ(apart.people_moved, 4);
    ASSERT_EQ(apart.lost.size(), 2U);
    EXPECT_EQ(apart.before.pairs, 2);
}

TEST_F(ATrial, weighs_what_it_is_told_to_weigh) {
    auto const topics = tried(R"({"weights":{"topics":100,"style":0,"distance":0,"times":0}})");
    auto const times = tried(R"({"weights":{"topics":0,"style":0,"distance":0,"times":100}})");
    EXPECT_GT(topics.quality.together.mean, 0);
    EXPECT_EQ(times.quality.together.mean, 0) << "nobody has said their times";
    EXPECT_EQ(times.quality.pairs, 2) << "weights say what counts, never who may meet";
}

TEST_F(ATrial, begins_with_what_the_programme_has_saved) {
    auto const set_up = door.as(cast.jo).get(path("/set-up")).as<programme::SetUp>();
    programme::SetUpInput input{set_up.version, set_up.settings,    set_up.aims,
                                set_up.words,   set_up.eligibility, set_up.opened_tops};
    input.settings.weights = {0, 100, 0, 0};
    ASSERT_EQ(door.as(cast.jo).put(path("/set-up"), json::write(input)).status, 200);
    auto const by_style = tried(R"({"weights":{"topics":0,"style":100,"distance":0,"times":0}})");
    EXPECT_EQ(json::write(tried("{}").quality), json::write(by_style.quality));
    auto const by_topics = tried(R"({"weights":{"topics":100,"style":0,"distance":0,"times":0}})");
    EXPECT_NE(json::write(by_topics.quality), json::write(by_style.quality));
}

TEST_F(ATrial, switches_a_rule) {
    auto const rules = [](std::string const& gap) {
        return R"({"rules":{"level_gap_least":)" + gap +
               R"(,"level_gap_most":null,"department_rule":"any","site_rule":"any","needs_common_time":true,)" +
               R"("needs_common_language":true}})";
    };
    EXPECT_EQ(tried(rules("1")).quality.pairs, 2);
    EXPECT_EQ(tried(rules("20")).quality.pairs, 0);
    EXPECT_EQ(tried(rules("20")).quality.together.mean, 0);
}

TEST_F(ATrial, places_two_people_by_hand_or_says_which_rule_stands_between_them) {
    EXPECT_THAT(tried(R"({"together":[)" + couple(cast.ana, cast.david) + "]}").not_placed, IsEmpty());
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.david);
    auto const refused = tried(R"({"together":[)" + couple(cast.ana, cast.david) + "]}").not_placed;
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].mentor.name, "Ana Moreira");
    EXPECT_EQ(refused[0].reason, "not_available");
    EXPECT_THAT(refused[0].rules, ElementsAre("unknown_line"));
}

TEST_F(ATrial, refuses_to_place_somebody_with_themselves) {
    auto const refused =
        door.as(cast.jo).post(path("/match-trials"), R"({"together":[)" + couple(cast.ana, cast.david) + "," +
                                                         couple(cast.ana, cast.ana) + "]}");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("/errors/0/code"), "same_person");
    EXPECT_EQ(refused.text("/errors/0/pointer"), "/together/1/mentee_id");
}

TEST_F(ATrial, says_when_a_place_is_taken_by_another_wish) {
    EXPECT_EQ(door.as(cast.jo).put(path("/locks/" + cast.ana.text() + "/" + cast.sofia.text())).status, 204);
    auto const both = tried(R"({"together":[)" + couple(cast.ana, cast.david) + "]}").not_placed;
    ASSERT_THAT(both, SizeIs(1));
    EXPECT_EQ(both[0].reason, "no_place");
    auto const instead = tried(R"({"together":[)" + couple(cast.ana, cast.david) + R"(],"no_longer_together":[)" +
                               couple(cast.ana, cast.sofia) + "]}");
    EXPECT_THAT(instead.not_placed, IsEmpty());
    EXPECT_EQ(instead.quality.pairs, 2);
}

TEST_F(ATrial, refuses_nonsense_all_at_once) {
    auto const reply = reply_to(R"({"weights":{"topics":0,"style":0,"distance":0,"times":0},"rules":{)"
                                R"("level_gap_least":3,"level_gap_most":1,"department_rule":"any","site_rule":"any",)"
                                R"("needs_common_time":true,"needs_common_language":true}})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.text("/errors/0/code"), "nothing_counts");
    EXPECT_EQ(reply.text("/errors/1/pointer"), "/rules/level_gap_most");
    EXPECT_EQ(reply_to(R"({"weights":{"topics":101,"style":-1,"distance":0,"times":0}})").text("/errors/1/code"),
              "too_small");
    EXPECT_EQ(reply_to(R"({"avoids_earlier_partners":false})").text("/errors/0/code"), "unknown")
        << "a private cause has no switch";
    EXPECT_EQ(reply_to(R"({"objective":"quickest"})").text("/errors/0/code"), "enum");
    std::string many = couple(cast.ana, cast.sofia);
    for (int i = 0; i < 60; ++i) many += "," + couple(cast.ana, cast.sofia);
    EXPECT_EQ(reply_to(R"({"apart":[)" + many + "]}").text("/errors/0/code"), "too_long");
}

TEST_F(ATrial, knows_only_people_and_runs_of_its_programme) {
    EXPECT_EQ(reply_to(R"({"together":[)" + couple(cast.ana, cast.lena) + "]}").status, 404);
    EXPECT_EQ(reply_to(R"({"apart":[)" + couple(cast.otto, cast.sofia) + "]}").status, 404);
    EXPECT_EQ(reply_to(R"({"compared_with":")" + cast.programme.text() + "\"}").status, 404);
    auto const waiting =
        door.as(cast.jo).post("/api/match-runs", R"({"programme_id":")" + cast.programme.text() + "\"}").text("/id");
    EXPECT_EQ(reply_to(R"({"compared_with":")" + waiting + "\"}").code(), "not_a_draft");
}

TEST_F(ATrial, is_closed_to_everybody_else) {
    support::expect_closed_to_others(door, cast, {http::Method::post, path(), "{}"}, {cast.ana, cast.amir, cast.marta});
}

TEST_F(ATrial, is_no_slower_to_answer_two_at_once) {
    auto const run = finished_run();
    std::array<std::string, 2> bodies;
    {
        std::jthread one([&] { bodies[0] = reply_to(R"({"compared_with":")" + run + "\"}").body; });
        std::jthread two([&] { bodies[1] = reply_to(R"({"compared_with":")" + run + "\"}").body; });
    }
    EXPECT_EQ(bodies[0], bodies[1]);
    EXPECT_THAT(bodies[0], HasSubstr(R"("pairs_kept":2)"));
}

TEST_F(ATrial, tells_a_coordinator_who_takes_part_nothing_about_themselves) {
    auto const run = finished_run();
    auto const partner = partner_of(run, cast.ana);
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, 0))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.ana, cast.programme);
    });
    EXPECT_EQ(reply_to(R"({"apart":[)" + couple(cast.ana, partner) + "]}", cast.ana).status, 404);
    auto const other = partner == cast.sofia ? cast.david : cast.sofia;
    auto const moved =
        reply_to(R"({"compared_with":")" + run + R"(","apart":[)" + couple(cast.bruno, other) + "]}", cast.ana);
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_THAT(moved.body, Not(HasSubstr("Ana Moreira")));
    auto const trial = moved.as<Trial>();
    EXPECT_EQ(trial.quality.pairs, 2);
    EXPECT_EQ(trial.quality.fit_both_ways + trial.quality.fit + trial.quality.fit_thin, 1);
    EXPECT_THAT(trial.difference->lost, SizeIs(1)) << "only the pair of the others";
}

// Rules 7 and engineering.md 8: whatever is tried, a private cause reads as a partner of before does, and as every
// other private cause. The reader has as many trials as they like.
TEST_F(ATrial, betrays_no_private_reason_whatever_is_tried) {
    static std::vector<std::string> const bodies{
        "{}",
        R"({"weights":{"topics":100,"style":0,"distance":0,"times":0}})",
        R"({"weights":{"topics":0,"style":100,"distance":0,"times":0}})",
        R"({"weights":{"topics":0,"style":0,"distance":0,"times":1}})",
        R"({"rules":{"level_gap_least":-20,"level_gap_most":null,"department_rule":"any","site_rule":"any",)"
        R"("needs_common_time":false,"needs_common_language":false}})",
        R"({"objective":"stable"})",
        R"({"objective":"fair"})",
    };
    auto const everything = [&](auto make_cause) {
        cast = support::make_cast(door.database());
        door.database().write([&](db::Tx& tx) { make_cause(tx, cast); });
        std::string text;
        for (auto const& body : bodies) text += reply_to(body).body;
        auto const by_hand = tried(R"({"together":[)" + couple(cast.ana, cast.sofia) + "]}");
        for (auto const& refused : by_hand.not_placed) text += refused.reason + json::write(refused.rules);
        text += json::write(by_hand.quality);
        text += json::write(tried(R"({"apart":[)" + couple(cast.ana, cast.sofia) + "]}").quality);
        return text;
    };
    auto const by_sofia = everything([](db::Tx& tx, support::Cast const& w) {
        tx.run(R"(INSERT INTO exclusions (organisation_id, person_id, excluded_id, excluded_name, excluded_name_folded)
                  VALUES ($1, $2, $3, '', ''))",
               w.organisation, w.sofia, w.ana);
    });
    auto const held_by_hr = everything([](db::Tx& tx, support::Cast const& w) {
        person::store::insert_conflict(tx, access::house(w.organisation), {w.sofia, w.ana},
                                       base::utc_day(support::cast_time()));
    });
    auto const earlier =
        everything([](db::Tx& tx, support::Cast const& w) { support::make_partners_of_before(tx, w, w.ana, w.sofia); });
    auto const nothing = everything([](db::Tx&, support::Cast const&) {});
    EXPECT_EQ(by_sofia, held_by_hr);
    EXPECT_EQ(by_sofia, earlier);
    EXPECT_NE(by_sofia, nothing) << "the attacker must see that something stands between them";
}

}  // namespace
}  // namespace matching
