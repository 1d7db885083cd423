#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "preparation/preparation_actions.hpp"
#include "support/door.hpp"

namespace preparation {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct PreparationOfAna : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string plan_path = "/api/programmes/" + cast.programme.text() + "/preparation";

    static std::string of(support::EnrolmentId enrolment, std::string const& rest) {
        return "/api/enrolments/" + enrolment.text() + rest;
    }
    std::string module(std::string const& key, std::string const& rest = "") {
        return of(cast.ana_enrolled, "/modules/" + key + rest);
    }
    MyPreparation seen(access::PersonId who) {
        auto const reply = door.as(who).get("/api/my-preparation");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<MyPreparation>();
    }
    SidePreparation mine() { return seen(cast.ana).sides.at(0); }
    void finish(std::string const& key) {
        auto const reply = door.as(cast.ana).put(module(key, "/completion"));
        EXPECT_EQ(reply.status, 200) << reply.body;
    }
    // The document as it is read, to be sent back changed.
    PlanWanted wanted() {
        auto const plan = door.as(cast.jo).get(plan_path).as<PlanAnswer>();
        PlanWanted document{plan.version, {}};
        for (auto const& one : plan.modules)
            document.modules.push_back(
                {one.key, one.is_core, one.reader, one.is_own ? std::optional(one.title) : std::nullopt, one.text});
        return document;
    }
    support::Reply save(PlanWanted const& document) { return door.as(cast.jo).put(plan_path, json::write(document)); }
};

TEST_F(PreparationOfAna, is_two_short_modules_first_and_done_when_both_are) {
    auto const before = mine();
    EXPECT_EQ(before.side, Side::mentor);
    EXPECT_EQ(before.modules.at(0).key, "mj1");
    EXPECT_EQ(before.modules.at(1).key, "mj3");
    EXPECT_FALSE(before.modules.at(2).is_core);
    EXPECT_EQ(before.minutes_left, 8);
    EXPECT_FALSE(before.is_prepared);
    EXPECT_THAT(seen(cast.ana).of_roles, IsEmpty());
    finish("mj1");
    EXPECT_EQ(mine().minutes_left, 4);
    finish("mj3");
    finish("mj3");
    EXPECT_TRUE(mine().is_prepared);
    EXPECT_EQ(mine().minutes_left, 0);
    EXPECT_FALSE(seen(cast.sofia).sides.at(0).is_prepared) << "hers is her own";
}

TEST_F(PreparationOfAna, keeps_what_she_writes_sealed_for_her_alone) {
    auto const read = door.as(cast.ana).get(module("mj1")).as<ModuleAnswer>();
    EXPECT_THAT(read.text, HasSubstr("## "));
    EXPECT_NE(read.exercise, std::nullopt);
    EXPECT_EQ(read.your_turn, std::nullopt);
    auto const path = module("mj1", "/your-turn");
    ASSERT_EQ(door.as(cast.ana).put(path, R"({"text":"My first sentence"})").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path, R"({"text":"My second try"})").text("/your_turn"), "My second try");
    auto const sealed = door.database().read([&](db::Tx& tx) {
        return tx.value<meta::Bytes>("SELECT sealed_text FROM your_turns WHERE organisation_id = $1", cast.organisation)
            .value();
    });
    EXPECT_THAT(std::string(sealed.octets.begin(), sealed.octets.end()), Not(HasSubstr("second")));
    EXPECT_EQ(door.as(cast.ana).put(path, R"({"text":""})").text("/your_turn"), "null");
    EXPECT_EQ(door.as(cast.ana).put(path, R"({"text":")" + std::string(10'001, 'a') + "\"}").code(), "invalid");
}

