#include "matching/band.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace matching {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::SizeIs;

std::vector<std::string> keys_on(RunBands const& told, Side side) {
    std::vector<std::string> keys;
    for (auto const& group : told.groups)
        if (group.side == side) keys.push_back(group.key);
    return keys;
}

// D0 is the largest; each has a pair with itself, and one more with everyone smaller.
Counted departments(int how_many) {
    Counted counted;
    for (int n = 0; n < how_many; ++n) {
        auto const name = "D" + std::to_string(n);
        counted.pairs.push_back({name, name, how_many - n});
    }
    return counted;
}

TEST(Bands, join_the_groups_of_two_sides_and_count_who_is_alone) {
    Counted const counted{{{"Sales", "Board", 3}, {"Sales", "Sales", 2}, {std::nullopt, "Board", 1}},
                          {{Side::mentor, "Sales", 4}, {Side::mentee, std::nullopt, 5}}};
    auto const told = bands_of(Division::department, counted);
    EXPECT_EQ(told.pairs, 6);
    EXPECT_EQ(told.across, 3) << "of two who are known";
    EXPECT_THAT(keys_on(told, Side::mentor), ElementsAre("of Sales", "unknown"));
    EXPECT_THAT(keys_on(told, Side::mentee), ElementsAre("of Board", "of Sales", "unknown"));
    ASSERT_THAT(told.bands, SizeIs(3));
    EXPECT_EQ(told.bands[0].mentor_group, "of Sales");
    EXPECT_EQ(told.bands[0].mentee_group, "of Board");
    EXPECT_EQ(told.bands[0].pairs, 3);
    EXPECT_EQ(told.groups[0].pairs, 5);
    EXPECT_EQ(told.groups[0].alone, 4);
    EXPECT_EQ(told.groups.back().alone, 5);
}

TEST(Bands, put_the_smaller_groups_together) {
    auto const told = bands_of(Division::department, departments(12));
    EXPECT_THAT(keys_on(told, Side::mentor), SizeIs(11));
    auto const& rest = told.groups[10];
    EXPECT_EQ(rest.key, "rest");
    EXPECT_EQ(rest.groups, 2);
    EXPECT_EQ(rest.pairs, 2 + 1);
    EXPECT_EQ(told.across, 0) << "two of the rest may still be of one department";
}

TEST(Bands, have_no_rest_of_a_single_group) {
    EXPECT_THAT(own_groups(departments(11)), SizeIs(11));
    EXPECT_THAT(own_groups(departments(12)), SizeIs(10));
    EXPECT_EQ(own_groups(departments(12)).front(), "D0");
}

TEST(Bands, of_levels_begin_at_the_highest) {
    Counted const counted{{{"2", "10", 1}, {"9", "10", 1}, {"10", "2", 1}}, {}};
    EXPECT_THAT(keys_on(bands_of(Division::level, counted), Side::mentor), ElementsAre("of 10", "of 9", "of 2"));
}

TEST(TheKeyOfAGroup, is_read_as_it_was_written) {
    for (auto const* text : {"rest", "unknown", "of rest", "of ", "of Q&A / of"}) {
        auto const key = parse_group_key(text);
        ASSERT_TRUE(key) << text;
        EXPECT_EQ(to_text(*key), text);
    }
    EXPECT_EQ(parse_group_key("of rest")->kind, GroupKind::own);
    EXPECT_FALSE(parse_group_key("Sales"));
    EXPECT_FALSE(parse_group_key(""));
}

}  // namespace
}  // namespace matching
