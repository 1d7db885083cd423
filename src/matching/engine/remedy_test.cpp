// A remedy that is stated is true: applied to the world by this test's own hands, the same run matches the person.
#include "matching/engine/remedy.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "matching/engine/explanation.hpp"
#include "matching/engine/world_remedies.hpp"

namespace {

using namespace matching::engine;
using testing::ElementsAre;
using testing::IsEmpty;

// A programme with what a coordinator has wished for, and the run that is asked of it.
struct Programme {
    World world;
    std::vector<Couple> locks;
    std::vector<Couple> bans;
    Objective objective = Objective::best;
    Priority priority = Priority::most_pairs;
    std::uint64_t seed = 0;

    [[nodiscard]] Snapshot snapshot() const {
        auto frozen = make_snapshot(world, find_candidates(world));
        frozen.locks = locks;
        frozen.bans = bans;
        frozen.objective = objective;
        frozen.priority = priority;
        frozen.seed = seed;
        return frozen;
    }
    [[nodiscard]] bool serves(Seeker seeker) const {
        auto const assignment = assign(snapshot()).value();
        return std::any_of(assignment.couples.begin(), assignment.couples.end(), [&](Couple const& couple) {
            return (seeker.side == Side::mentor ? couple.mentor : couple.mentee) == seeker.position;
        });
    }
    std::vector<WorldRemedy> remedies(Seeker seeker) const {
        return find_world_remedies(world, snapshot(), seeker).value();
    }
};

Programme with(Programme programme, Seeker seeker, WorldRemedy const& stated) {
    auto const& remedy = stated.remedy;
    auto& others = seeker.side == Side::mentor ? programme.world.mentees : programme.world.mentors;
    switch (remedy.code) {
        case RemedyCode::more_places:
            for (auto const person : remedy.people) others[person].free_places += remedy.number;
            break;
        case RemedyCode::no_longer_apart:
            std::erase(programme.bans, *remedy.couple);
            break;
        case RemedyCode::no_longer_together:
            std::erase(programme.locks, *remedy.couple);
            break;
        case RemedyCode::looser_rule:
            programme.world.rules = stated.looser->rules;
            break;
    }
    return programme;
}

struct Draw {
    base::Random& random;
    bool one_in(std::uint64_t of) { return random.below(of) == 0; }
    std::int32_t from_to(int least, int most) {
        return least + static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(most - least + 1)));
    }
    Topic topic(std::size_t topics) { return static_cast<Topic>(random.below(topics)); }
};

Profile random_profile(Draw draw, bool mentee, Index place) {
    constexpr std::size_t kRandomTopics = 12;
    Profile profile;
    profile.person = base::AnyId::make(draw.random).bytes;
    profile.free_places = draw.one_in(10) ? 0 : draw.one_in(4) ? 2 : 1;
    if (draw.one_in(2)) profile.free_in_all = 2;
    if (profile.free_places == 0 && draw.one_in(2)) profile.live_partners = 1;
    if (!draw.one_in(12)) profile.level = draw.from_to(mentee ? 2 : 1, mentee ? 5 : 4);
    profile.department = static_cast<Index>(draw.from_to(0, 3));
    profile.site = static_cast<Index>(draw.from_to(1, 2));
    profile.week[0] = draw.one_in(8) ? 0 : draw.random.next();
    profile.languages = draw.one_in(8) ? 0 : 1U + draw.random.below(3);
    profile.place = place;
    for (int n = draw.from_to(1, 2); n > 0; --n) {
        profile.offers.push_back({draw.topic(kRandomTopics), draw.from_to(1, 3), !draw.one_in(6)});
        profile.wants.push_back({draw.topic(kRandomTopics), draw.from_to(1, 3), !draw.one_in(6)});
    }
    return profile;
}

