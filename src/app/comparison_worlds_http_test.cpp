// Rules 13 through the whole house: a coordinator who takes part and holds two runs against each other learns nothing
// of their own pair in either, whether they had somebody or nobody.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_shapes.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

void search_for_pairs(support::World& world) {
    auto const started =
        world.door.as(world.cast.jo)
            .post("/api/match-runs", R"({"seed":1,"programme_id":")" + world.cast.programme.text() + "\"}");
    ASSERT_EQ(started.status, 202) << started.body;
    world.door.house().drain();
}

// Ana, who also runs the programme, has Sofia in both of two runs, or in one of them nobody.
support::Story two_runs(int without_in) {
    return [=](support::World& world) {
        auto const& cast = world.cast;
        for (auto const& [mentor, mentee] : {std::pair{cast.ana, cast.sofia}, {cast.bruno, cast.david}})
            EXPECT_EQ(
                world.door.as(cast.jo)
                    .put("/api/programmes/" + cast.programme.text() + "/locks/" + mentor.text() + "/" + mentee.text())
                    .status,
                204);
        search_for_pairs(world);
        search_for_pairs(world);
        world.door.database().write([&](db::Tx& tx) {
            auto const runs = tx.values<base::AnyId>(
                "SELECT id FROM match_runs WHERE organisation_id = $1 ORDER BY number", cast.organisation);
            ASSERT_EQ(runs.size(), 2U);
            world.ids = runs;
            if (without_in > 0)
                tx.run(
                    "DELETE FROM match_run_pairs WHERE organisation_id = $1 AND match_run_id = $2 AND mentor_id = $3",
                    cast.organisation, runs[static_cast<std::size_t>(without_in - 1)], cast.ana);
            tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                      VALUES ($1, $2, $3, 'coordinator', $4, 0))",
                   cast.organisation, tx.make_id<base::AnyId>(), cast.ana, cast.programme);
        });
    };
}

TEST(HoldingTwoRunsAgainstEachOther, shows_the_whole_to_whoever_may_see_it) {
    EXPECT_THAT(support::told_apart(two_runs(0), two_runs(1), {"jo"}), Contains(HasSubstr("/comparison?with=")));
}

TEST(HoldingTwoRunsAgainstEachOther, tells_a_coordinator_who_takes_part_nothing_about_their_own_pair) {
    auto const had_somebody = support::tell(two_runs(0));
    EXPECT_THAT(had_somebody.seen.at("ana"), Contains(HasSubstr("\"moved\"")));
    for (auto const run : {1, 2})
        EXPECT_THAT(support::told_apart(had_somebody, support::tell(two_runs(run)), {"ana"}), IsEmpty()) << run;
}

}  // namespace
}  // namespace app
