#include "support/programmes.hpp"
#include "support/two_worlds.hpp"

namespace programme {
namespace {

using testing::IsEmpty;
using testing::Not;

TEST_F(Programmes, take_a_not_with_this_person_by_name_and_show_it_to_its_owner_alone) {
    auto said = door.as(cast.ana).put("/api/exclusions", R"({"person":"sofia lind"})");
    ASSERT_EQ(said.status, 200) << said.body;
    EXPECT_EQ(said.as<ExclusionList>().items.front().person_id, cast.sofia);
    EXPECT_THAT(door.as(cast.sofia).get("/api/exclusions").as<ExclusionList>().items, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put("/api/exclusions", R"({"person":"Otto Brandt"})").text("/errors/0/code"),
              "nobody_of_this_name");
    EXPECT_EQ(door.as(cast.ana).put("/api/exclusions/" + cast.otto.text()).status, 404);
    EXPECT_EQ(door.as(cast.ana).remove("/api/exclusions/" + cast.sofia.text()).as<ExclusionList>().items.size(), 0U);
    EXPECT_EQ(door.nobody().get("/api/exclusions").status, 401);
}

// Two worlds (rules 4): everybody but the two sees the same.
void ana_excludes_sofia(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.ana).put("/api/exclusions/" + world.cast.sofia.text()).status, 200);
}

void bruno_excludes_david(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.bruno).put("/api/exclusions/" + world.cast.david.text()).status, 200);
}

void sofia_excludes_ana(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.sofia).put("/api/exclusions/" + world.cast.ana.text()).status, 200);
}

TEST(NotWithThisPerson, is_told_to_nobody) {
    EXPECT_THAT(support::told_apart(ana_excludes_sofia, sofia_excludes_ana, support::everybody_but({"ana", "sofia"})),
                IsEmpty());
}

// Which two are "not available to each other" may be asked (rules 7); besides the answer to that nothing differs.
TEST(NotWithThisPerson, shows_in_no_other_place_than_why_not) {
    auto lines =
        support::told_apart(ana_excludes_sofia, bruno_excludes_david, support::everybody_but({"ana", "bruno"}));
    std::erase_if(lines, [](auto const& line) { return line.find("/why-not?") != line.npos; });
    EXPECT_THAT(lines, IsEmpty());
}

TEST(NotWithThisPerson, would_be_found_out_by_the_attacker_if_it_leaked) {
    auto leaking = [](support::World& world) {
        ana_excludes_sofia(world);
        world.door.database().write([&](db::Tx& tx) {
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, world.cast.ana),
                          audit::Kind{"exclusion.leaked"}, base::any(world.cast.sofia), audit::Facts(),
                          world.door.clock().now());
        });
    };
    EXPECT_THAT(support::told_apart(leaking, sofia_excludes_ana, support::everybody_but({"ana", "sofia"})),
                Not(IsEmpty()));
}

}  // namespace
}  // namespace programme
