#include "matching/engine/proof_pass.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace matching::engine {
namespace {

// Candidates, prices and bars by the draw; rows of every length from none to forty.
class PassingOverAllCandidates : public testing::Test {
  protected:
    void draw(std::int32_t most_benefit) {
        candidates = {};
        for (Index mentor = 0; mentor < kMentors; ++mentor)
            for (Index mentee = 0; mentee < mentor; ++mentee)
                candidates.push_back({mentor, mentee, below(most_benefit), below(most_benefit), below(most_benefit)});
        for (auto* prices : {&mentor_prices, &mentee_prices})
            for (auto& price : *prices) price = {below(2), below(most_benefit)};
        for (auto* bars : {&mentor_bars, &mentee_bars})
            for (auto& bar : *bars) {
                auto const kind = below(10);
                bar = kind == 0 ? kOpenBar : kind == 1 ? kClosedBar : Bar{below(most_benefit)};
            }
    }
    [[nodiscard]] PassCount counted_one_by_one(PassFigures const& figures) const {
        PassCount count;
        candidates.for_each([&](Candidate const& c) {
            count.beat_bars += static_cast<std::int64_t>(figures.beats_bars(c));
            count.above_prices += static_cast<std::int64_t>(figures.above_prices(c) > Worth{});
        });
        return count;
    }
    void expect_every_way_counts_alike(Priority priority) const {
        PassFigures const figures{mentor_bars, mentee_bars, &mentor_prices, &mentee_prices, priority};
        auto const wanted = counted_one_by_one(figures);
        for (auto const& count_row : row_counts()) {
            auto const found = pass_over(candidates, figures, count_row);
            EXPECT_EQ(found.beat_bars, wanted.beat_bars);
            EXPECT_EQ(found.above_prices, wanted.above_prices);
        }
    }
    std::int32_t below(std::int32_t end) {
        return static_cast<std::int32_t>(base::splitmix64(state_) % static_cast<std::uint64_t>(end));
    }

    static constexpr Index kMentors = 41;
    CandidateList candidates;
    std::vector<Worth> mentor_prices = std::vector<Worth>(kMentors);
    std::vector<Worth> mentee_prices = std::vector<Worth>(kMentors);
    std::vector<Bar> mentor_bars = std::vector<Bar>(kMentors);
    std::vector<Bar> mentee_bars = std::vector<Bar>(kMentors);

  private:
    std::uint64_t state_ = 7;
};

TEST_F(PassingOverAllCandidates, counts_small_figures_alike_in_every_way) {
    for (int round = 0; round < 50; ++round) {
        draw(SmallCell::kMost + 1);
        for (auto const priority : {Priority::most_pairs, Priority::most_benefit})
            expect_every_way_counts_alike(priority);
    }
}

TEST_F(PassingOverAllCandidates, counts_figures_in_full_where_they_are_not_small) {
    for (int round = 0; round < 10; ++round) {
        draw(1'000'000);
        expect_every_way_counts_alike(Priority::most_pairs);
    }
}

}  // namespace
}  // namespace matching::engine
