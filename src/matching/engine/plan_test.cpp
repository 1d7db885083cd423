#include "matching/engine/plan.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

base::IdBytes called(std::uint8_t side, std::size_t number) {
    base::IdBytes identity{};
    identity[0] = side;
    identity[14] = static_cast<std::uint8_t>(number >> 8U);
    identity[15] = static_cast<std::uint8_t>(number);
    return identity;
}

constexpr Topic kTopics = 9;
constexpr Topic kPrivateTopic = 8;

struct RandomHouse {
    World world;
    PlanWish wish;

    explicit RandomHouse(std::uint64_t seed) : random_(base::seeded_random(seed)) {
        world.family_of = {0, 0, 0, 1, 1, 2, 2, 3, 4};
        wish.may_count.assign(kTopics, true);
        wish.may_count[kPrivateTopic] = false;
        wish.mentor_places = 1 + draw(2);
        wish.mentee_places = 1 + draw(2);
        if (draw(3) != 0) world.rules.gap_least = draw(2);
        if (draw(3) == 0) world.rules.gap_most = world.rules.gap_least.value_or(0) + draw(3);
        world.rules.other_department = draw(2) == 0;
        world.rules.site = std::vector{SiteRule::any, SiteRule::different, SiteRule::same}[random_->below(3)];
        world.rules.may_swap_sides = draw(4) == 0;
        world.rules.both_must_gain = draw(8) != 0;
        add_side(world.mentors, 1, 4 + static_cast<std::size_t>(draw(12)));
        add_side(world.mentees, 2, 4 + static_cast<std::size_t>(draw(12)));
        if (draw(3) == 0) put_some_on_both_sides();
        if (draw(3) == 0) wish.bans.push_back({0, 0});
        if (draw(3) == 0) wish.locks.push_back({1, 2});
    }

    std::int32_t draw(std::uint64_t bound) { return static_cast<std::int32_t>(random_->below(bound)); }

    // A run of today's engine on this house.
    static std::int64_t pairs_in(World const& world, PlanWish const& wish) {
        auto snapshot = make_snapshot(world, find_candidates(world));
        snapshot.locks = wish.locks;
        snapshot.bans = wish.bans;
        auto const assignment = assign(snapshot);
        auto const certificate = certify(snapshot, *assignment);
        EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
        return certificate.pairs;
    }

    // Wherever the kind lets them stand.
    void welcome(World& house, PlanStep const& step) {
        auto const& kind = step.kind;
        auto& side = kind.joining == Joining::mentors ? house.mentors : house.mentees;
        for (std::int64_t n = 0; n < step.people; ++n) {
            std::optional<std::int32_t> level;
            if (kind.level_least)
                level = *kind.level_least + draw(static_cast<std::uint64_t>(*kind.level_most - *kind.level_least + 1));
            house.tree.emplace_back();
            side.push_back(profile_of(kind, called(9, house.tree.size()), level, other_than(kind.not_departments),
                                      kind.site.value_or(other_than(kind.not_sites)),
                                      static_cast<Index>(house.tree.size() - 1),
                                      kind.joining == Joining::mentors ? wish.mentor_places : wish.mentee_places));
        }
    }

  private:
    static constexpr Index kPlacesToBe = 4;
    Index other_than(std::vector<Index> const& excluded) {
        for (;;) {
            auto const place = static_cast<Index>(1 + draw(kPlacesToBe + 2));
            if (std::find(excluded.begin(), excluded.end(), place) == excluded.end()) return place;
        }
    }
    void add_side(std::vector<Profile>& side, std::uint8_t number, std::size_t people) {
        for (std::size_t n = 0; n < people; ++n) {
            Profile profile;
            profile.person = called(number, n);
            profile.free_places = draw(5) == 0 ? 0 : 1 + draw(2);
            if (draw(9) != 0) profile.level = draw(5) + (number == 2 ? 1 : 0);
            profile.department = static_cast<Index>(draw(kPlacesToBe + 1));
            profile.site = static_cast<Index>(draw(kPlacesToBe));
            if (draw(3) == 0) profile.week[0] = random_->next();
            if (draw(3) == 0) profile.languages = 1U << draw(2);
            auto const topics = static_cast<std::size_t>(1 + draw(3));
            for (std::size_t t = 0; t < topics; ++t) profile.offers.push_back({static_cast<Topic>(draw(kTopics))});
            for (std::size_t t = 0; t < topics; ++t)
                profile.wants.push_back({static_cast<Topic>(draw(kTopics)), 1 + draw(3)});
            if (draw(4) == 0) leave_out(profile, static_cast<Topic>(draw(kTopics)));
            if (draw(4) == 0)
                profile.not_with.push_back(
                    called(static_cast<std::uint8_t>(3 - number), static_cast<std::size_t>(draw(6))));
            if (draw(6) == 0) profile.live_partners = 1;
            profile.place = static_cast<Index>(world.tree.size());
            TreePlace place;
            if (profile.place > 0 && draw(3) != 0) place.manager = static_cast<Index>(draw(profile.place));
            place.is_known = draw(10) != 0;
            world.tree.push_back(place);
            side.push_back(std::move(profile));
        }
    }
    // Never what they bring or want themselves, which the form refuses.
    static void leave_out(Profile& profile, Topic topic) {
        auto const is_named = [&](auto const& named) { return named.topic == topic; };
        if (std::none_of(profile.offers.begin(), profile.offers.end(), is_named) &&
            std::none_of(profile.wants.begin(), profile.wants.end(), is_named))
            profile.will_not_discuss.push_back(topic);
    }
    void put_some_on_both_sides() {
        for (std::size_t n = 0; n < 3; ++n) {
            auto& mentor = world.mentors[n];
            auto& mentee = world.mentees[n];
            mentee.person = mentor.person;
            mentee.place = mentor.place;
            mentor.free_in_all = mentee.free_in_all = 1 + draw(2);
        }
    }

