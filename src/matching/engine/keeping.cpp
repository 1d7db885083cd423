#include "matching/engine/keeping.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace matching::engine {

namespace {

base::Refusal bonus_out_of_range() {
    return {base::RefusalKind::invalid,
            "bonus_out_of_range",
            "A bonus lies between 0 and " + std::to_string(kMostBonus) + ".",
            {},
            {{"most", std::to_string(kMostBonus)}}};
}
base::Refusal couple_of_before_unknown() {
    return {base::RefusalKind::invalid,
            "couple_unknown",
            "A couple of before names somebody who does not take part.",
            {},
            {}};
}
base::Refusal moves_without_bound() {
    return {base::RefusalKind::invalid,
            "moves_without_bound",
            "A stable answer cannot be held to a number of moves; give a bonus.",
            {},
            {}};
}
base::Refusal too_few_moves(std::int64_t least) {
    return {base::RefusalKind::conflict,
            "too_few_moves",
            "So few moves would leave somebody without a partner who could have one; it takes " +
                std::to_string(least) + ".",
            {},
            {{"least", std::to_string(least)}}};
}

std::int32_t raised(std::int32_t benefit, std::int32_t bonus) {
    auto const sum = std::int64_t{benefit} + bonus;
    return static_cast<std::int32_t>(std::min<std::int64_t>(sum, std::numeric_limits<std::int32_t>::max()));
}

class Keeper {
  public:
    // `couples` in order.
    Keeper(Snapshot const& snapshot, std::vector<Couple> const& couples, Progress const& progress)
        : snapshot_(snapshot), couples_(couples), progress_(progress) {}

    base::Result<Kept> with(std::int32_t bonus) const {
        auto raised_for_them = snapshot_;
        if (!couples_.empty())
            raised_for_them.candidates = snapshot_.candidates.transformed([&](Candidate c) {
                if (std::binary_search(couples_.begin(), couples_.end(), Couple{c.mentor, c.mentee}))
                    for (auto* benefit : {&c.mentor_benefit, &c.mentee_benefit, &c.benefit})
                        *benefit = raised(*benefit, bonus);
                return c;
            });
        TRY(assignment, assign(raised_for_them, progress_));
        auto const moves = std::ssize(couples_) - std::ssize(kept_of(assignment));
        return Kept{std::move(raised_for_them), std::move(assignment), bonus, moves, 0};
    }

    // No greater one keeps more: with it one couple of before outweighs whatever all others could gain.
    [[nodiscard]] std::int32_t greatest_bonus() const {
        std::int64_t least = 0;
        std::int64_t most = 0;
        snapshot_.candidates.for_each([&](Candidate const& c) {
            least = std::min<std::int64_t>(least, c.benefit);
            most = std::max<std::int64_t>(most, c.benefit);
        });
        std::int64_t places = 0;
        for (auto const& mentor : snapshot_.mentors) places += mentor.capacity;
        auto const pairs = std::min(places, static_cast<std::int64_t>(snapshot_.candidates.size()));
        return static_cast<std::int32_t>(std::min<std::int64_t>(kMostBonus, (most - least) * pairs + 1));
    }

    // No bonus keeps to it.
    base::Result<Kept> holding(std::int64_t most_moves) const {
        TRY(fewest, give_up_fewest(snapshot_));
        if (fewest.moves > most_moves) return too_few_moves(fewest.moves);
        auto held = snapshot_;
        if (snapshot_.objective == Objective::fair)
            TRY_VOID(raise_floor(held, {std::ssize(fewest.assignment.couples), most_moves}));
        TRY(above, give_up_fewest(held));
        auto lasting = kept_of(above.assignment);
        put_least_last(lasting);
        lasting.resize(static_cast<std::size_t>(
            std::clamp<std::int64_t>(std::ssize(couples_) - most_moves, 0, std::ssize(lasting))));
        held.locks.insert(held.locks.end(), lasting.begin(), lasting.end());
        TRY(assignment, assign(held, progress_));
        auto const moves = std::ssize(couples_) - std::ssize(kept_of(assignment));
        return Kept{std::move(held), std::move(assignment), 0, moves, std::ssize(lasting)};
    }

  private:
    struct Bound {
        std::int64_t pairs = 0;  // no fewer
        std::int64_t moves = 0;  // no more
    };

    [[nodiscard]] bool is_of_before(Candidate const& c) const {
        return std::binary_search(couples_.begin(), couples_.end(), Couple{c.mentor, c.mentee});
    }
    [[nodiscard]] std::vector<Couple> kept_of(Assignment const& assignment) const {
        std::vector<Couple> kept;
        std::set_intersection(couples_.begin(), couples_.end(), assignment.couples.begin(), assignment.couples.end(),
                              std::back_inserter(kept));
        return kept;
    }

