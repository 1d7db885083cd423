#include "support/matching.hpp"

namespace matching {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using KeepingTogetherAndApart = Matching;

using LookingAhead = Matching;

TEST_F(KeepingTogetherAndApart, survives_every_run) {
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.david))).status, 204);
    for (int n = 0; n < 3; ++n) {
        auto const found = pairs(finished_run().id).items;
        EXPECT_THAT(found, Contains(testing::Truly([&](RunPair const& pair) {
                        return pair.mentor.id == cast.ana && pair.mentee.id == cast.david && pair.is_locked;
                    })));
    }
    EXPECT_EQ(door.as(cast.jo).put(programme("/bans/" + couple(cast.ana, cast.david))).status, 204);
    auto const wishes = door.as(cast.jo).get(programme("/wishes")).as<Wishes>();
    ASSERT_EQ(wishes.items.size(), 1U);
    EXPECT_EQ(wishes.items[0].wish, Wish::apart);
    for (auto const& pair : pairs(finished_run().id).items)
        EXPECT_FALSE(pair.mentor.id == cast.ana && pair.mentee.id == cast.david);
    EXPECT_EQ(door.as(cast.jo).remove(programme("/bans/" + couple(cast.ana, cast.david))).status, 204);
    EXPECT_THAT(door.as(cast.jo).get(programme("/wishes")).as<Wishes>().items, IsEmpty());
}

TEST_F(KeepingTogetherAndApart, reports_a_lock_that_cannot_be_kept) {
    for (auto const& mentee : {cast.sofia, cast.david})
        EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, mentee))).status, 204);
    auto const locks = finished_run().report->unplaced_locks;
    ASSERT_EQ(locks.size(), 1U);
    EXPECT_EQ(locks[0].reason, "no_place");
    EXPECT_THAT(locks[0].against, SizeIs(1));
}

TEST_F(KeepingTogetherAndApart, knows_only_people_who_take_part_each_on_their_side) {
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.sofia, cast.ana))).status, 404);
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.otto))).status, 404);
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.lena))).status, 404);
}

TEST_F(KeepingTogetherAndApart, refuses_somebody_with_themselves) {
    for (auto const* wish : {"/locks/", "/bans/"}) {
        auto const refused = door.as(cast.jo).put(programme(wish + couple(cast.ana, cast.ana)));
        EXPECT_EQ(refused.status, 422);
        EXPECT_EQ(refused.text("/errors/0/code"), "same_person");
        EXPECT_EQ(refused.text("/errors/0/pointer"), "/mentee_id");
    }
    EXPECT_THAT(door.as(cast.jo).get(programme("/wishes")).as<Wishes>().items, IsEmpty());
}

TEST_F(LookingAhead, counts_what_each_rule_removes_before_launch) {
    run_sql("UPDATE people SET manager_id = $2 WHERE organisation_id = $1 AND name = 'Ana Moreira'", cast.sofia);
    auto const outlook = door.as(cast.jo).get(programme("/match-outlook")).as<Outlook>();
    EXPECT_EQ(outlook.possible_pairs, 4);
    EXPECT_EQ(outlook.allowed_pairs, 3);
    EXPECT_THAT(outlook.rules, Contains(testing::Truly([](RuleCount const& count) {
                    return count.rule == "above" && count.pairs == 1 && count.pairs_alone == 1;
                })));
}

TEST_F(LookingAhead, answers_why_not_in_public_reasons) {
    auto const ask = [&] {
        return door.as(cast.jo)
            .get(programme("/why-not?mentor_id=" + cast.ana.text() + "&mentee_id=" + cast.sofia.text()))
            .as<WhyNot>();
    };
    EXPECT_THAT(ask().rules, IsEmpty());
    EXPECT_TRUE(ask().reasons);
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.sofia);
    ASSERT_THAT(ask().rules, SizeIs(1));
    EXPECT_EQ(ask().rules[0].rule, "unknown_line");
    EXPECT_EQ(ask().rules[0].lift, Lift::complete_line);
    EXPECT_THAT(ask().rules[0].people, ElementsAre(cast.sofia));
    EXPECT_FALSE(ask().reasons);
}

// Rules 7: whatever private cause stands between two people, everything a coordinator can fetch is the same, and the
// same as for a public cause of the same name.
TEST_F(LookingAhead, betrays_no_private_reason) {
    auto const everything = [&](auto make_cause) {
        support::Cast const world = support::make_cast(door.database());
        door.database().write([&](db::Tx& tx) { make_cause(tx, world); });
        cast = world;
        auto const run = finished_run(R"(,"seed":1)");
        auto text = door.as(cast.jo).get(programme("/match-outlook")).body;
        text += door.as(cast.jo)
                    .get(programme("/why-not?mentor_id=" + cast.ana.text() + "&mentee_id=" + cast.sofia.text()))
                    .body;
        auto report = *run.report;
        report.snapshot_hash = report.result_hash = "";
        text += json::write(report);
        for (auto const& left : door.as(cast.jo).get(run_path(run.id, "/leftovers")).as<RunLeftovers>().items)
            text += json::write(left.reason);
        return text;
    };
    auto const exclude = [](db::Tx& tx, access::OrganisationId organisation, PersonId by, PersonId whom) {
        tx.run(
            "INSERT INTO exclusions (organisation_id, person_id, excluded_id, excluded_name, excluded_name_folded) "
            "VALUES ($1, $2, $3, '', '')",
            organisation, by, whom);
    };
    auto const by_ana =
        everything([&](db::Tx& tx, support::Cast const& w) { exclude(tx, w.organisation, w.ana, w.sofia); });
    auto const by_sofia =
        everything([&](db::Tx& tx, support::Cast const& w) { exclude(tx, w.organisation, w.sofia, w.ana); });
    auto const held_by_hr = everything([&](db::Tx& tx, support::Cast const& w) {
        person::store::insert_conflict(tx, access::house(w.organisation), {w.sofia, w.ana},
                                       base::utc_day(support::cast_time()));
    });
    auto const earlier = everything(
        [&](db::Tx& tx, support::Cast const& w) { support::make_partners_of_before(tx, w, w.ana, w.sofia); });
    auto const nothing = everything([](db::Tx&, support::Cast const&) {});
    EXPECT_EQ(by_ana, by_sofia);
    EXPECT_EQ(by_ana, held_by_hr);
    EXPECT_EQ(by_ana, earlier);
    EXPECT_NE(by_ana, nothing) << "the attacker must see that something stands between them";
    EXPECT_THAT(by_ana, HasSubstr(R"("rules":[{"rule":"not_available")"));
}

}  // namespace
}  // namespace matching
