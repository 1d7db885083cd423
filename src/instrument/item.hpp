#pragma once
// One question of an instrument, as it is put to people (evidence 2.3, rules C). Its text is
// content/items/<language>.json; its key is the same in every language. Leaving one out is *cannot say*.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace instrument {

// agreement: 1, not at all, to 5, fully. confidence: 0, cannot do at all, to 10, certain I can. ladder: what somebody
// can do with a topic, 0 to 4. choice: the number of one of its choices, from 1.
enum class Scale { agreement, confidence, ladder, choice };
BOOST_DESCRIBE_ENUM(Scale, agreement, confidence, ladder, choice)

struct Range {
    std::int32_t least;
    std::int32_t most;
};
// Of a choice: of one with `choices`.
Range range_of(Scale scale, std::size_t choices = 0);

struct Item {
    std::string key;
    std::string instrument;
    std::string text;
    bool is_reversed = false;
    Scale scale = Scale::agreement;
    bool is_apart = false;  // reported by itself, and no part of its instrument's figure
    std::vector<std::string> choices;

    // Of an answer: as if the statement were not reversed (x' = least + most - x).
    [[nodiscard]] std::int32_t straight(std::int32_t value) const;
};
BOOST_DESCRIBE_STRUCT(Item, (), (key, instrument, text, is_reversed, scale, is_apart, choices))

struct ItemCatalogue {
    std::vector<Item> items;

    [[nodiscard]] Item const* find(std::string_view key) const;
    // In their order.
    [[nodiscard]] std::vector<Item const*> of(std::string_view instrument) const;
};
BOOST_DESCRIBE_STRUCT(ItemCatalogue, (), (items))

// In `language`, or in English where it has not been translated. Lives as long as the program.
ItemCatalogue const& items(std::string_view language = "en");

}  // namespace instrument
