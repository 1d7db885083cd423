#include <algorithm>

#include "matching/engine/sieve.hpp"

namespace matching::engine {

namespace {

// Whoever could be in one line with somebody stands above, below or under a near manager: few, so each is asked about.
class LineSieve : public Sieve {
  public:
    explicit LineSieve(Crowd const& crowd)
        : crowd_(crowd), unknown_(1, crowd.words()), at_place_(crowd.tree.size()), reports_(crowd.tree.size()) {
        for (Index i = 0; i < crowd.people.size(); ++i) {
            auto const place = crowd.people[i].place;
            at_place_[place].push_back(i);
            in_pre_order_.emplace_back(crowd.tree.span(place).first, i);
            if (!crowd.tree.place(place).is_known) unknown_.set(0, i);
        }
        std::sort(in_pre_order_.begin(), in_pre_order_.end());
        for (Index place = 0; place < crowd.tree.size(); ++place)
            if (auto const manager = crowd.tree.place(place).manager) reports_[*manager].push_back(place);
    }

    void take_from(Profile const& looking, Sketch& sketch) const override {
        auto const& own = crowd_.tree.place(looking.place);
        auto* const unknown = sketch.taken_by(Rule::unknown_line);
        if (!own.is_known) {
            for (Index i = 0; i < crowd_.people.size(); ++i) sketch.take(Rule::unknown_line, i);
            return;
        }
        crowd_.kernel.unite(unknown, unknown_.row(0), sketch.words());
        ask_those_under(looking.place, looking.place, sketch);
        auto steps = 0;
        for (auto manager = own.manager; manager; manager = crowd_.tree.place(*manager).manager, ++steps) {
            ask_those_at(*manager, looking.place, sketch);
            if (steps < kNearManagers) ask_reports_of(*manager, looking.place, sketch);
        }
    }

  private:
    static constexpr int kNearManagers = 2;

    void ask_those_at(Index place, Index own, Sketch& sketch) const {
        for (auto const person : at_place_[place]) ask(person, own, sketch);
    }
    void ask_those_under(Index top, Index own, Sketch& sketch) const {
        auto const [first, last] = crowd_.tree.span(top);
        auto at = std::lower_bound(in_pre_order_.begin(), in_pre_order_.end(), std::pair{first, Index{0}});
        for (; at != in_pre_order_.end() && at->first <= last; ++at) ask(at->second, own, sketch);
    }
    void ask_reports_of(Index manager, Index own, Sketch& sketch) const {
        if (crowd_.tree.place(manager).is_above_more_than_half) return;
        for (auto const report : reports_[manager]) {
            ask_those_at(report, own, sketch);
            for (auto const below : reports_[report]) ask_those_at(below, own, sketch);
        }
    }
    void ask(Index person, Index own, Sketch& sketch) const {
        switch (crowd_.tree.flaw_between(own, crowd_.people[person].place)) {
            case LineFlaw::above:
                return sketch.take(Rule::above, person);
            case LineFlaw::common_manager:
                return sketch.take(Rule::common_manager, person);
            case LineFlaw::none:
            case LineFlaw::unknown_line:
                return;
        }
    }

    Crowd crowd_;
    BitRows unknown_;
    std::vector<std::vector<Index>> at_place_;           // people
    std::vector<std::vector<Index>> reports_;            // places
    std::vector<std::pair<Index, Index>> in_pre_order_;  // pre-order number, person
};

}  // namespace

std::unique_ptr<Sieve> make_line_sieve(Crowd const& crowd) {
    return std::make_unique<LineSieve>(crowd);
}

}  // namespace matching::engine