    std::unique_ptr<base::Random> random_;
};

constexpr std::uint64_t kHouses = 150;

TEST(ThePlan, holds_when_the_people_it_asks_for_really_come) {
    std::int64_t steps = 0;
    std::int64_t people = 0;
    for (std::uint64_t seed = 0; seed < kHouses; ++seed) {
        RandomHouse house(seed);
        auto const plan = make_plan(house.world, house.wish);
        ASSERT_TRUE(plan);
        ASSERT_EQ(plan->pairs, RandomHouse::pairs_in(house.world, house.wish)) << "house " << seed;
        for (auto const* side : {&plan->mentors, &plan->mentees}) {
            auto grown = house.world;
            for (auto const& step : *side) {
                house.welcome(grown, step);
                ASSERT_GT(step.people, 0);
                ASSERT_EQ(RandomHouse::pairs_in(grown, house.wish), step.pairs) << "house " << seed;
                ++steps;
                people += step.people;
            }
        }
    }
    EXPECT_GT(steps, 120) << "the houses must be ones in which somebody is missing";
    EXPECT_GT(people, steps);
}

TEST(ThePlan, tells_what_a_rule_and_what_places_really_cost) {
    std::int64_t told = 0;
    for (std::uint64_t seed = 0; seed < kHouses; ++seed) {
        RandomHouse house(seed);
        auto const plan = make_plan(house.world, house.wish);
        for (auto const& price : plan->rules) {
            auto without = house.world;
            if (price.rule == Rule::level_gap) without.rules.gap_least = without.rules.gap_most = std::nullopt;
            if (price.rule == Rule::same_department) without.rules.other_department = false;
            if (price.rule == Rule::site) without.rules.site = SiteRule::any;
            if (price.rule == Rule::no_common_time || price.rule == Rule::no_common_language) continue;
            ASSERT_EQ(RandomHouse::pairs_in(without, house.wish), plan->pairs + price.pairs) << "house " << seed;
            ++told;
        }
        for (auto const& price : plan->places) {
            auto with_more = house.world;
            for (auto& profile : price.side == Joining::mentors ? with_more.mentors : with_more.mentees)
                if (profile.free_places > 0 && profile.free_in_all.value_or(1) > 0) ++profile.free_places;
            if (house.world.mentors[0].free_in_all) continue;
            ASSERT_EQ(RandomHouse::pairs_in(with_more, house.wish), plan->pairs + price.pairs) << "house " << seed;
            ++told;
        }
    }
    EXPECT_GT(told, 40);
}

// Ana brings the topic 0 and wants 3; two people want 0 and bring 3, one in department 1 and one in 2.
struct AHouseThatWaits : testing::Test {
    World world;
    PlanWish wish;

    AHouseThatWaits() {
        world.family_of = {0, 0, 0, 1, 1, 2, 2, 3, 4};
        wish.may_count.assign(kTopics, true);
        world.rules.gap_least = 1;
        world.rules.other_department = true;
        add(world.mentors, 1, 3, 0, 3);
        add(world.mentees, 5, 1, 3, 0);
        add(world.mentees, 5, 2, 3, 0);
    }
    void add(std::vector<Profile>& side, std::int32_t level, Index department, Topic brings, Topic wants) {
        Profile profile;
        profile.person = called(1, world.tree.size());
        profile.level = level;
        profile.department = department;
        profile.offers = {{brings}};
        profile.wants = {{wants}};
        profile.place = static_cast<Index>(world.tree.size());
        world.tree.emplace_back();
        side.push_back(profile);
    }
};

