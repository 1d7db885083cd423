#include "matching/engine/market.hpp"

#include <algorithm>
#include <type_traits>

#include "matching/engine/draw.hpp"

namespace matching::engine {

namespace {

std::vector<Index> inverse(std::vector<Index> const& order) {
    std::vector<Index> number(order.size());
    for (Index i = 0; i < order.size(); ++i) number[order[i]] = i;
    return number;
}

std::vector<std::int32_t> capacities_in_order(std::vector<Participant> const& side, std::vector<Index> const& order) {
    std::vector<std::int32_t> places;
    places.reserve(order.size());
    for (auto const i : order) places.push_back(side[i].capacity);
    return places;
}

// Couples as numbers in the draw, so that which lock is placed first depends on the draw and not on the rows.
std::vector<Couple> in_draw(std::vector<Couple> const& couples, std::vector<Index> const& mentor_number,
                            std::vector<Index> const& mentee_number) {
    std::vector<Couple> drawn;
    drawn.reserve(couples.size());
    for (auto const& couple : couples) drawn.push_back({mentor_number[couple.mentor], mentee_number[couple.mentee]});
    std::sort(drawn.begin(), drawn.end());
    drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
    return drawn;
}

bool contains(std::vector<Couple> const& sorted, Couple couple) {
    return std::binary_search(sorted.begin(), sorted.end(), couple);
}

// The candidates of each mentor, by position in the snapshot.
class CandidateRows {
  public:
    explicit CandidateRows(CandidateList const& candidates) : candidates_(candidates) {}

    // Calls `visit` with each cell (candidate_list.hpp).
    template <class Visit>
    void visit(Index mentor, Visit visit_cell) const {
        candidates_.with_cells([&](auto cells) {
            auto const first = candidates_.first_of(mentor);
            for (auto const& cell : cells.subspan(first, candidates_.first_of(std::size_t{mentor} + 1) - first))
                visit_cell(cell);
        });
    }
    [[nodiscard]] bool contain(Couple couple) const {
        bool found = false;
        visit(couple.mentor, [&](auto const& cell) { found = found || cell.mentee() == couple.mentee; });
        return found;
    }

  private:
    CandidateList const& candidates_;
};

class LockPlacer {
  public:
    // `shared`: people by number on both sides.
    LockPlacer(Market& market, std::vector<Couple> const& bans, CandidateRows const& rows, std::vector<Shared> shared)
        : market_(market), bans_(bans), rows_(rows), shared_(std::move(shared)) {}

    void place(Couple lock) {
        auto const nobody = [](Couple) { return false; };
        if (contains(bans_, lock)) return refuse(lock, LockFlaw::apart, nobody);
        if (!rows_.contain(in_snapshot(lock))) return refuse(lock, LockFlaw::not_available, nobody);
        if (market_.mentor_places[lock.mentor] == 0)
            return refuse(lock, LockFlaw::no_place, [&](Couple c) { return c.mentor == lock.mentor; });
        if (market_.mentee_places[lock.mentee] == 0)
            return refuse(lock, LockFlaw::no_place, [&](Couple c) { return c.mentee == lock.mentee; });
        for (auto const& both : shared_)
            if (both.places == 0 && is_about(both, lock))
                return refuse(lock, LockFlaw::no_place, [&](Couple c) { return is_about(both, c); });
        --market_.mentor_places[lock.mentor];
        --market_.mentee_places[lock.mentee];
        for (auto& both : shared_)
            if (is_about(both, lock)) --both.places;
        placed_.push_back(lock);
    }
    [[nodiscard]] std::vector<Couple> const& placed() const { return placed_; }

  private:
    static bool is_about(Shared const& both, Couple couple) {
        return both.mentor == couple.mentor || both.mentee == couple.mentee;
    }

