#include "matching/engine/keeping.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "matching/engine/certificate.hpp"
#include "support/cohort.hpp"

namespace {

using namespace matching::engine;

// A cohort with its best answer, and what it becomes when a few benefits change.
class APairingOfBefore : public testing::Test {
  protected:
    Snapshot before = support::make_cohort(support::Cohort::uniform, 200, 12, 1);
    std::vector<Couple> couples = assign(before)->couples;
    Snapshot now = [&] {
        auto changed = before;
        std::size_t at = 0;
        changed.candidates = before.candidates.transformed([&](Candidate c) {
            if (at++ % 40 == 0) c.benefit = 900;
            return c;
        });
        return changed;
    }();

    Kept keep(std::int32_t bonus, std::optional<std::int64_t> most_moves = {}) const {
        auto kept = assign_keeping(now, {couples, bonus, most_moves});
        EXPECT_TRUE(kept);
        auto const certificate = certify(kept->snapshot, kept->assignment);
        EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
        return std::move(*kept);
    }
    [[nodiscard]] std::int64_t benefit_of(Assignment const& assignment) const {
        std::int64_t sum = 0;
        for (auto const& c : now.candidates)
            if (std::binary_search(assignment.couples.begin(), assignment.couples.end(), Couple{c.mentor, c.mentee}))
                sum += c.benefit;
        return sum;
    }
};

TEST_F(APairingOfBefore, moves_fewer_people_for_less_benefit_the_greater_the_bonus) {
    auto const free = keep(0);
    EXPECT_EQ(free.assignment.couples, assign(now)->couples);
    EXPECT_GT(free.moves, 20);
    auto moves = free.moves;
    auto benefit = benefit_of(free.assignment);
    for (auto const bonus : {10, 50, 100, 300}) {
        auto const kept = keep(bonus);
        EXPECT_LE(kept.moves, moves) << bonus;
        EXPECT_LE(benefit_of(kept.assignment), benefit) << bonus;
        EXPECT_EQ(kept.assignment.couples.size(), free.assignment.couples.size()) << "most pairs still come first";
        moves = kept.moves;
        benefit = benefit_of(kept.assignment);
    }
    EXPECT_LT(moves, free.moves / 4);
}

TEST_F(APairingOfBefore, moves_no_more_than_it_may) {
    for (auto const most : {0, 3, 10}) {
        auto const kept = keep(0, most);
        EXPECT_LE(kept.moves, most);
        EXPECT_GT(keep(kept.bonus - 1).moves, most) << "a smaller bonus would have moved too many";
    }
    EXPECT_EQ(keep(0, 0).assignment.couples, couples);
}

TEST_F(APairingOfBefore, says_how_many_moves_it_takes) {
    auto const [mentor, mentee] = couples.front();
    now.bans.push_back({mentor, mentee});
    auto const refused = assign_keeping(now, {couples, 0, 0});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "too_few_moves");
    auto const least = std::stoll(refused.refusal().params.at("least"));
    EXPECT_GE(least, 1);
    EXPECT_EQ(keep(0, least).moves, least);
}

TEST_F(APairingOfBefore, refuses_what_cannot_be) {
    EXPECT_EQ(assign_keeping(now, {couples, -1, {}}).refusal().code, "bonus_out_of_range");
    EXPECT_EQ(assign_keeping(now, {couples, kMostBonus + 1, {}}).refusal().code, "bonus_out_of_range");
    now.objective = Objective::stable;
    EXPECT_EQ(assign_keeping(now, {couples, 0, 5}).refusal().code, "moves_without_bound");
    EXPECT_TRUE(assign_keeping(now, {couples, 100, {}}));
    EXPECT_EQ(assign_keeping(now, {{{200, 0}}, 0, {}}).refusal().code, "couple_unknown");
}

}  // namespace
