#include "matching/match_plan_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_shapes.hpp"
#include "platform/json.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Ana and Bruno bring C1 and want I1; Sofia and David the other way round.
class AMatchPlan : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string path(std::string const& rest = "/match-plan") const {
        return "/api/programmes/" + cast.programme.text() + rest;
    }
    MatchPlan plan() { return door.as(cast.jo).get(path()).as<MatchPlan>(); }
    void run_sql(std::string const& sql, support::EnrolmentId enrolment) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, enrolment); });
    }
    void leave(support::EnrolmentId enrolment) {
        run_sql("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND id = $2", enrolment);
    }
};

TEST_F(AMatchPlan, asks_for_nobody_where_everybody_has_somebody) {
    auto const everybody = plan();
    EXPECT_EQ(everybody.mentor_places, 2);
    EXPECT_EQ(everybody.mentee_places, 2);
    EXPECT_EQ(everybody.pairs, 2);
    EXPECT_THAT(everybody.missing_people, IsEmpty());
    EXPECT_THAT(everybody.topics, IsEmpty());
    EXPECT_THAT(everybody.rules, IsEmpty());
}

TEST_F(AMatchPlan, says_who_is_missing_and_what_places_would_give) {
    leave(cast.bruno_enrolled);
    auto const short_of_one = plan();
    EXPECT_EQ(short_of_one.pairs, 1);
    ASSERT_THAT(short_of_one.topics, SizeIs(1));
    EXPECT_EQ(short_of_one.topics[0].topic, "C1");
    EXPECT_EQ(short_of_one.topics[0].wanted_by, Side::mentee);
    EXPECT_EQ(short_of_one.topics[0].wanted, 2);
    EXPECT_EQ(short_of_one.topics[0].brought, 1);
    EXPECT_EQ(short_of_one.topics[0].missing, 1);
    ASSERT_THAT(short_of_one.missing_people, SizeIs(1));
    auto const& missing = short_of_one.missing_people[0];
    EXPECT_EQ(missing.side, Side::mentor);
    EXPECT_EQ(missing.people, 1);
    EXPECT_EQ(missing.pairs, 2);
    EXPECT_EQ(missing.could_meet, 2);
    EXPECT_THAT(missing.brings, ElementsAre("C1"));
    EXPECT_THAT(missing.wants, ElementsAre("I1"));
    EXPECT_EQ(missing.level_least, 1);
    EXPECT_EQ(missing.level_most, 3);
    EXPECT_THAT(missing.departments, IsEmpty());
    EXPECT_THAT(missing.not_departments, IsEmpty());
    EXPECT_THAT(missing.whom, SizeIs(2));
    ASSERT_THAT(short_of_one.places, SizeIs(1));
    EXPECT_EQ(short_of_one.places[0].side, Side::mentor);
    EXPECT_EQ(short_of_one.places[0].pairs, 1);
}

TEST_F(AMatchPlan, names_departments_only_where_the_programme_asks_for_another) {
    leave(cast.bruno_enrolled);
    leave(cast.david_enrolled);
    run_sql("UPDATE enrolments SET capacity = 2 WHERE organisation_id = $1 AND id = $2", cast.sofia_enrolled);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET department_rule = 'different' WHERE organisation_id = $1 AND id = $2",
               cast.organisation, cast.programme);
    });
    auto const missing = plan().missing_people;
    ASSERT_THAT(missing, SizeIs(1));
    EXPECT_THAT(missing[0].departments, IsEmpty());
    EXPECT_THAT(missing[0].not_departments, ElementsAre("Logistics"));
}

TEST_F(AMatchPlan, says_which_rule_costs_pairs) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET level_gap_least = 4 WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    auto const narrow = plan();
    EXPECT_EQ(narrow.pairs, 0);
    ASSERT_THAT(narrow.rules, SizeIs(1));
    EXPECT_EQ(narrow.rules[0].rule, "level_gap");
    EXPECT_EQ(narrow.rules[0].pairs, 2);
}

// Rules 6: a topic of family E is private, whatever its holders let be named to a partner.
TEST_F(AMatchPlan, never_names_a_private_topic) {
    leave(cast.bruno_enrolled);
    for (auto const* table : {"offers", "wants"})
        door.database().write([&](db::Tx& tx) {
            tx.run(std::string("UPDATE ") + table + " SET topic = 'E1' WHERE organisation_id = $1 AND topic = 'C1'",
                   cast.organisation);
        });
    auto const reply = door.as(cast.jo).get(path());
    EXPECT_EQ(reply.as<MatchPlan>().pairs, 1);
    EXPECT_THAT(reply.body, Not(HasSubstr("E1")));
    EXPECT_THAT(reply.as<MatchPlan>().missing_people, IsEmpty());
    EXPECT_THAT(reply.as<MatchPlan>().topics, IsEmpty());
}

TEST_F(AMatchPlan, is_the_same_whoever_of_the_two_does_not_want_the_other) {
    auto const seen = [&](bool by_ana) {
        cast = support::make_cast(door.database());
        auto const [who, whom] = by_ana ? std::pair(cast.ana, cast.sofia) : std::pair(cast.sofia, cast.ana);
        EXPECT_EQ(door.as(who).put("/api/exclusions/" + whom.text()).status, 200);
        leave(cast.bruno_enrolled);
        return door.as(cast.jo).get(path()).body;
    };
    EXPECT_EQ(seen(true), seen(false));
}

TEST_F(AMatchPlan, is_for_whoever_coordinates_the_programme) {
    support::expect_closed_to_others(door, cast, {http::Method::get, path()},
                                     {cast.ana, cast.sofia, cast.marta, cast.amir, cast.nina});
    EXPECT_EQ(door.as(cast.kim).get(path()).status, 200);
    EXPECT_EQ(door.as(cast.otto).get(path()).status, 404);
    EXPECT_EQ(door.as(cast.jo).get("/api/programmes/nonsense/match-plan").status, 404);
}

}  // namespace
}  // namespace matching