    template <class Holds>
    void refuse(Couple lock, LockFlaw flaw, Holds holds) {
        UnplacedLock unplaced{in_snapshot(lock), flaw, {}};
        for (auto const& other : placed_)
            if (holds(other)) unplaced.against.push_back(in_snapshot(other));
        market_.unplaced_locks.push_back(std::move(unplaced));
    }
    [[nodiscard]] Couple in_snapshot(Couple c) const { return {market_.mentors[c.mentor], market_.mentees[c.mentee]}; }

    Market& market_;
    std::vector<Couple> const& bans_;
    CandidateRows const& rows_;
    std::vector<Shared> shared_;
    std::vector<Couple> placed_;
};

// An empty table that can hold them all.
OptionTable table_for(CandidateList const& candidates, std::size_t mentees) {
    std::int32_t least = 0;
    std::int32_t most = SmallCell::kMost;
    candidates.with_cells([&](auto cells) {
        if constexpr (std::is_same_v<decltype(cells), std::span<WideCell const>>)
            for (auto const& cell : cells) {
                least = std::min(least, cell.benefit());
                most = std::max(most, cell.benefit());
            }
    });
    OptionTable table(mentees, least, most);
    table.reserve(candidates.size());
    return table;
}

void lay_out_options(Market& market, CandidateRows const& rows, std::vector<Index> const& mentee_number,
                     std::vector<Couple> const& left_out) {
    market.first_option.assign(market.mentors.size() + 1, 0);
    for (Index number = 0; number < market.mentors.size(); ++number) {
        rows.visit(market.mentors[number], [&](auto const& cell) {
            auto const mentee = mentee_number[cell.mentee()];
            if (left_out.empty() || !contains(left_out, {number, mentee}))
                market.options.push_back({mentee, cell.benefit()});
        });
        market.options.order(market.first_option[number], market.options.size());
        market.first_option[number + 1] = static_cast<std::uint32_t>(market.options.size());
    }
}

void lay_out_own_benefits(Market& market, CandidateRows const& rows, std::vector<Index> const& mentee_number) {
    market.own_benefits.resize(market.options.size());
    std::vector<OwnBenefits> of_mentees(market.mentees.size());
    for (Index number = 0; number < market.mentors.size(); ++number) {
        rows.visit(market.mentors[number], [&](auto const& cell) {
            of_mentees[mentee_number[cell.mentee()]] = {cell.mentor_benefit(), cell.mentee_benefit()};
        });
        for (auto at = market.first_option[number]; at < market.first_option[number + 1]; ++at)
            market.own_benefits[at] = of_mentees[market.options[at].mentee];
    }
}

}  // namespace

Market open_market(Snapshot const& snapshot) {
    Market market;
    market.mentors = draw_order(snapshot.mentors, snapshot.seed);
    market.mentees = draw_order(snapshot.mentees, snapshot.seed);
    market.mentor_places = capacities_in_order(snapshot.mentors, market.mentors);
    market.mentee_places = capacities_in_order(snapshot.mentees, market.mentees);
    auto const mentor_number = inverse(market.mentors);
    auto const mentee_number = inverse(market.mentees);
    auto const bans = in_draw(snapshot.bans, mentor_number, mentee_number);
    CandidateRows const rows(snapshot.candidates);
    auto shared = snapshot.shared;
    for (auto& both : shared) both = {mentor_number[both.mentor], mentee_number[both.mentee], both.places};
    LockPlacer placer(market, bans, rows, std::move(shared));
    for (auto const& lock : in_draw(snapshot.locks, mentor_number, mentee_number)) placer.place(lock);

    auto left_out = bans;
    for (auto const& lock : placer.placed()) {
        left_out.push_back(lock);
        market.placed_locks.push_back({market.mentors[lock.mentor], market.mentees[lock.mentee]});
    }
    std::sort(left_out.begin(), left_out.end());
    market.options = table_for(snapshot.candidates, snapshot.mentees.size());
    lay_out_options(market, rows, mentee_number, left_out);
    if (snapshot.objective == Objective::stable || snapshot.objective == Objective::balanced)
        lay_out_own_benefits(market, rows, mentee_number);
    return market;
}

}  // namespace matching::engine