TEST_F(PreparationOfAna, ends_with_three_sentences_that_nobody_else_reads) {
    auto const path = of(cast.ana_enrolled, "/ready-sentences");
    ASSERT_EQ(mine().sentences.size(), 3U);
    EXPECT_EQ(mine().sentences[0].is_true, std::nullopt);
    auto const given = R"({"sentences":[{"key":"first_sentence","is_true":false},{"key":"way_out","is_true":true}]})";
    ASSERT_EQ(door.as(cast.ana).put(path, given).status, 200);
    EXPECT_EQ(mine().sentences[0].is_true, false);
    EXPECT_EQ(mine().sentences[1].is_true, std::nullopt);
    EXPECT_EQ(mine().sentences[2].is_true, true);
    auto const twice = R"({"sentences":[{"key":"way_out","is_true":true},{"key":"way_out","is_true":false}]})";
    EXPECT_EQ(door.as(cast.ana).put(path, twice).text("/errors/0/code"), "twice");
    auto const other = R"({"sentences":[{"key":"speak_second","is_true":true}]})";
    EXPECT_EQ(door.as(cast.ana).put(path, other).text("/errors/0/pointer"), "/sentences/0/key");
}

TEST_F(PreparationOfAna, is_closed_to_everybody_else) {
    std::vector const others{cast.bruno, cast.sofia, cast.jo, cast.amir, cast.marta};
    for (support::Knock const& knock :
         {support::Knock{http::Method::get, module("mj1")},
          {http::Method::put, module("mj1", "/completion")},
          {http::Method::put, module("mj1", "/your-turn"), R"({"text":"x"})"},
          {http::Method::put, of(cast.ana_enrolled, "/ready-sentences"), R"({"sentences":[]})"},
          {http::Method::put, of(cast.ana_enrolled, "/preparation-rating"), R"({"rating":3})"}})
        support::expect_closed_to_others(door, cast, knock, others);
    support::expect_closed_to_others(door, cast, {http::Method::get, plan_path}, {cast.ana, cast.sofia, cast.amir});
    support::expect_closed_to_others(door, cast, {http::Method::put, plan_path, json::write(wanted())},
                                     {cast.ana, cast.sofia, cast.amir});
    EXPECT_EQ(door.nobody().get("/api/my-preparation").status, 401);
    EXPECT_EQ(door.nobody().get("/api/modules/mj1").status, 401);
    for (auto const* key : {"ms1", "sup", "mj99", "..%2Fready"})
        EXPECT_EQ(door.as(cast.ana).put(module(key, "/completion")).status, 404) << key;
    ASSERT_EQ(door.as(cast.ana).put(of(cast.ana_enrolled, "/withdrawal")).status, 200);
    EXPECT_EQ(door.as(cast.ana).get(module("mj1")).status, 404);
    EXPECT_THAT(seen(cast.ana).sides, IsEmpty());
}

TEST_F(PreparationOfAna, has_a_module_for_what_else_somebody_is_in_the_house) {
    auto const roles = [&](access::PersonId who) {
        std::vector<std::string> keys;
        for (auto const& one : seen(who).of_roles) keys.push_back(one.key);
        return keys;
    };
    support::name_two_to_talk_to(door, cast);
    EXPECT_THAT(roles(cast.jo), ElementsAre("co"));
    EXPECT_THAT(roles(cast.lena), ElementsAre("mod", "sup"));
    EXPECT_THAT(roles(cast.marta), testing::Contains("sup"));
    EXPECT_EQ(door.as(cast.lena).get("/api/modules/sup").text("/reader"), "supervisor");
    EXPECT_EQ(door.as(cast.lena).get("/api/modules/nothing").status, 404);
}

TEST_F(PreparationOfAna, shows_a_coordinator_how_good_it_was_from_five_people_on_and_never_whose) {
    auto const quality = [&] { return door.as(cast.jo).get(plan_path).as<PlanAnswer>().quality; };
    auto const rate = [&](access::PersonId who, support::EnrolmentId enrolment, int rating) {
        auto const body = R"({"rating":)" + std::to_string(rating) + "}";
        EXPECT_EQ(door.as(who).put(of(enrolment, "/preparation-rating"), body).text("/rating"), std::to_string(rating));
    };
    rate(cast.ana, cast.ana_enrolled, 1);
    rate(cast.ana, cast.ana_enrolled, 5);
    rate(cast.bruno, cast.bruno_enrolled, 4);
    rate(cast.sofia, cast.sofia_enrolled, 4);
    rate(cast.david, cast.david_enrolled, 4);
    EXPECT_EQ(quality(), std::nullopt);
    auto const vera =
        door.database().write([&](db::Tx& tx) { return support::enrol_another(tx, cast, cast.ana_enrolled, "Vera"); });
    rate(vera, base::as<support::EnrolmentId>(base::any(seen(vera).sides.at(0).enrolment_id)), 4);
    EXPECT_EQ(quality(), (PreparationQuality{5, 42}));
    for (auto const* rating : {"0", "6", "\"5\"", "4.5"})
        EXPECT_EQ(door.as(cast.ana)
                      .put(of(cast.ana_enrolled, "/preparation-rating"), R"({"rating":)" + std::string(rating) + "}")
                      .code(),
                  "invalid");
}

