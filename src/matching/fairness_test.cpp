#include "matching/fairness.hpp"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace {

using namespace matching;

AuditedPerson person_of(std::vector<std::string> groups, std::int64_t partners = 1, std::int64_t benefit = 500) {
    return {partners, partners * benefit, std::move(groups)};
}

std::vector<AuditedPerson> several(std::size_t number, std::string const& group, std::int64_t partners = 1) {
    return std::vector<AuditedPerson>(number, person_of({group}, partners));
}

std::vector<AuditedPerson> joined(std::vector<std::vector<AuditedPerson>> const& all) {
    std::vector<AuditedPerson> people;
    for (auto const& each : all) people.insert(people.end(), each.begin(), each.end());
    return people;
}

TEST(AFairnessAudit, compares_groups_with_everybody) {
    auto people = joined({several(6, "Finance"), several(6, "Stores", 0)});
    people.push_back(person_of({"Stores"}, 2, 800));
    auto const audit = audit_fairness(people, {"department"}, kLeastGroup);
    EXPECT_EQ(audit.people, 13);
    EXPECT_EQ(audit.reached, 7);
    EXPECT_EQ(audit.coverage, 538);
    EXPECT_EQ(audit.benefit, 575);
    ASSERT_EQ(audit.divisions.size(), 1U);
    auto const& rows = audit.divisions[0].rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].group, "Stores");
    EXPECT_EQ(rows[0].people, 7);
    EXPECT_EQ(rows[0].coverage, 142);
    EXPECT_EQ(rows[0].coverage_difference, -396);
    EXPECT_EQ(rows[0].coverage_ratio, 26);
    EXPECT_EQ(rows[0].benefit, 800);
    EXPECT_EQ(rows[1].group, "Finance");
    EXPECT_EQ(rows[1].benefit_difference, -75);
    EXPECT_EQ(rows[1].benefit_ratio, 86);
}

TEST(AFairnessAudit, counts_small_groups_together) {
    auto const audit = audit_fairness(joined({several(9, "a"), several(7, "b"), several(3, "c"), several(2, "d")}),
                                      {"site"}, kLeastGroup);
    auto const& rows = audit.divisions[0].rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_FALSE(rows[2].group);
    EXPECT_EQ(rows[2].groups, 2);
    EXPECT_EQ(rows[2].people, 5);
}

TEST(AFairnessAudit, hides_a_second_group_beside_one_that_is_too_small) {
    auto const audit =
        audit_fairness(joined({several(9, "a"), several(7, "b"), several(3, "c")}), {"site"}, kLeastGroup);
    auto const& rows = audit.divisions[0].rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].group, "a");
    EXPECT_FALSE(rows[1].group);
    EXPECT_EQ(rows[1].groups, 2);
    EXPECT_EQ(rows[1].people, 10);
}

TEST(AFairnessAudit, shows_nothing_where_there_is_nothing_to_compare) {
    EXPECT_TRUE(
        audit_fairness(joined({several(9, "a"), several(3, "b")}), {"site"}, kLeastGroup).divisions[0].rows.empty());
    EXPECT_TRUE(audit_fairness(several(4, "a"), {"site"}, kLeastGroup).divisions.empty());
    EXPECT_EQ(audit_fairness(several(4, "a"), {"site"}, kLeastGroup).people, 0);
    EXPECT_EQ(audit_fairness(several(20, "a"), {"site"}, kLeastGroup).divisions[0].rows.size(), 1U);
}

TEST(AFairnessAudit, has_no_figure_of_benefit_without_a_pair) {
    auto const audit = audit_fairness(joined({several(6, "a", 0), several(6, "b", 0)}), {"site"}, kLeastGroup);
    EXPECT_FALSE(audit.benefit);
    EXPECT_FALSE(audit.divisions[0].rows[0].coverage_ratio);
    EXPECT_FALSE(audit.divisions[0].rows[0].benefit);
}

// Knows who is in which group, and sees the figures of everybody and of every row: does some sum and difference of
// them belong to fewer people than may stand by themselves?
class Attacker {
  public:
    Attacker(std::vector<AuditedPerson> const& people, Divided const& divided, Shown const& shown)
        : everybody_(people.size(), true) {
        for (std::size_t d = 0; d < shown.size(); ++d) {
            auto& rows = rows_.emplace_back();
            std::vector<bool> others(people.size(), false);
            for (std::size_t g = 0; g < shown[d].size(); ++g) {
                if (shown[d][g]) rows.push_back(divided.members[d][g]);
                for (std::size_t i = 0; i < people.size() && !shown[d][g]; ++i)
                    if (divided.members[d][g][i]) others[i] = true;
            }
            auto const hidden = std::count(shown[d].begin(), shown[d].end(), false);
            if (hidden > 0 && !rows.empty()) rows.push_back(others);
        }
    }

