#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/prices_shapes.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::Contains;
using testing::Each;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::Optional;
using testing::SizeIs;

class ThePricesOfARun : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string started(std::string const& more = "") {
        return door.as(cast.jo)
            .post("/api/match-runs", R"({"seed":7,"programme_id":")" + cast.programme.text() + "\"" + more + "}")
            .text("/id");
    }
    std::string finished(std::string const& more = "") {
        auto id = started(more);
        door.house().drain();
        return id;
    }
    static std::string path(std::string const& run) { return "/api/match-runs/" + run + "/prices"; }
    Prices prices(std::string const& run, std::optional<PersonId> by = {}) {
        return door.as(by.value_or(cast.jo)).get(path(run)).as<Prices>();
    }
    void keep_apart(PersonId mentor, PersonId mentee) {
        auto const ban = "/api/programmes/" + cast.programme.text() + "/bans/" + mentor.text() + "/" + mentee.text();
        EXPECT_EQ(door.as(cast.jo).put(ban).status, 204);
    }
    void make_coordinator(PersonId person) {
        door.database().write([&](db::Tx& tx) {
            tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                      VALUES ($1, $2, $3, 'coordinator', $4, 0))",
                   cast.organisation, tx.make_id<base::AnyId>(), person, cast.programme);
        });
    }
};

TEST_F(ThePricesOfARun, are_on_the_way_and_then_there) {
    keep_apart(cast.ana, cast.sofia);
    auto const run = started();
    EXPECT_EQ(prices(run).state, PricesState::working);
    EXPECT_THAT(prices(run).objectives, IsEmpty());
    door.house().drain();
    auto const found = prices(run);
    EXPECT_EQ(found.state, PricesState::ready);
    ASSERT_THAT(found.objectives, SizeIs(4));
    EXPECT_THAT(found.objectives, Each(Field(&ObjectivePrice::pairs, 2)));
    ASSERT_THAT(found.wishes, SizeIs(1));
    EXPECT_EQ(found.wishes[0].mentor.name, "Ana Moreira");
    EXPECT_EQ(found.wishes[0].wish, Wish::apart);
    EXPECT_FALSE(found.has_more_wishes);
    EXPECT_THAT(found.rules, Not(IsEmpty()));
    EXPECT_FALSE(found.keeping);
}

TEST_F(ThePricesOfARun, stay_what_they_were_when_the_wishes_change) {
    keep_apart(cast.ana, cast.sofia);
    auto const run = finished();
    auto const before = door.as(cast.jo).get(path(run)).body;
    keep_apart(cast.bruno, cast.david);
    door.house().drain();
    EXPECT_EQ(door.as(cast.jo).get(path(run)).body, before);
}

TEST_F(ThePricesOfARun, say_what_keeping_the_pairs_of_before_costs) {
    finished();
    EXPECT_THAT(prices(finished(R"(,"keep":{})")).keeping, Optional(Field(&Price::pairs_more, 0)));
}

TEST_F(ThePricesOfARun, are_none_for_a_run_that_was_cancelled) {
    auto const run = started();
    EXPECT_EQ(door.as(cast.jo).post("/api/match-runs/" + run + "/cancellation").status, 200);
    door.house().drain();
    EXPECT_EQ(prices(run).state, PricesState::none);
}

TEST_F(ThePricesOfARun, are_closed_to_everybody_else) {
    support::expect_closed_to_others(door, cast, {http::Method::get, path(finished())},
                                     {cast.ana, cast.amir, cast.marta});
}

TEST_F(ThePricesOfARun, tell_a_coordinator_who_takes_part_nothing_about_themselves) {
    keep_apart(cast.ana, cast.sofia);
    keep_apart(cast.bruno, cast.david);
    auto const run = finished();
    make_coordinator(cast.ana);
    auto const theirs = prices(run, cast.ana);
    ASSERT_THAT(theirs.wishes, SizeIs(1));
    EXPECT_EQ(theirs.wishes[0].mentor.name, "Bruno Castelli");
    EXPECT_FALSE(theirs.wishes[0].price.mean_more);
    EXPECT_THAT(theirs.objectives, Each(Field(&ObjectivePrice::gains, testing::Eq(std::nullopt))))
        << "with so few pairs a mean is somebody's own";
    EXPECT_THAT(theirs.rules, Each(Field(&RulePrice::price, Field(&Price::mean_more, testing::Eq(std::nullopt)))));
    EXPECT_THAT(prices(run).objectives, Each(Field(&ObjectivePrice::gains, testing::Ne(std::nullopt))));
}

}  // namespace
}  // namespace matching
