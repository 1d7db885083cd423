#include "matching/engine/rule_scan.hpp"

#include <algorithm>

namespace matching::engine {

RuleScan::RuleScan(Crowd const& crowd) : crowd_(crowd), sieves_(make_sieves(crowd)), everybody_(1, crowd.words()) {
    for (Index i = 0; i < crowd.people.size(); ++i) {
        everybody_.set(0, i);
        position_of_.emplace(crowd.people[i].person, i);
    }
}

void RuleScan::look(Profile const& from, Sighting& sighting) const {
    auto& sketch = sighting.sketch_;
    sketch.clear();
    for (auto const& sieve : sieves_) sieve->take_from(from, sketch);
    std::copy_n(everybody_.row(0), sketch.words(), sighting.everybody_.begin());
    std::array<Rule, kRules> used{};
    std::vector<Word const*> sets;
    auto const own = position_of_.find(from.person);
    sighting.is_on_both_sides_ = own != position_of_.end();
    if (own != position_of_.end())
        sighting.everybody_[own->second / kWordBits] &= ~(Word{1} << own->second % kWordBits);
    for (std::size_t rule = 0; rule < kRules; ++rule) {
        if (!sketch.is_used(static_cast<Rule>(rule))) continue;
        auto* const taken = sketch.taken_by(static_cast<Rule>(rule));
        if (own != position_of_.end()) taken[own->second / kWordBits] &= ~(Word{1} << own->second % kWordBits);
        used[sets.size()] = static_cast<Rule>(rule);
        sets.push_back(taken);
    }
    std::array<RuleSums, kRules> sums{};
    crowd_.kernel.take_away(sets, sighting.everybody_.data(), sketch.words(), sighting.left_.data(), sums.data());
    sighting.sums_.fill({});
    for (std::size_t k = 0; k < sets.size(); ++k) sighting.sums_[static_cast<std::size_t>(used[k])] = sums[k];
}

}  // namespace matching::engine
