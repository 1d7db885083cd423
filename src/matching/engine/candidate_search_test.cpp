#include "matching/engine/candidate_search.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "matching/engine/score.hpp"

namespace {

using namespace matching::engine;

constexpr Topic kTopicsThereAre = 24;
constexpr std::uint16_t kFamiliesThereAre = 9;

base::IdBytes person_number(std::size_t number) {
    base::IdBytes identity{};
    for (std::size_t byte = 0; byte < 8; ++byte) identity[byte] = static_cast<std::uint8_t>(number >> (8 * byte));
    return identity;
}

// A house in which every rule has something to take, and everything may be unknown.
class HouseOfRules {
  public:
    explicit HouseOfRules(unsigned seed) : random_(seed) {}

    World make(std::size_t mentors, std::size_t mentees) {
        World world;
        for (Topic topic = 0; topic < kTopicsThereAre; ++topic)
            world.family_of.push_back(static_cast<std::uint16_t>(below(kFamiliesThereAre)));
        make_tree(world, mentors + mentees);
        for (std::size_t i = 0; i < mentors; ++i) world.mentors.push_back(make_profile(i, mentors + mentees));
        for (std::size_t j = 0; j < mentees; ++j) {
            // One in six stands on both sides.
            auto const both = j < mentors && below(6) == 0;
            world.mentees.push_back(make_profile(both ? j : mentors + j, mentors + mentees));
        }
        world.rules.gap_least = maybe(below(3) - 1);
        world.rules.gap_most = maybe(2 + below(3));
        world.rules.other_department = below(2) == 0;
        world.rules.site = static_cast<SiteRule>(below(3));
        world.rules.both_must_gain = below(4) != 0;
        world.rules.may_swap_sides = below(2) == 0;
        world.rules.common_time = below(4) != 0;
        world.rules.common_language = below(4) != 0;
        world.rules.avoids_earlier_partners = below(2) == 0;
        world.rules.least_benefit = below(3) == 0 ? 300 : 1;
        return world;
    }

  private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
    Index index_below(std::size_t end) { return static_cast<Index>(below(static_cast<int>(end))); }
    std::optional<std::int32_t> maybe(int value) {
        return below(5) == 0 ? std::nullopt : std::optional<std::int32_t>(value);
    }

    void make_tree(World& world, std::size_t people) {
        world.tree.resize(people);
        for (Index place = 1; place < people; ++place) {
            if (below(20) != 0) world.tree[place].manager = index_below(std::min<std::size_t>(place, 12));
            world.tree[place].is_known = below(25) != 0;
        }
        world.tree[0].is_above_more_than_half = true;
        world.tree[0].is_opened = below(2) == 0;
    }

    Profile make_profile(std::size_t number, std::size_t people) {
        Profile profile;
        profile.person = person_number(number);
        profile.place = static_cast<Index>(number);
        profile.level = maybe(below(5));
        profile.department = index_below(4);
        profile.site = index_below(3);
        profile.live_partners = below(3);
        if (below(8) != 0)
            for (int slot = 0; slot < 12; ++slot) profile.week[index_below(2)] |= Word{1} << index_below(40);
        if (below(8) != 0) profile.languages = Word{1} << index_below(3) | Word{1} << index_below(3);
        for (auto& style : profile.styles) style = static_cast<Style>(below(3));
        for (int k = below(4); k >= 0; --k) profile.offers.push_back({a_topic(), 1 + below(3), true});
        for (int k = below(4); k >= 0; --k) profile.wants.push_back({a_topic(), 1 + below(3), true});
        if (below(5) == 0) profile.will_not_discuss.push_back(a_topic());
        if (below(5) == 0) profile.not_with.push_back(person_number(index_below(people)));
        if (below(5) == 0) profile.earlier_partners.push_back(person_number(index_below(people)));
        if (below(5) == 0) profile.partners_now.push_back(person_number(index_below(people)));
        return profile;
    }
    Topic a_topic() { return static_cast<Topic>(below(kTopicsThereAre)); }

