#include "instrument/instrument.hpp"

#include <algorithm>
#include <set>

#include "platform/content.hpp"

namespace instrument {

Instrument const* Catalogue::find(std::string_view key) const {
    auto found = std::ranges::find(instruments, key, &Instrument::key);
    return found == instruments.end() ? nullptr : &*found;
}

Catalogue const& catalogue(std::string_view language) {
    return content::read_once<Catalogue>("content/instruments/", language);
}

Budget budget(std::vector<std::string> const& keys, Side side) {
    std::set<std::string_view> const named(keys.begin(), keys.end());
    Budget sum{.items = named.contains(kAlwaysAsked) ? 0 : kAlwaysAskedItems};
    for (auto const& key : named) {
        auto const* asked = catalogue().find(key);
        if (asked != nullptr && asked->side.value_or(side) == side) sum.items += asked->items;
    }
    sum.minutes = (sum.items * kSecondsAnItem + 59) / 60;
    return sum;
}

}  // namespace instrument
