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
        raised_for_them.candidates = snapshot_.candidates.transformed([&](Candidate c) {
            if (std::binary_search(couples_.begin(), couples_.end(), Couple{c.mentor, c.mentee}))
                for (auto* benefit : {&c.mentor_benefit, &c.mentee_benefit, &c.benefit})
                    *benefit = raised(*benefit, bonus);
            return c;
        });
        TRY(assignment, assign(raised_for_them, progress_));
        std::vector<Couple> kept;
        std::set_intersection(couples_.begin(), couples_.end(), assignment.couples.begin(), assignment.couples.end(),
                              std::back_inserter(kept));
        auto const moves = std::ssize(couples_) - std::ssize(kept);
        return Kept{std::move(raised_for_them), std::move(assignment), bonus, moves};
    }

  private:
    Snapshot const& snapshot_;
    std::vector<Couple> const& couples_;
    Progress const& progress_;
};

}  // namespace

base::Result<Kept> assign_keeping(Snapshot const& snapshot, Keeping const& keeping, Progress const& progress) {
    if (keeping.bonus < 0 || keeping.bonus > kMostBonus) return bonus_out_of_range();
    if (keeping.most_moves && snapshot.objective == Objective::stable) return moves_without_bound();
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
    TRY(fewest, keeper.with(kMostBonus));
    if (fewest.moves > *keeping.most_moves) return too_few_moves(fewest.moves);
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
