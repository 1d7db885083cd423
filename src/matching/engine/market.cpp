#include "matching/engine/market.hpp"

#include <algorithm>

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

class LockPlacer {
  public:
    // `shared`: people by number on both sides.
    LockPlacer(Market& market, std::vector<Couple> const& bans, std::vector<Couple> const& allowed,
               std::vector<Shared> shared)
        : market_(market), bans_(bans), allowed_(allowed), shared_(std::move(shared)) {}

    void place(Couple lock) {
        auto const nobody = [](Couple) { return false; };
        if (contains(bans_, lock)) return refuse(lock, LockFlaw::apart, nobody);
        if (!contains(allowed_, lock)) return refuse(lock, LockFlaw::not_available, nobody);
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
    std::vector<Couple> const& allowed_;
    std::vector<Shared> shared_;
    std::vector<Couple> placed_;
};

std::vector<Candidate> candidates_in_draw(Snapshot const& snapshot, std::vector<Index> const& mentor_number,
                                          std::vector<Index> const& mentee_number) {
    auto candidates = snapshot.candidates;
    for (auto& candidate : candidates) {
        candidate.mentor = mentor_number[candidate.mentor];
        candidate.mentee = mentee_number[candidate.mentee];
    }
    std::sort(candidates.begin(), candidates.end(), [](Candidate const& a, Candidate const& b) {
        return Couple{a.mentor, a.mentee} < Couple{b.mentor, b.mentee};
    });
    return candidates;
}

void lay_out_options(Market& market, std::vector<Candidate> const& candidates, std::vector<Couple> const& left_out) {
    market.first_option.assign(market.mentors.size() + 1, 0);
    market.options.reserve(candidates.size());
    for (auto const& candidate : candidates) {
        if (contains(left_out, {candidate.mentor, candidate.mentee})) continue;
        market.options.push_back(
            {candidate.mentee, candidate.mentor_benefit, candidate.mentee_benefit, candidate.benefit});
        ++market.first_option[candidate.mentor + 1];
    }
    for (std::size_t i = 0; i < market.mentors.size(); ++i) market.first_option[i + 1] += market.first_option[i];
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
    auto const candidates = candidates_in_draw(snapshot, mentor_number, mentee_number);
    auto const bans = in_draw(snapshot.bans, mentor_number, mentee_number);

    std::vector<Couple> allowed;
    allowed.reserve(candidates.size());
    for (auto const& candidate : candidates) allowed.push_back({candidate.mentor, candidate.mentee});
    auto shared = snapshot.shared;
    for (auto& both : shared) both = {mentor_number[both.mentor], mentee_number[both.mentee], both.places};
    LockPlacer placer(market, bans, allowed, std::move(shared));
    for (auto const& lock : in_draw(snapshot.locks, mentor_number, mentee_number)) placer.place(lock);

    auto left_out = bans;
    for (auto const& lock : placer.placed()) {
        left_out.push_back(lock);
        market.placed_locks.push_back({market.mentors[lock.mentor], market.mentees[lock.mentee]});
    }
    std::sort(left_out.begin(), left_out.end());
    lay_out_options(market, candidates, left_out);
    return market;
}

}  // namespace matching::engine