    [[nodiscard]] bool finds_a_few(std::int64_t least_group) const {
        for (auto const& rows : rows_) {
            for (auto const& row : rows)
                if (is_few(row, least_group)) return true;
            if (finds_in(everybody_, rows, least_group)) return true;
        }
        for (std::size_t one = 0; one < rows_.size(); ++one)
            for (std::size_t other = 0; other < rows_.size(); ++other) {
                if (one == other) continue;
                for (std::size_t x = 0; x < rows_[one].size(); ++x)
                    for (std::size_t y = x; y < rows_[one].size(); ++y)
                        if (finds_in(union_of(rows_[one][x], rows_[one][y]), rows_[other], least_group)) return true;
            }
        return false;
    }

  private:
    using People = std::vector<bool>;
    static bool is_few(People const& people, std::int64_t least_group) {
        auto const size = std::count(people.begin(), people.end(), true);
        return size > 0 && size < least_group;
    }
    static People union_of(People const& a, People const& b) {
        People both(a.size());
        for (std::size_t i = 0; i < a.size(); ++i) both[i] = a[i] || b[i];
        return both;
    }
    // Takes every choice of rows away that lies within.
    static bool finds_in(People const& within, std::vector<People> const& rows, std::int64_t least_group) {
        for (unsigned choice = 1; choice < 1U << rows.size(); ++choice) {
            auto left = within;
            auto lies_within = true;
            for (std::size_t r = 0; r < rows.size(); ++r)
                for (std::size_t i = 0; i < left.size() && (choice >> r & 1U) != 0; ++i) {
                    if (!rows[r][i]) continue;
                    if (!within[i]) lies_within = false;
                    left[i] = false;
                }
            if (lies_within && is_few(left, least_group)) return true;
        }
        return false;
    }

    People everybody_;
    std::vector<std::vector<People>> rows_;
};

// A house in which teams sit together, as they do, with one or two of them elsewhere.
std::vector<AuditedPerson> a_house(base::Random& random) {
    std::vector<AuditedPerson> people;
    auto const number = 20 + random.below(60);
    auto const departments = 2 + random.below(6);
    for (std::uint64_t n = 0; n < number; ++n) {
        auto const department = random.below(departments) * random.below(departments) / departments;
        auto const site = random.below(12) == 0 ? random.below(3) : department / 2;
        auto const level = random.below(10) == 0 ? random.below(5) : department % 3;
        auto const letter = [](std::uint64_t at) { return std::string(1, static_cast<char>('a' + at)); };
        people.push_back(person_of({letter(department), letter(site), letter(level)},
                                   static_cast<std::int64_t>(random.below(3)), 300));
    }
    return people;
}

constexpr int kHousesToAttack = 400;

TEST(TheAttackerOnFairness, computes_a_small_group_where_only_that_group_is_hidden) {
    auto const random = base::seeded_random(5);
    int won = 0;
    for (int n = 0; n < kHousesToAttack; ++n) {
        auto const people = a_house(*random);
        auto const divided = divide(people, 3);
        Shown planted;
        for (auto const& groups : divided.members) {
            auto& shown = planted.emplace_back();
            for (auto const& members : groups)
                shown.push_back(std::count(members.begin(), members.end(), true) >= kLeastGroup);
        }
        if (Attacker(people, divided, planted).finds_a_few(kLeastGroup)) ++won;
    }
    EXPECT_GT(won, kHousesToAttack / 4);
}

TEST(TheAttackerOnFairness, computes_nothing_from_what_is_shown) {
    auto const random = base::seeded_random(5);
    std::size_t rows = 0;
    for (int n = 0; n < kHousesToAttack; ++n) {
        auto const people = a_house(*random);
        auto const divided = divide(people, 3);
        auto const shown = hide_small_groups(divided, kLeastGroup);
        ASSERT_FALSE(Attacker(people, divided, shown).finds_a_few(kLeastGroup)) << "house " << n;
        for (auto const& division : audit_fairness(people, {"department", "site", "level"}, kLeastGroup).divisions)
            rows += division.rows.size();
    }
    EXPECT_GT(rows, static_cast<std::size_t>(kHousesToAttack)) << "hiding everything would be no answer";
}

}  // namespace
