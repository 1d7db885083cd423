#include "matching/remedy_http.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/why_not_shapes.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

class SeekingRemedies : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    MatchRunId found_run() {
        auto const started =
            door.as(cast.jo).post("/api/match-runs", R"({"seed":1,"programme_id":")" + cast.programme.text() + "\"}");
        door.house().drain();
        return started.as<MatchRunAnswer>().id;
    }
    static std::string path(MatchRunId run, PersonId person) {
        return "/api/match-runs/" + run.text() + "/remedies?person_id=" + person.text();
    }
    Remedies remedies(PersonId person) { return door.as(cast.jo).get(path(found_run(), person)).as<Remedies>(); }
    std::string programme(std::string const& rest) const { return "/api/programmes/" + cast.programme.text() + rest; }
    WhyNot why_not(PersonId mentor, PersonId mentee) {
        return door.as(cast.jo)
            .get(programme("/why-not?mentor_id=" + mentor.text() + "&mentee_id=" + mentee.text() +
                           "&match_run_id=" + found_run().text()))
            .as<WhyNot>();
    }
    template <class... Args>
    void run_sql(std::string const& sql, Args const&... args) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, args...); });
    }
    void take_part_as_coordinator(PersonId person) {
        door.database().write([&](db::Tx& tx) {
            tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                      VALUES ($1, $2, $3, 'coordinator', $4, 0))",
                   cast.organisation, tx.make_id<base::AnyId>(), person, cast.programme);
        });
    }
    bool is_paired(PersonId person) {
        auto const pairs = door.as(cast.jo).get("/api/match-runs/" + found_run().text() + "/pairs").as<RunPairs>();
        return std::ranges::any_of(
            pairs.items, [&](RunPair const& pair) { return pair.mentor.id == person || pair.mentee.id == person; });
    }
};

TEST_F(SeekingRemedies, names_the_rule_and_it_is_true) {
    run_sql("UPDATE people SET level = 1 WHERE organisation_id = $1 AND id = $2", cast.sofia);
    auto const told = remedies(cast.sofia);
    EXPECT_EQ(told.person.name, "Sofia Lind");
    EXPECT_EQ(told.side, Side::mentee);
    ASSERT_TRUE(told.reason);
    EXPECT_EQ(told.reason->rule, "level_gap");
    ASSERT_THAT(told.items, Contains(Field(&RemedyShown::kind, RemedyKind::looser_rule)));
    EXPECT_EQ(told.items[0].gap_least, 0);
    EXPECT_FALSE(is_paired(cast.sofia));
    run_sql("UPDATE programmes SET level_gap_least = 0 WHERE organisation_id = $1 AND id = $2", cast.programme);
    EXPECT_TRUE(is_paired(cast.sofia));
}

TEST_F(SeekingRemedies, names_with_whom_one_more_place_would_do) {
    run_sql("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND id = $2", cast.bruno_enrolled);
    auto const left = is_paired(cast.sofia) ? cast.david : cast.sofia;
    auto const told = remedies(left);
    ASSERT_THAT(told.items, SizeIs(1));
    EXPECT_EQ(told.items[0].kind, RemedyKind::place_with_any);
    ASSERT_THAT(told.items[0].people, SizeIs(1));
    EXPECT_EQ(told.items[0].people[0].id, cast.ana);
    run_sql("UPDATE enrolments SET capacity = 2 WHERE organisation_id = $1 AND id = $2", cast.ana_enrolled);
    EXPECT_TRUE(is_paired(left));
    EXPECT_TRUE(remedies(left).has_partner);
}

TEST_F(SeekingRemedies, shows_a_coordinator_who_takes_part_nothing_about_themselves) {
    run_sql("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND id = $2", cast.bruno_enrolled);
    take_part_as_coordinator(cast.ana);
    auto const left = is_paired(cast.sofia) ? cast.david : cast.sofia;
    auto const run = found_run();
    auto const told = door.as(cast.ana).get(path(run, left)).as<Remedies>();
    for (auto const& remedy : told.items) EXPECT_THAT(remedy.people, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).get(path(run, cast.ana)).status, 404);
}

