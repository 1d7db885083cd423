#include "matching/engine/floor_check.hpp"

#include <algorithm>
#include <compare>
#include <limits>

namespace matching::engine {

namespace {

// How something compares with its prices, and whether only the prices of the sum decided it.
struct Comparison {
    std::strong_ordering order = std::strong_ordering::equal;
    bool is_by_sum = false;

    [[nodiscard]] Flaw flaw() const { return is_by_sum ? Flaw::prices_do_not_prove : Flaw::floor_does_not_prove; }
};

class FloorCheck {
  public:
    explicit FloorCheck(FairResult const& result)
        : result_(result), assignment_(result.assignment), proof_(*result.assignment.floors) {}

    [[nodiscard]] Flaw run() {
        if (!is_whole()) return Flaw::floor_missing;
        for (auto const flaw : {flaw_of_counts(), flaw_of_end()})
            if (flaw != Flaw::none) return flaw;
        count_loads();
        for (auto const flaw : {flaw_of_people(true), flaw_of_people(false), flaw_of_held()})
            if (flaw != Flaw::none) return flaw;
        return flaw_of_others();
    }

  private:
    [[nodiscard]] bool is_whole() const {
        auto const are_of_everybody = [&](auto const& of_mentors, auto const& of_mentees) {
            return of_mentors.size() == result_.mentors.size() && of_mentees.size() == result_.mentees.size();
        };
        return !proof_.floors.empty() && proof_.floors.size() <= kMostFloors &&
               are_of_everybody(proof_.of_all.mentors, proof_.of_all.mentees) &&
               are_of_everybody(assignment_.mentor_prices, assignment_.mentee_prices) &&
               std::all_of(proof_.floors.begin(), proof_.floors.end(), [&](Floor const& floor) {
                   return are_of_everybody(floor.mentor_prices, floor.mentee_prices);
               });
    }

    [[nodiscard]] Flaw flaw_of_counts() const {
        auto before = std::numeric_limits<std::int64_t>::min();
        for (auto const& floor : proof_.floors) {
            if (floor.benefit <= before) return Flaw::floor_miscounted;
            std::int64_t couples = 0;
            for (auto const& held : result_.held) {
                if (held.benefit > before && held.benefit < floor.benefit) return Flaw::below_floor;
                couples += static_cast<std::int64_t>(held.benefit == floor.benefit);
            }
            if (couples == 0 || couples != floor.couples) return Flaw::floor_miscounted;
            before = floor.benefit;
        }
        return Flaw::none;
    }

    // That a floor more would have been too much work is the one thing that cannot be proved.
    [[nodiscard]] Flaw flaw_of_end() const {
        auto const above = std::any_of(result_.held.begin(), result_.held.end(), [&](Candidate const& held) {
            return held.benefit > proof_.floors.back().benefit;
        });
        auto const is_most = proof_.floors.size() == kMostFloors;
        auto const end = !above ? FloorsEnd::nothing_above : is_most ? FloorsEnd::most_floors : FloorsEnd::most_work;
        return proof_.end == end ? Flaw::none : Flaw::floors_end_wrong;
    }

    void count_loads() {
        mentor_load_.assign(result_.mentors.size(), 0);
        mentee_load_.assign(result_.mentees.size(), 0);
        for (auto const& held : result_.held) {
            ++mentor_load_[held.mentor];
            ++mentee_load_[held.mentee];
        }
    }

    [[nodiscard]] Flaw flaw_of_people(bool are_mentors) const {
        auto const& cover = are_mentors ? proof_.of_all.mentors : proof_.of_all.mentees;
        auto const& sums = are_mentors ? assignment_.mentor_prices : assignment_.mentee_prices;
        auto const& places = are_mentors ? result_.mentors : result_.mentees;
        auto const& load = are_mentors ? mentor_load_ : mentee_load_;
        for (std::size_t i = 0; i < places.size(); ++i) {
            auto const price = price_of(cover[i], sums[i], [&](Floor const& floor) {
                return (are_mentors ? floor.mentor_prices : floor.mentee_prices)[i];
            });
            if (price.order < 0) return Flaw::price_negative;
            if (price.order > 0 && load[i] < places[i]) return price.flaw();
        }
        return Flaw::none;
    }
    template <class PriceAt>
    [[nodiscard]] Comparison price_of(bool is_in_cover, Worth sum, PriceAt price_at) const {
        if (is_in_cover) return {std::strong_ordering::greater};
        for (auto const& floor : proof_.floors)
            if (auto const price = price_at(floor); price != 0) return {price <=> 0};
        return {sum <=> Worth{}, true};
    }

    [[nodiscard]] Flaw flaw_of_held() const {
        for (auto const& held : result_.held)
            if (auto const found = compare(held.mentor, held.mentee, held.benefit); found.order < 0)
                return found.flaw();
        return Flaw::none;
    }

    [[nodiscard]] Flaw flaw_of_others() const {
        auto flaw = Flaw::none;
        auto const& rows = result_.candidates;
        rows.with_cells([&](auto cells) {
            for (Index mentor = 0; mentor < result_.mentors.size(); ++mentor) {
                auto const first = rows.first_of(mentor);
                for (auto const& cell : cells.subspan(first, rows.first_of(std::size_t{mentor} + 1) - first)) {
                    auto const found = compare(mentor, cell.mentee(), cell.benefit());
                    if (found.order > 0 && result_.is_free({mentor, cell.mentee()})) flaw = found.flaw();
                }
            }
        });
        return flaw;
    }

    // What the couple is worth against the prices of the two.
    [[nodiscard]] Comparison compare(Index mentor, Index mentee, std::int32_t benefit) const {
        auto const covered =
            static_cast<int>(proof_.of_all.mentors[mentor]) + static_cast<int>(proof_.of_all.mentees[mentee]);
        if (covered != 1) return {1 <=> covered};
        auto before = std::numeric_limits<std::int64_t>::min();
        for (auto const& floor : proof_.floors) {
            if (benefit > before && benefit < floor.benefit) return {std::strong_ordering::less};
            auto const worth = -static_cast<std::int64_t>(benefit == floor.benefit);
            auto const prices = std::int64_t{floor.mentor_prices[mentor]} + floor.mentee_prices[mentee];
            if (worth != prices) return {worth <=> prices};
            before = floor.benefit;
        }
        auto const sum = assignment_.mentor_prices[mentor] + assignment_.mentee_prices[mentee];
        return {worth_of_couple(benefit, Priority::most_pairs) <=> sum, true};
    }

    FairResult const& result_;
    Assignment const& assignment_;
    FloorProof const& proof_;
    std::vector<std::int32_t> mentor_load_;
    std::vector<std::int32_t> mentee_load_;
};

}  // namespace

Flaw flaw_of_floors(FairResult const& result) {
    if (!result.assignment.floors) return Flaw::floor_missing;
    return FloorCheck(result).run();
}

}  // namespace matching::engine
