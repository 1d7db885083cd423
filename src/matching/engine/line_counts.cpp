#include "matching/engine/line_counts.hpp"

#include <optional>

namespace matching::engine {

namespace {

// How many of each list stand somewhere.
struct TwoSides {
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;

    TwoSides& operator+=(TwoSides const& more) {
        mentors += more.mentors;
        mentees += more.mentees;
        return *this;
    }
    [[nodiscard]] std::int64_t pairs() const { return mentors * mentees; }
};

// Of two who differ: one as mentor with the other as mentee, either way round.
std::int64_t pairs_between(TwoSides const& one, TwoSides const& other) {
    return one.mentors * other.mentees + one.mentees * other.mentors;
}

class LineCounter {
  public:
    LineCounter(ReportingTree const& tree, std::vector<Index> const& mentors, std::vector<Index> const& mentees)
        : tree_(tree), everybody_(tree.size()), known_(tree.size()) {
        for (auto const person : mentors) everybody_[person].mentors = 1;
        for (auto const person : mentees) everybody_[person].mentees = 1;
        for (Index person = 0; person < tree.size(); ++person)
            if (tree.place(person).is_known) known_[person] = everybody_[person];
    }

    LineCounts count() {
        LineCounts counts;
        counts.pairs = pairs_of_different_people(everybody_);
        counts.unknown_line = counts.pairs - pairs_of_different_people(known_);
        counts.opened = count_opened();
        counts.above = count_above() - counts.opened;
        counts.common_manager = count_common_managers();
        return counts;
    }

  private:
    static std::int64_t pairs_of_different_people(std::vector<TwoSides> const& people) {
        TwoSides all;
        std::int64_t same_person = 0;
        for (auto const& one : people) {
            all += one;
            same_person += one.pairs();
        }
        return all.pairs() - same_person;
    }

    // Everybody under somebody is one stretch of the pre-order.
    [[nodiscard]] std::int64_t count_above() const {
        std::vector<TwoSides> before(known_.size() + 1);
        for (Index person = 0; person < known_.size(); ++person) before[tree_.span(person).first + 1] = known_[person];
        for (std::size_t at = 1; at < before.size(); ++at) before[at] += before[at - 1];
        std::int64_t pairs = 0;
        for (Index person = 0; person < known_.size(); ++person) {
            auto const [first, last] = tree_.span(person);
            auto const& until = before[last + 1];
            auto const& from = before[first + 1];
            pairs += pairs_between(known_[person], {until.mentors - from.mentors, until.mentees - from.mentees});
        }
        return pairs;
    }

    [[nodiscard]] std::int64_t count_opened() const {
        std::int64_t pairs = 0;
        for (Index top = 0; top < known_.size(); ++top) {
            auto const& place = tree_.place(top);
            if (!place.is_opened || !place.is_above_more_than_half) continue;
            for (Index below = 0; below < known_.size(); ++below)
                if (tree_.steps_up(below, top).value_or(0) >= tree_.opens_from(top))
                    pairs += pairs_between(known_[top], known_[below]);
        }
        return pairs;
    }

    // A manager that counts as a common one.
    [[nodiscard]] std::optional<Index> counted_manager(std::optional<Index> person) const {
        if (!person) return std::nullopt;
        auto const manager = tree_.place(*person).manager;
        if (!manager || tree_.place(*manager).is_above_more_than_half) return std::nullopt;
        return manager;
    }

    // Those within two steps under a manager share them; two who share both were counted twice; nobody is a partner
    // of their own; and a direct manager, who shares the manager above with their people, was counted under (i).
    std::int64_t count_common_managers() {
        std::vector<TwoSides> direct(known_.size());
        std::vector<TwoSides> within_two(known_.size());
        std::int64_t pairs = 0;
        for (Index person = 0; person < known_.size(); ++person) {
            auto const manager = tree_.place(person).manager;
            if (!manager) continue;
            direct[*manager] += known_[person];
            within_two[*manager] += known_[person];
            auto const second = tree_.place(*manager).manager;
            if (second) within_two[*second] += known_[person];
            if (counted_manager(person) || counted_manager(manager)) pairs -= known_[person].pairs();
            if (counted_manager(manager)) pairs -= pairs_between(known_[person], known_[*manager]);
        }
        for (Index manager = 0; manager < known_.size(); ++manager) {
            if (tree_.place(manager).is_above_more_than_half) continue;
            pairs += within_two[manager].pairs();
            if (counted_manager(manager)) pairs -= direct[manager].pairs();
        }
        return pairs;
    }

    ReportingTree const& tree_;
    std::vector<TwoSides> everybody_;
    std::vector<TwoSides> known_;
};

}  // namespace

LineCounts count_line_flaws(ReportingTree const& tree, std::vector<Index> const& mentors,
                            std::vector<Index> const& mentees) {
    return LineCounter(tree, mentors, mentees).count();
}

}  // namespace matching::engine