TEST_F(PreparationOfAna, follows_the_plan_of_the_programme_with_modules_of_its_own) {
    auto document = wanted();
    ModuleWanted const ours{std::nullopt, true, Reader::both, "How we meet here", "## Rooms\n\nBook **two** of them."};
    document.modules.insert(document.modules.begin(), ours);
    auto const saved = save(document);
    ASSERT_EQ(saved.status, 200) << saved.body;
    auto const id = saved.as<PlanAnswer>().modules.at(0).key;
    EXPECT_EQ(mine().modules.at(0).title, "How we meet here");
    EXPECT_EQ(mine().minutes_left, 9);
    EXPECT_EQ(save(document).code(), "stale") << "twice at once";
    finish(id);
    EXPECT_TRUE(door.as(cast.ana).get(module(id)).as<ModuleAnswer>().is_done);
    auto again = wanted();
    again.modules.at(0).title = "How we meet";
    std::swap(again.modules.at(0), again.modules.at(1));
    ASSERT_EQ(save(again).status, 200);
    EXPECT_EQ(mine().modules.at(1).title, "How we meet");
    EXPECT_TRUE(mine().modules.at(1).is_done) << "it is the same one";
    again = wanted();
    again.modules.erase(again.modules.begin() + 1);
    ASSERT_EQ(save(again).status, 200);
    EXPECT_EQ(door.as(cast.ana).get(module(id)).status, 404);
}

TEST_F(PreparationOfAna, is_only_read_once_the_programme_has_closed) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    EXPECT_THAT(seen(cast.ana).sides, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).get(module("mj1")).status, 200);
    auto const refused = [&](access::PersonId who, std::string const& path, std::string const& body) {
        return door.as(who).put(path, body).code();
    };
    EXPECT_EQ(refused(cast.ana, module("mj1", "/completion"), ""), "programme_closed");
    EXPECT_EQ(refused(cast.ana, module("mj1", "/your-turn"), R"({"text":"x"})"), "programme_closed");
    EXPECT_EQ(refused(cast.ana, of(cast.ana_enrolled, "/ready-sentences"), R"({"sentences":[]})"), "programme_closed");
    EXPECT_EQ(refused(cast.ana, of(cast.ana_enrolled, "/preparation-rating"), R"({"rating":3})"), "programme_closed");
    EXPECT_EQ(refused(cast.jo, plan_path, json::write(wanted())), "programme_closed");
}

TEST_F(PreparationOfAna, is_planned_by_no_nonsense) {
    auto const refused = [&](auto const& change) {
        auto document = wanted();
        change(document);
        auto const reply = save(document);
        return reply.text("/errors/0/pointer") + " " + reply.text("/errors/0/code");
    };
    EXPECT_EQ(refused([](PlanWanted& one) { one.modules.erase(one.modules.begin()); }), "/modules required");
    EXPECT_EQ(refused([](PlanWanted& one) { one.modules.push_back({}); }), "/modules/17/reader required");
    EXPECT_EQ(refused([](PlanWanted& one) {
                  one.modules.push_back({"co", false, {}, {}, {}});
              }),
              "/modules/17/key no_side");
    EXPECT_EQ(refused([&](PlanWanted& one) {
                  one.modules.push_back({cast.ana.text(), false, Reader::both, "Ours", "Text"});
              }),
              "/modules/17/key unknown");
    EXPECT_EQ(refused([](PlanWanted& one) {
                  one.modules.push_back({std::nullopt, false, Reader::both, "Ours", std::string(12'001, 'a')});
              }),
              "/modules/17/text too_long");
    EXPECT_THAT(save(wanted()).body, AllOf(HasSubstr("mj1"), Not(HasSubstr("rating"))));
}

}  // namespace
}  // namespace preparation
