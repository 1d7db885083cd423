#include "matching/engine/keeping.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

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

// A small case with couples of before, and every answer to it, one by one.
class EveryAnswer {
  public:
    explicit EveryAnswer(std::uint64_t seed) : random_(base::seeded_random(seed)) {
        snapshot.seed = seed;
        for (std::uint32_t i = 0; i < kPeople; ++i) {
            snapshot.mentors.push_back({support::cohort_identity(1, i), 1});
            snapshot.mentees.push_back({support::cohort_identity(2, i), 1});
        }
        for (Index i = 0; i < kPeople; ++i)
            for (Index j = 0; j < kPeople; ++j)
                if (random_->below(10) < 6) {
                    auto const benefit = 1 + static_cast<std::int32_t>(random_->below(5));
                    snapshot.candidates.push_back({i, j, benefit, benefit, benefit});
                }
        std::vector<bool> taken(kPeople);
        for (auto const& c : snapshot.candidates) {
            if (taken[c.mentee] || random_->below(2) == 0 || (!before.empty() && before.back().mentor == c.mentor))
                continue;
            taken[c.mentee] = true;
            before.push_back({c.mentor, c.mentee});
        }
        visit(0, {});
    }

    struct Answer {
        std::int64_t pairs = 0;
        std::int64_t moves = 0;
        std::int32_t least = 0;
    };
    [[nodiscard]] std::int64_t most_pairs() const {
        return std::max_element(answers_.begin(), answers_.end(),
                                [](Answer const& a, Answer const& b) { return a.pairs < b.pairs; })
            ->pairs;
    }
    // Of the largest answers; none with so few moves.
    [[nodiscard]] std::optional<std::int32_t> greatest_floor(std::int64_t most_moves) const {
        std::optional<std::int32_t> floor;
        for (auto const& answer : answers_)
            if (answer.pairs == most_pairs() && answer.moves <= most_moves)
                floor = std::max(floor.value_or(answer.least), answer.least);
        return floor;
    }

    Snapshot snapshot;
    std::vector<Couple> before;

  private:
    static constexpr Index kPeople = 5;

    void visit(Index mentor, std::vector<Candidate> const& held) {
        if (mentor == kPeople) return enter(held);
        visit(mentor + 1, held);
        for (auto const& c : snapshot.candidates) {
            if (c.mentor != mentor ||
                std::any_of(held.begin(), held.end(), [&](Candidate const& h) { return h.mentee == c.mentee; }))
                continue;
            auto longer = held;
            longer.push_back(c);
            visit(mentor + 1, longer);
        }
    }
    void enter(std::vector<Candidate> const& held) {
        Answer answer{std::ssize(held), std::ssize(before), std::numeric_limits<std::int32_t>::max()};
        for (auto const& c : held) {
            answer.moves -= std::count(before.begin(), before.end(), Couple{c.mentor, c.mentee});
            answer.least = std::min(answer.least, c.benefit);
        }
        answers_.push_back(answer);
    }

    std::unique_ptr<base::Random> random_;
    std::vector<Answer> answers_;
};

TEST(ABoundOnMoves, is_kept_wherever_a_largest_answer_keeps_it) {
    int held = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        EveryAnswer every(seed);
        for (auto const objective : {Objective::best, Objective::fair, Objective::balanced})
            for (std::int64_t most = 0; most <= std::ssize(every.before); ++most) {
                every.snapshot.objective = objective;
                auto const kept = assign_keeping(every.snapshot, {every.before, 0, most});
                auto const floor = every.greatest_floor(most);
                ASSERT_EQ(kept.has_value(), floor.has_value()) << seed << " " << most;
                if (!kept) {
                    auto const least = std::stoll(kept.refusal().params.at("least"));
                    EXPECT_TRUE(every.greatest_floor(least)) << seed;
                    EXPECT_FALSE(every.greatest_floor(least - 1)) << seed;
                    continue;
                }
                auto const certificate = certify(kept->snapshot, kept->assignment);
                ASSERT_TRUE(certificate.verified()) << to_text(certificate.flaw) << " " << seed;
                EXPECT_EQ(certificate.pairs, every.most_pairs()) << seed;
                EXPECT_LE(kept->moves, most) << seed;
                if (kept->held == 0) continue;
                ++held;
                auto least = std::numeric_limits<std::int32_t>::max();
                for (auto const& c : every.snapshot.candidates)
                    if (std::count(kept->assignment.couples.begin(), kept->assignment.couples.end(),
                                   Couple{c.mentor, c.mentee}) > 0)
                        least = std::min(least, c.benefit);
                EXPECT_EQ(least, floor) << seed << " " << most;
            }
    }
    EXPECT_GT(held, 10) << "the cases must be ones in which a bonus does not do";
}

}  // namespace
