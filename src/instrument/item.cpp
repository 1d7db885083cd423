#include "instrument/item.hpp"

#include <algorithm>

#include "platform/content.hpp"

namespace instrument {

Item const* ItemCatalogue::find(std::string_view key) const {
    auto const found = std::ranges::find(items, key, &Item::key);
    return found == items.end() ? nullptr : &*found;
}

ItemCatalogue const& items(std::string_view language) {
    return content::read_once<ItemCatalogue>("content/items/", language);
}

}  // namespace instrument