Programme random_programme(base::Random& random) {
    Draw draw{random};
    Programme programme;
    auto& world = programme.world;
    for (std::uint16_t topic = 0; topic < 12; ++topic) world.family_of.push_back(topic / 3);
    auto const add = [&](std::vector<Profile>& side, int people, bool mentee) {
        for (int i = 0; i < people; ++i) {
            world.tree.emplace_back();
            if (world.tree.size() > 1 && !draw.one_in(4))
                world.tree.back().manager = static_cast<Index>(random.below(world.tree.size() - 1));
            side.push_back(random_profile(draw, mentee, static_cast<Index>(world.tree.size() - 1)));
        }
    };
    add(world.mentors, draw.from_to(2, 14), false);
    add(world.mentees, draw.from_to(2, 14), true);
    // Somebody on both sides.
    if (draw.one_in(3)) world.mentees[0].person = world.mentors[0].person;
    world.mentees[0].free_in_all = world.mentors[0].free_in_all;
    if (!draw.one_in(3)) world.rules.gap_least = draw.from_to(1, 2);
    if (draw.one_in(4)) world.rules.gap_most = 3;
    world.rules.other_department = draw.one_in(2);
    world.rules.site = static_cast<SiteRule>(random.below(3));
    auto const couple = [&] {
        return Couple{static_cast<Index>(random.below(world.mentors.size())),
                      static_cast<Index>(random.below(world.mentees.size()))};
    };
    for (int n = draw.from_to(0, 4); n > 0; --n) programme.bans.push_back(couple());
    auto const allowed = find_candidates(world).list;
    for (int n = draw.from_to(0, 3); n > 0 && !allowed.empty(); --n) {
        auto const& one = allowed[random.below(allowed.size())];
        programme.locks.push_back({one.mentor, one.mentee});
    }
    for (int n = draw.from_to(0, 6); n > 0; --n) {
        auto const [mentor, mentee] = couple();
        world.mentors[mentor].not_with.push_back(world.mentees[mentee].person);
    }
    programme.objective = static_cast<Objective>(random.below(4));
    programme.priority = draw.one_in(4) ? Priority::most_benefit : Priority::most_pairs;
    programme.seed = random.next();
    return programme;
}

std::vector<Seeker> without_partner(Programme const& programme) {
    std::vector<Seeker> seekers;
    for (auto const side : {Side::mentor, Side::mentee}) {
        auto const& people = side == Side::mentor ? programme.world.mentors : programme.world.mentees;
        for (Index i = 0; i < people.size(); ++i)
            if (people[i].free_places > 0 && !programme.serves({side, i})) seekers.push_back({side, i});
    }
    return seekers;
}