TEST_F(AHouseThatWaits, is_told_who_is_missing) {
    auto const plan = make_plan(world, wish);
    EXPECT_EQ(plan->pairs, 1);
    ASSERT_EQ(plan->topics.size(), 1U);
    EXPECT_EQ(plan->topics[0].topic, 0);
    EXPECT_EQ(plan->topics[0].wanted, 2);
    EXPECT_EQ(plan->topics[0].brought, 1);
    EXPECT_EQ(plan->topics[0].missing(), 1);
    ASSERT_EQ(plan->mentors.size(), 1U);
    auto const& step = plan->mentors[0];
    EXPECT_EQ(step.people, 1);
    EXPECT_EQ(step.pairs, 2);
    EXPECT_EQ(step.could_meet, 1);
    EXPECT_EQ(step.kind.brings, std::vector<Topic>{0});
    EXPECT_EQ(step.kind.wants, std::vector<Topic>{3});
    EXPECT_EQ(step.kind.level_least, 1);
    EXPECT_EQ(step.kind.level_most, 4);
    EXPECT_EQ(step.kind.not_departments.size(), 1U);
    EXPECT_TRUE(plan->mentees.empty());
    ASSERT_EQ(plan->places.size(), 1U);
    EXPECT_EQ(plan->places[0].side, Joining::mentors);
    EXPECT_EQ(plan->places[0].pairs, 1);
}

// Nothing private is named, and a plan looks the same whichever private thing stands between two people.
TEST_F(AHouseThatWaits, names_no_topic_that_may_not_be_counted) {
    wish.may_count[0] = false;
    auto const plan = make_plan(world, wish);
    EXPECT_TRUE(plan->topics.empty());
    EXPECT_TRUE(plan->mentors.empty());
    EXPECT_EQ(plan->pairs, 1);
}

bool looks_alike(Plan const& a, Plan const& b) {
    auto const same_steps = [](std::vector<PlanStep> const& x, std::vector<PlanStep> const& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](PlanStep const& s, PlanStep const& t) {
            return s.people == t.people && s.pairs == t.pairs && s.could_meet == t.could_meet &&
                   s.kind.brings == t.kind.brings && s.kind.wants == t.kind.wants &&
                   s.kind.level_least == t.kind.level_least && s.kind.level_most == t.kind.level_most &&
                   s.kind.not_departments == t.kind.not_departments;
        });
    };
    auto const same_topics = std::equal(a.topics.begin(), a.topics.end(), b.topics.begin(), b.topics.end(),
                                        [](TopicBalance const& x, TopicBalance const& y) {
                                            return x.topic == y.topic && x.wanted == y.wanted &&
                                                   x.brought == y.brought && x.served == y.served;
                                        });
    auto const same_rules =
        std::equal(a.rules.begin(), a.rules.end(), b.rules.begin(), b.rules.end(),
                   [](RulePrice const& x, RulePrice const& y) { return x.rule == y.rule && x.pairs == y.pairs; });
    return a.pairs == b.pairs && same_steps(a.mentors, b.mentors) && same_steps(a.mentees, b.mentees) && same_topics &&
           same_rules;
}

TEST_F(AHouseThatWaits, is_told_the_same_whatever_stands_between_two_people) {
    auto vetoed = world;
    vetoed.mentees[0].not_with = {world.mentors[0].person};
    auto partners_of_before = world;
    partners_of_before.mentees[0].earlier_partners = {world.mentors[0].person};
    auto with_conflict = world;
    with_conflict.mentors[0].not_with = {world.mentees[0].person};
    auto const plan = make_plan(vetoed, wish);
    EXPECT_TRUE(looks_alike(*plan, *make_plan(partners_of_before, wish)));
    EXPECT_TRUE(looks_alike(*plan, *make_plan(with_conflict, wish)));
    EXPECT_FALSE(looks_alike(*plan, *make_plan({}, {}))) << "the comparison must be able to fail";
}

std::vector<Couple> couples_in(Candidates const& candidates) {
    std::vector<Couple> couples;
    for (auto const& c : candidates.list) couples.push_back({c.mentor, c.mentee});
    return couples;
}

// What somebody will not discuss is never what they bring or want themselves, so nothing shows it but who is *not
// available* to whom, as in a run; nor does what a rule costs beyond what changing it would show.
TEST(ThePlan, is_the_same_whatever_is_not_discussed) {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < kHouses; ++seed) {
        RandomHouse house(seed);
        auto open = house.world;
        for (auto* side : {&open.mentors, &open.mentees})
            for (auto& profile : *side) profile.will_not_discuss.clear();
        if (couples_in(find_candidates(open)) != couples_in(find_candidates(house.world))) continue;
        auto plan = make_plan(house.world, house.wish);
        auto plan_of_open = make_plan(open, house.wish);
        plan->rules.clear();
        plan_of_open->rules.clear();
        EXPECT_TRUE(looks_alike(*plan, *plan_of_open)) << "house " << seed;
        ++compared;
    }
    EXPECT_GT(compared, 20);
}

TEST(ThePlan, of_nobody_is_empty) {
    World nobody;
    auto const plan = make_plan(nobody, {});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->pairs, 0);
    EXPECT_TRUE(plan->mentors.empty());
}

TEST(ThePlan, stops_when_told_to) {
    RandomHouse house(1);
    auto const plan = make_plan(house.world, house.wish, [](std::uint64_t, std::uint64_t) { return false; });
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.refusal().code, "cancelled");
}

}  // namespace