    std::mt19937 random_;
};

void count_for(Tally& tally, Rule rule, Verdict verdict) {
    auto const at = static_cast<std::size_t>(rule);
    tally.taken[at] += static_cast<std::int64_t>((verdict & bit(rule)) != 0);
    tally.taken_alone[at] += static_cast<std::int64_t>(verdict == bit(rule));
}

// Every two people judged one by one.
Candidates judged_one_by_one(World const& world) {
    Judge const judge(world);
    Candidates found;
    found.mentors.resize(world.mentors.size());
    found.mentees.resize(world.mentees.size());
    for (Index i = 0; i < world.mentors.size(); ++i)
        for (Index j = 0; j < world.mentees.size(); ++j) {
            Benefit benefit;
            auto const verdict = judge.judge(world.mentors[i], world.mentees[j], benefit);
            if (verdict == bit(Rule::same_person)) {
                ++found.taken[static_cast<std::size_t>(Rule::same_person)];
                continue;
            }
            for (auto* tally : {&found.mentors[i], &found.mentees[j]}) {
                tally->could_meet += static_cast<std::int64_t>(verdict == 0);
                for (std::size_t rule = 0; rule < kRules; ++rule) count_for(*tally, static_cast<Rule>(rule), verdict);
            }
            for (std::size_t rule = 0; rule < kRules; ++rule) {
                auto const its = bit(static_cast<Rule>(rule));
                found.taken[rule] += static_cast<std::int64_t>((verdict & its) != 0);
                found.taken_alone[rule] += static_cast<std::int64_t>(verdict == its);
            }
            if (verdict == 0) found.list.push_back({i, j, benefit.mentor, benefit.mentee, benefit.together});
        }
    return found;
}

using Listed = std::array<std::int64_t, 5>;
std::vector<Listed> listed(std::vector<Candidate> const& list) {
    std::vector<Listed> rows;
    for (auto const& c : list) rows.push_back({c.mentor, c.mentee, c.mentor_benefit, c.mentee_benefit, c.benefit});
    return rows;
}

void expect_equal(Candidates const& one, Candidates const& other) {
    EXPECT_EQ(listed(one.list), listed(other.list));
    EXPECT_EQ(one.taken, other.taken);
    EXPECT_EQ(one.taken_alone, other.taken_alone);
    for (auto side : {&Candidates::mentors, &Candidates::mentees}) {
        ASSERT_EQ((one.*side).size(), (other.*side).size());
        for (std::size_t i = 0; i < (one.*side).size(); ++i) {
            EXPECT_EQ((one.*side)[i].could_meet, (other.*side)[i].could_meet) << i;
            EXPECT_EQ((one.*side)[i].taken, (other.*side)[i].taken) << i;
            EXPECT_EQ((one.*side)[i].taken_alone, (other.*side)[i].taken_alone) << i;
        }
    }
}

constexpr unsigned kHousesLooked = 60;

TEST(SearchingCandidates, says_of_every_two_people_what_judging_them_says) {
    for (unsigned seed = 0; seed < kHousesLooked; ++seed) {
        auto world = HouseOfRules(seed).make(1 + seed % 70, 1 + seed * 7 % 150);
        world.rules.may_swap_sides = true;
        expect_equal(find_candidates(world), judged_one_by_one(world));
    }
}

TEST(SearchingCandidates, gives_the_same_with_every_kernel_and_any_number_of_threads) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        auto const world = HouseOfRules(seed).make(90, 700);
        for (std::size_t const most_each : {0U, 4U}) {
            auto const once = find_candidates(world, {.most_each = most_each, .kernel = kernels().front()}).value();
            for (auto const* kernel : kernels())
                for (unsigned const threads : {1U, 2U, 5U})
                    expect_equal(
                        find_candidates(world, {.most_each = most_each, .threads = threads, .kernel = kernel}).value(),
                        once);
        }
    }
}