TEST_F(SeekingRemedies, is_for_coordinators_and_about_who_takes_part) {
    auto const run = found_run();
    support::expect_closed_to_others(door, cast, {http::Method::get, path(run, cast.sofia)},
                                     {cast.ana, cast.amir, cast.nina, cast.marta, cast.otto});
    EXPECT_EQ(door.as(cast.jo).get(path(run, cast.lena)).status, 404);
    EXPECT_EQ(door.as(cast.jo).get(path(run, cast.sofia) + "&side=mentor").status, 404);
    EXPECT_EQ(door.as(cast.jo).get(path(run, cast.sofia) + "&side=both").status, 422);
    EXPECT_EQ(door.as(cast.jo).get(path(MatchRunId{}, cast.sofia)).status, 404);
}

using AskingWhyNot = SeekingRemedies;

TEST_F(AskingWhyNot, says_whom_each_holds_and_what_putting_them_together_would_do) {
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + cast.ana.text() + "/" + cast.sofia.text())).status, 204);
    auto const told = why_not(cast.ana, cast.david);
    ASSERT_TRUE(told.together);
    EXPECT_FALSE(told.together->is_pair);
    ASSERT_THAT(told.together->mentor_holds, SizeIs(1));
    EXPECT_EQ(told.together->mentor_holds[0].id, cast.sofia);
    EXPECT_EQ(told.together->unplaced, "no_place");
    EXPECT_EQ(door.as(cast.jo).remove(programme("/locks/" + cast.ana.text() + "/" + cast.sofia.text())).status, 204);
    auto const free = why_not(cast.ana, cast.david);
    ASSERT_TRUE(free.together);
    EXPECT_EQ(free.together->pairs_before, 2);
    EXPECT_EQ(free.together->pairs, 2);
    EXPECT_EQ(free.together->total_benefit, free.together->total_benefit_before);
    EXPECT_EQ(free.together->moved, free.together->is_pair ? 0 : 2);
    EXPECT_EQ(door.as(cast.jo).put(programme("/bans/" + cast.ana.text() + "/" + cast.david.text())).status, 204);
    EXPECT_TRUE(why_not(cast.ana, cast.david).is_kept_apart);
    EXPECT_EQ(why_not(cast.ana, cast.david).together->unplaced, "apart");
}

TEST_F(AskingWhyNot, says_of_each_public_rule_what_would_lift_it) {
    run_sql("UPDATE people SET level = 3, department = 'Stores' WHERE organisation_id = $1 AND id = $2", cast.sofia);
    run_sql("UPDATE wants SET topic = 'A1' WHERE organisation_id = $1 AND enrolment_id = $2", cast.sofia_enrolled);
    run_sql(
        "UPDATE programmes SET level_gap_least = 3, department_rule = 'different' "
        "WHERE organisation_id = $1 AND id = $2",
        cast.programme);
    auto const told = why_not(cast.ana, cast.sofia);
    ASSERT_THAT(told.rules, SizeIs(3));
    EXPECT_EQ(told.rules[0].rule, "nothing_for_mentee");
    EXPECT_THAT(told.rules[0].topics, ElementsAre("A1"));
    EXPECT_EQ(told.rules[1].rule, "level_gap");
    EXPECT_EQ(told.rules[1].gap_least, 2);
    EXPECT_EQ(told.rules[2].lift, Lift::any_department);
    EXPECT_FALSE(told.together) << "they may not meet, so nothing is tried";
}

TEST_F(AskingWhyNot, knows_only_runs_of_the_programme) {
    auto const target = programme("/why-not?mentor_id=" + cast.ana.text() + "&mentee_id=" + cast.sofia.text() +
                                  "&match_run_id=" + MatchRunId{}.text());
    EXPECT_EQ(door.as(cast.jo).get(target).status, 404);
}

}  // namespace
}  // namespace matching
