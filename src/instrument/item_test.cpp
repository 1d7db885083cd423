#include "instrument/item.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "instrument/instrument.hpp"

namespace instrument {
namespace {

TEST(TheItems, have_each_a_key_of_their_own_and_words) {
    std::set<std::string> keys;
    for (auto const& item : items().items) {
        EXPECT_TRUE(keys.insert(item.key).second) << item.key;
        EXPECT_TRUE(item.key.starts_with(item.instrument + "_")) << item.key;
        EXPECT_FALSE(item.text.empty()) << item.key;
    }
    EXPECT_EQ(items().find("rq_6"), nullptr);
}

TEST(AReversedItem, is_turned_round_before_it_is_counted) {
    EXPECT_EQ(items().find("safe_4")->straight(5), 1);
    EXPECT_EQ(items().find("safe_4")->straight(2), 4);
    EXPECT_EQ(items().find("safe_1")->straight(5), 5);
}

TEST(AnInstrument, has_as_many_questions_as_it_says) {
    for (auto const& instrument : catalogue().instruments) {
        if (instrument.key == "know") continue;  // one a topic
        EXPECT_EQ(std::ranges::count_if(items().of(instrument.key),
                                        [](Item const* item) { return item->scale != Scale::choice; }),
                  instrument.items)
            << instrument.key;
    }
}

}  // namespace
}  // namespace instrument