TEST(ARemedy, matches_the_person_when_it_is_applied) {
    constexpr int kPeople = 200;
    auto random = base::seeded_random(71);
    int with_remedy = 0;
    std::array<int, 4> stated_of{};
    for (int n = 0; with_remedy < kPeople || std::ranges::count(stated_of, 0) > 0; ++n) {
        ASSERT_LT(n, 2'000) << "only " << with_remedy << " people with a remedy, " << std::ranges::count(stated_of, 0)
                            << " kinds of remedy never stated";
        auto const programme = random_programme(*random);
        for (auto const seeker : without_partner(programme)) {
            auto const stated = programme.remedies(seeker);
            for (auto const& remedy : stated) {
                ++stated_of[static_cast<std::size_t>(remedy.remedy.code)];
                EXPECT_TRUE(with(programme, seeker, remedy).serves(seeker))
                    << name_of(remedy.remedy.code) << " in market " << n << " for "
                    << (seeker.side == Side::mentor ? "mentor " : "mentee ") << seeker.position;
            }
            if (!stated.empty()) ++with_remedy;
        }
    }
}

// Ana and others bring customers and want career; Sofia and others the other way round; all fit all.
struct SmallProgramme : testing::Test {
    Programme programme;

    Profile& add(Side side, std::uint8_t number) {
        auto& people = side == Side::mentor ? programme.world.mentors : programme.world.mentees;
        people.reserve(8);
        auto& profile = people.emplace_back();
        profile.person[15] = number;
        profile.level = side == Side::mentor ? 1 : 4;
        profile.department = number;
        profile.offers = {{static_cast<Topic>(side == Side::mentor ? 0 : 1), 2, true}};
        profile.wants = {{static_cast<Topic>(side == Side::mentor ? 1 : 0), 1, true}};
        profile.place = static_cast<Index>(programme.world.tree.size());
        programme.world.tree.emplace_back();
        return profile;
    }
    SmallProgramme() {
        programme.world.family_of = {0, 1};
        programme.world.rules.gap_least = 1;
    }
    std::vector<RemedyCode> codes(Seeker seeker) const {
        std::vector<RemedyCode> codes;
        for (auto const& each : programme.remedies(seeker)) codes.push_back(each.remedy.code);
        return codes;
    }
};

using WhoeverIsLeftOver = SmallProgramme;

TEST_F(WhoeverIsLeftOver, is_told_of_as_many_places_as_all_who_compete_need) {
    for (std::uint8_t n = 1; n <= 2; ++n) add(Side::mentor, n);
    for (std::uint8_t n = 11; n <= 14; ++n) add(Side::mentee, n);
    // The last is worth least to everybody: the second place goes to the other.
    programme.world.mentees[3].live_partners = programme.world.mentees[3].free_places = 1;
    auto const stated = programme.remedies({Side::mentee, 3});
    ASSERT_FALSE(stated.empty());
    EXPECT_EQ(stated[0].remedy.code, RemedyCode::more_places);
    EXPECT_EQ(stated[0].remedy.people.size() * static_cast<std::size_t>(stated[0].remedy.number), 2U);
}

TEST_F(WhoeverIsLeftOver, is_told_of_the_wish_that_keeps_them_out) {
    add(Side::mentor, 1);
    add(Side::mentee, 11);
    programme.bans = {{0, 0}};
    EXPECT_THAT(codes({Side::mentee, 0}), ElementsAre(RemedyCode::no_longer_apart));
    auto const leftovers = explain_leftovers(programme.world, find_candidates(programme.world),
                                             assign(programme.snapshot()).value(), programme.bans);
    EXPECT_EQ(leftovers.mentees.at(0).code, LeftoverCode::kept_apart);
    EXPECT_EQ(leftovers.mentees.at(0).kept_apart, 1);
}

TEST_F(WhoeverIsLeftOver, is_told_of_the_rule_that_keeps_them_out_and_by_how_much) {
    add(Side::mentor, 1);
    add(Side::mentee, 11).level = 0;
    auto const stated = programme.remedies({Side::mentee, 0});
    ASSERT_FALSE(stated.empty());
    EXPECT_EQ(stated[0].remedy.rule, Rule::level_gap);
    EXPECT_EQ(stated[0].remedy.number, 2);
    EXPECT_EQ(stated[0].looser->rules.gap_least, -1);
}

TEST_F(WhoeverIsLeftOver, has_no_remedy_against_their_own_wish_for_no_partner) {
    add(Side::mentor, 1);
    add(Side::mentee, 11).free_places = 0;
    EXPECT_THAT(codes({Side::mentee, 0}), IsEmpty());
}

// Rules 7: a private reason, and a partner of before in its place, leave the same to be said; neither is a remedy.
TEST_F(WhoeverIsLeftOver, for_a_private_reason_reads_like_anybody_who_is_not_available) {
    add(Side::mentor, 1);
    add(Side::mentor, 2).department = 11;
    auto& sofia = add(Side::mentee, 11);
    programme.world.rules.other_department = true;
    auto const told = [&] {
        auto const candidates = find_candidates(programme.world);
        auto const assignment = assign(programme.snapshot()).value();
        return explain_leftovers(programme.world, candidates, assignment).mentees.at(0);
    };
    sofia.not_with = {programme.world.mentors[0].person, programme.world.mentors[1].person};
    EXPECT_THAT(codes({Side::mentee, 0}), IsEmpty());
    auto const kept_out = told();
    sofia.earlier_partners = std::exchange(sofia.not_with, {});
    EXPECT_THAT(codes({Side::mentee, 0}), IsEmpty());
    auto const before = told();
    for (auto const& leftover : {kept_out, before}) {
        EXPECT_EQ(leftover.rule, Rule::same_department) << "the public reason is the one that is told";
        EXPECT_TRUE(leftover.has_others);
        ASSERT_EQ(leftover.rules.size(), 1U) << "what is private has no line of its own";
        EXPECT_EQ(leftover.rules[0].people_alone, 1);
    }
    programme.world.mentors.pop_back();
    auto const only_private = told();
    EXPECT_EQ(only_private.rule, Rule::not_available);
    EXPECT_EQ(only_private.taken, 0) << "without a number";
}

}  // namespace
