#include "matching/trial.hpp"

#include <gmock/gmock.h>

namespace matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PersonId tried_person(std::uint8_t number) {
    PersonId id;
    id.bytes[15] = number;
    return id;
}

TEST(MovesBetweenTwoAnswers, name_each_pair_lost_and_gained_and_each_person_once) {
    auto const one = tried_person(1);
    auto const two = tried_person(2);
    auto const x = tried_person(11);
    auto const y = tried_person(12);
    auto const z = tried_person(13);
    auto const moves = moves_between({{two, y}, {one, x}}, {{one, x}, {two, z}});
    EXPECT_EQ(moves.pairs_kept, 1);
    EXPECT_THAT(moves.lost, ElementsAre(PeoplePair{two, y}));
    EXPECT_THAT(moves.gained, ElementsAre(PeoplePair{two, z}));
    EXPECT_EQ(moves.people_moved, 3);
}

TEST(MovesBetweenTwoAnswers, are_none_between_equals) {
    auto const moves = moves_between({{tried_person(1), tried_person(2)}}, {{tried_person(1), tried_person(2)}});
    EXPECT_EQ(moves.pairs_kept, 1);
    EXPECT_EQ(moves.people_moved, 0);
}

TEST(AWishThatIsTried, takes_back_its_opposite) {
    LoadedWorld loaded;
    loaded.bans = {{0, 1}};
    keep_together(loaded, {0, 1});
    EXPECT_THAT(loaded.bans, IsEmpty());
    EXPECT_THAT(loaded.locks, ElementsAre(engine::Couple{0, 1}));
    keep_together(loaded, {0, 1});
    EXPECT_EQ(loaded.locks.size(), 1U);
    keep_apart(loaded, {0, 1});
    EXPECT_THAT(loaded.locks, IsEmpty());
    EXPECT_THAT(loaded.bans, ElementsAre(engine::Couple{0, 1}));
}

TEST(ATrialOfManyPeople, is_left_to_a_run) {
    EXPECT_TRUE(check_people_tried(kMostPeopleTried));
    auto const refused = check_people_tried(kMostPeopleTried + 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "too_many_for_a_trial");
}

TEST(TheRulesOfAProgramme, are_what_its_settings_say) {
    programme::Settings settings;
    settings.weights = {100, 0, 20, 5};
    settings.needs_common_language = false;
    settings.site_rule = programme::SiteRule::same;
    auto const rules = rules_of(settings);
    EXPECT_EQ(rules.gap_least, 1) << "a reverse programme without a gap of its own";
    EXPECT_EQ(rules.weights, (engine::Weights{100, 0, 20, 5}));
    EXPECT_TRUE(rules.common_time);
    EXPECT_FALSE(rules.common_language);
    EXPECT_EQ(rules.site, engine::SiteRule::same);
    EXPECT_TRUE(rules.avoids_earlier_partners);
    EXPECT_EQ(rules_of({}).weights, engine::Weights{}) << "one set of weights to begin with, said in two rooms";
}

}  // namespace
}  // namespace matching
