#include "matching/engine/option_table.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace {

using namespace matching::engine;

TEST(AnOptionTable, puts_the_best_first_and_equals_by_partner_however_large_the_figures) {
    constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
    constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
    auto const random = base::seeded_random(8);
    for (auto const& [least, most] : {std::pair(0, 1023), std::pair(-5, 5), std::pair(kLeast, kMost)})
        for (auto const partners : {1U, 3U, 64U, 65U, 700U, 100'000U}) {
            OptionTable table(partners, least, most);
            std::vector<std::pair<std::int64_t, Index>> expected;  // worst benefit last, so its negative first
            auto const range = static_cast<std::uint64_t>(std::int64_t{most} - least) + 1;
            for (Index k = 0; k < std::min(partners, partners == 700U ? 700U : 90U); ++k) {
                auto const partner = partners - 1 - k;
                auto const benefit =
                    k == 0 ? std::int64_t{most} : static_cast<std::int64_t>(random->below(range)) + least;
                table.push_back({partner, static_cast<std::int32_t>(benefit)});
                expected.emplace_back(-benefit, partner);
            }
            std::sort(expected.begin(), expected.end());
            table.order(0, table.size());
            ASSERT_EQ(table.size(), expected.size());
            for (std::size_t at = 0; at < table.size(); ++at) {
                EXPECT_EQ(std::pair(-std::int64_t{table[at].benefit}, table[at].mentee), expected[at]);
                EXPECT_EQ(table.find(0, table.size(), table[at]), at);
            }
        }
}

TEST(AnOptionTable, can_be_filled_in_any_order) {
    OptionTable table(10, 0, 100);
    table.resize(3);
    table.set(2, {9, 7});
    table.set(0, {0, 100});
    table.set(1, {4, 0});
    table.order(1, 3);
    std::vector<std::pair<Index, std::int32_t>> read;
    for (auto const option : table.row(0, 3)) read.emplace_back(option.mentee, option.benefit);
    EXPECT_EQ(read, (std::vector<std::pair<Index, std::int32_t>>{{0, 100}, {9, 7}, {4, 0}}));
    table.clear();
    EXPECT_EQ(table.size(), 0U);
}

}  // namespace