    // Couples of before are worth 1 and all others nothing: of the largest answers one that gives up fewest.
    [[nodiscard]] base::Result<Kept> give_up_fewest(Snapshot const& among) const {
        auto counting = among;
        counting.objective = Objective::best;
        counting.priority = Priority::most_pairs;
        counting.candidates = among.candidates.transformed([&](Candidate const& c) {
            auto const worth = is_of_before(c) ? 1 : 0;
            return Candidate{c.mentor, c.mentee, worth, worth, worth};
        });
        TRY(assignment, assign(counting, progress_));
        auto const moves = std::ssize(couples_) - std::ssize(kept_of(assignment));
        return Kept{std::move(counting), std::move(assignment), 0, moves, 0};
    }

    // Leaves out who gains less than the greatest floor with which the bound can be kept, by halves. What somebody
    // locked stays, whatever it gains.
    [[nodiscard]] base::Result<bool> raise_floor(Snapshot& among, Bound const& bound) const {
        std::vector<std::int32_t> floors;
        snapshot_.candidates.for_each([&](Candidate const& c) { floors.push_back(c.benefit); });
        std::sort(floors.begin(), floors.end());
        floors.erase(std::unique(floors.begin(), floors.end()), floors.end());
        std::size_t kept = 0;  // the first floor leaves everybody in
        for (auto beyond = floors.size(); beyond - kept > 1;) {
            auto const middle = kept + (beyond - kept) / 2;
            auto const above = above_floor(floors[middle]);
            TRY(fewest, give_up_fewest(above));
            auto const does = std::ssize(fewest.assignment.couples) >= bound.pairs && fewest.moves <= bound.moves;
            (does ? kept : beyond) = middle;
        }
        if (!floors.empty()) among = above_floor(floors[kept]);
        return true;
    }
    [[nodiscard]] Snapshot above_floor(std::int32_t floor) const {
        auto above = snapshot_;
        erase_if(above.candidates, [&](Candidate const& c) {
            return c.benefit < floor &&
                   std::find(above.locks.begin(), above.locks.end(), Couple{c.mentor, c.mentee}) == above.locks.end();
        });
        return above;
    }

    void put_least_last(std::vector<Couple>& couples) const {
        std::vector<std::pair<Couple, std::int32_t>> benefits;
        snapshot_.candidates.for_each([&](Candidate const& c) {
            if (is_of_before(c)) benefits.emplace_back(Couple{c.mentor, c.mentee}, c.benefit);
        });
        std::sort(benefits.begin(), benefits.end());
        auto const benefit_of = [&](Couple couple) {
            return std::lower_bound(benefits.begin(), benefits.end(), std::pair(couple, INT32_MIN))->second;
        };
        std::stable_sort(couples.begin(), couples.end(),
                         [&](Couple a, Couple b) { return benefit_of(a) > benefit_of(b); });
    }

    Snapshot const& snapshot_;
    std::vector<Couple> const& couples_;
    Progress const& progress_;
};

}  // namespace

base::Result<bool> check_keeping(Keeping const& keeping, Objective objective) {
    if (keeping.bonus < 0 || keeping.bonus > kMostBonus) return bonus_out_of_range();
    if (keeping.most_moves && objective == Objective::stable) return moves_without_bound();
    return true;
}

base::Result<Kept> assign_keeping(Snapshot const& snapshot, Keeping const& keeping, Progress const& progress) {
    TRY_VOID(check_keeping(keeping, snapshot.objective));
    auto couples = keeping.couples;
    std::sort(couples.begin(), couples.end());
    couples.erase(std::unique(couples.begin(), couples.end()), couples.end());
    if (std::any_of(couples.begin(), couples.end(), [&](Couple c) {
            return c.mentor >= snapshot.mentors.size() || c.mentee >= snapshot.mentees.size();
        }))
        return couple_of_before_unknown();
    Keeper const keeper(snapshot, couples, progress);
    TRY(found, keeper.with(keeping.bonus));
    if (!keeping.most_moves || found.moves <= *keeping.most_moves) return found;
    TRY(fewest, keeper.with(std::max(keeping.bonus, keeper.greatest_bonus())));
    if (fewest.moves > *keeping.most_moves) {
        auto const pairs_come_first =
            snapshot.objective == Objective::fair || snapshot.priority == Priority::most_pairs;
        if (!pairs_come_first) return too_few_moves(fewest.moves);
        return keeper.holding(*keeping.most_moves);
    }
    auto too_little = keeping.bonus;
    while (fewest.bonus - too_little > 1) {
        TRY(middle, keeper.with(too_little + (fewest.bonus - too_little) / 2));
        if (middle.moves <= *keeping.most_moves)
            fewest = std::move(middle);
        else
            too_little = middle.bonus;
    }
    return fewest;
}

}  // namespace matching::engine
