#include "instrument/item.hpp"

#include <algorithm>

#include "platform/content.hpp"

namespace instrument {

Range range_of(Scale scale, std::size_t choices) {
    switch (scale) {
        case Scale::confidence:
            return {0, 10};
        case Scale::ladder:
            return {0, 4};
        case Scale::choice:
            return {1, static_cast<std::int32_t>(choices)};
        case Scale::agreement:
            break;
    }
    return {1, 5};
}

std::int32_t Item::straight(std::int32_t value) const {
    if (!is_reversed) return value;
    auto const range = range_of(scale, choices.size());
    return range.least + range.most - value;
}

std::vector<Item const*> ItemCatalogue::of(std::string_view instrument) const {
    std::vector<Item const*> found;
    for (auto const& item : items)
        if (item.instrument == instrument) found.push_back(&item);
    return found;
}

Item const* ItemCatalogue::find(std::string_view key) const {
    auto const found = std::ranges::find(items, key, &Item::key);
    return found == items.end() ? nullptr : &*found;
}

ItemCatalogue const& items(std::string_view language) {
    return content::read_once<ItemCatalogue>("content/items/", language);
}

}  // namespace instrument
