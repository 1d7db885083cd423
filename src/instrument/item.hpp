#pragma once
// One statement of an instrument, as it is put to people (evidence 2.3): agreed with from 1 (not at all) to 5 (fully),
// or left out, which is *cannot say*. Its text is content/items/<language>.json; its key is the same in every language.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

namespace instrument {

inline constexpr std::int32_t kLeast = 1;
inline constexpr std::int32_t kMost = 5;

struct Item {
    std::string key;
    std::string instrument;
    std::string text;
    bool is_reversed = false;

    // Of an answer: as if the statement were not reversed (x' = least + most - x).
    [[nodiscard]] std::int32_t straight(std::int32_t value) const {
        return is_reversed ? kLeast + kMost - value : value;
    }
};
BOOST_DESCRIBE_STRUCT(Item, (), (key, instrument, text, is_reversed))

struct ItemCatalogue {
    std::vector<Item> items;

    [[nodiscard]] Item const* find(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(ItemCatalogue, (), (items))

// In `language`, or in English where it has not been translated. Lives as long as the program.
ItemCatalogue const& items(std::string_view language = "en");

}  // namespace instrument
