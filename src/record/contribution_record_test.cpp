#include "record/contribution_record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

base::AnyId id_of(std::uint8_t number) {
    base::AnyId id;
    id.bytes.fill(number);
    return id;
}

ContributionRecord summed(std::vector<Held> const& held) {
    return sum_up(
        "Ana", held, [](base::AnyId) { return std::string("Customers first"); },
        [](base::AnyId) { return std::vector<std::string>{"How new customers choose"}; });
}

TEST(TheContributionRecord, has_a_line_for_each_conversation_and_a_sum_for_each_exchange) {
    auto const record = summed({{id_of(1), id_of(9), "2026-11-25T10:00", 45},
                                {id_of(2), id_of(9), "2026-12-01T10:00", 30},
                                {id_of(1), id_of(9), "2026-12-25T10:00", 60}});
    EXPECT_EQ(record.meetings, 3);
    EXPECT_EQ(record.minutes, 135);
    EXPECT_THAT(record.lines, SizeIs(3));
    ASSERT_THAT(record.exchanges, SizeIs(2));
    EXPECT_EQ(record.exchanges[0].meetings, 2);
    EXPECT_EQ(record.exchanges[0].minutes, 105);
    EXPECT_EQ(base::to_text(record.exchanges[0].last_on), "2026-12-25");
    EXPECT_THAT(record.exchanges[0].topics, ElementsAre("How new customers choose"));
}

TEST(TheContributionRecord, is_empty_before_the_first) {
    auto const record = summed({});
    EXPECT_EQ(record.meetings, 0);
    EXPECT_THAT(record.lines, IsEmpty());
    EXPECT_EQ(record.name, "Ana");
}

}  // namespace
}  // namespace record