// What must stand in the list of somebody: whoever gains more with them than the last one listed.
void expect_no_better_one_missing(std::vector<Candidate> const& all, std::vector<Candidate> const& list,
                                  Index Candidate::*whose, std::size_t most_each) {
    std::set<std::pair<Index, Index>> kept;
    for (auto const& c : list) kept.insert({c.mentor, c.mentee});
    std::map<Index, std::vector<Candidate>> of_person;
    for (auto const& c : all) of_person[c.*whose].push_back(c);
    for (auto& [person, theirs] : of_person) {
        std::sort(theirs.begin(), theirs.end(),
                  [](Candidate const& a, Candidate const& b) { return a.benefit > b.benefit; });
        auto const least = theirs[std::min(theirs.size(), most_each) - 1].benefit;
        std::size_t of_theirs = 0;
        for (auto const& c : theirs) {
            auto const is_kept = kept.contains({c.mentor, c.mentee});
            of_theirs += static_cast<std::size_t>(is_kept && c.benefit >= least);
            EXPECT_TRUE(is_kept || c.benefit <= least) << c.mentor << " " << c.mentee;
        }
        EXPECT_GE(of_theirs, std::min(theirs.size(), most_each));
    }
}

TEST(SearchingCandidates, misses_nobody_s_best_partners_on_either_side) {
    for (unsigned seed = 0; seed < kHousesLooked; ++seed) {
        auto world = HouseOfRules(seed).make(40 + seed, 120);
        world.rules.may_swap_sides = true;
        auto const all = judged_one_by_one(world);
        for (std::size_t const most_each : {1U, 3U, 10U}) {
            auto const best = find_candidates(world, {.most_each = most_each}).value();
            expect_no_better_one_missing(all.list, best.list, &Candidate::mentor, most_each);
            expect_no_better_one_missing(all.list, best.list, &Candidate::mentee, most_each);
            EXPECT_LE(best.list.size(), most_each * (world.mentors.size() + world.mentees.size()));
            EXPECT_EQ(best.taken, all.taken);
        }
    }
}

TEST(SearchingCandidates, keeps_couples_that_are_to_stay_if_they_may_meet) {
    auto world = HouseOfRules(3).make(60, 200);
    world.rules.may_swap_sides = true;
    auto const all = judged_one_by_one(world);
    auto const best = find_candidates(world, {.most_each = 1}).value();
    ASSERT_LT(best.list.size(), all.list.size());
    auto const is_in = [](std::vector<Candidate> const& list, Couple couple) {
        return std::any_of(list.begin(), list.end(), [&](auto const& c) {
            return Couple{c.mentor, c.mentee} == couple;
        });
    };
    std::vector<Couple> left_out;
    std::vector<Couple> forbidden;
    for (Index i = 0; i < world.mentors.size(); ++i)
        for (Index j = 0; j < world.mentees.size(); ++j)
            if (!is_in(all.list, {i, j}))
                forbidden.push_back({i, j});
            else if (!is_in(best.list, {i, j}))
                left_out.push_back({i, j});
    auto always = left_out;
    always.insert(always.end(), forbidden.begin(), forbidden.end());
    EXPECT_EQ(listed(find_candidates(world, {.most_each = 1, .always = always}).value().list), listed(all.list));
}

// Equals are decided by the draw and the people, never by the order in which they come.
TEST(SearchingCandidates, does_not_depend_on_the_order_of_people) {
    auto world = HouseOfRules(5).make(50, 300);
    world.rules.both_must_gain = false;
    for (auto* side : {&world.mentors, &world.mentees})
        for (auto& profile : *side) {
            profile.styles.fill(Style::no_matter);
            profile.week = {};
            profile.live_partners = 0;
        }
    auto const by_people = [](World const& house, std::uint64_t seed) {
        std::set<std::pair<base::IdBytes, base::IdBytes>> couples;
        auto const found = find_candidates(house, {.most_each = 3, .seed = seed}).value();
        for (auto const& c : found.list)
            couples.insert({house.mentors[c.mentor].person, house.mentees[c.mentee].person});
        return couples;
    };
    auto turned = world;
    std::reverse(turned.mentors.begin(), turned.mentors.end());
    std::reverse(turned.mentees.begin(), turned.mentees.end());
    EXPECT_TRUE(by_people(world, 1) == by_people(turned, 1));
    EXPECT_FALSE(by_people(world, 1) == by_people(world, 2));
}

TEST(SearchingCandidates, can_be_stopped) {
    auto const world = HouseOfRules(1).make(200, 50);
    auto const stopped = find_candidates(world, {}, [](auto, auto) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.refusal().code, "cancelled");
}

}  // namespace
