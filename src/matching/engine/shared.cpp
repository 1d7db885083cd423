#include "matching/engine/shared.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "matching/engine/draw.hpp"

namespace matching::engine {

namespace {

using SidePlaces = std::vector<std::int32_t>;

SidePlaces capacities_of(std::vector<Participant> const& side) {
    SidePlaces places;
    for (auto const& participant : side) places.push_back(participant.capacity);
    return places;
}

void set_capacities(std::vector<Participant>& side, SidePlaces const& places) {
    for (std::size_t i = 0; i < side.size(); ++i) side[i].capacity = places[i];
}

// In the order of the draw, so that which branch is looked at first depends on nobody's row.
void put_in_draw(Snapshot& snapshot) {
    std::sort(snapshot.shared.begin(), snapshot.shared.end(), [&](Shared const& a, Shared const& b) {
        auto const& one = snapshot.mentors[a.mentor].identity;
        auto const& other = snapshot.mentors[b.mentor].identity;
        return std::pair(draw_number(snapshot.seed, one), one) < std::pair(draw_number(snapshot.seed, other), other);
    });
}

// What the placed locks leave: the same people, fewer places, no locks.
Snapshot without_locks(Snapshot const& snapshot, Market const& market) {
    auto rest = snapshot;
    rest.locks.clear();
    for (std::size_t i = 0; i < market.mentors.size(); ++i)
        rest.mentors[market.mentors[i]].capacity = market.mentor_places[i];
    for (std::size_t j = 0; j < market.mentees.size(); ++j)
        rest.mentees[market.mentees[j]].capacity = market.mentee_places[j];
    for (auto const& lock : market.placed_locks) {
        rest.bans.push_back(lock);
        for (auto& both : rest.shared)
            both.places -= static_cast<std::int32_t>(both.mentor == lock.mentor) +
                           static_cast<std::int32_t>(both.mentee == lock.mentee);
    }
    for (auto const& both : rest.shared) {
        auto& mentor = rest.mentors[both.mentor].capacity;
        auto& mentee = rest.mentees[both.mentee].capacity;
        mentor = std::min(mentor, both.places);
        mentee = std::min(mentee, both.places);
    }
    put_in_draw(rest);
    return rest;
}

std::int32_t load_of(std::vector<Couple> const& couples, Index Couple::*side, Index person) {
    return static_cast<std::int32_t>(
        std::count_if(couples.begin(), couples.end(), [&](Couple const& couple) { return couple.*side == person; }));
}

class Branching {
  public:
    Branching(Snapshot rest, Progress const& progress, std::size_t most)
        : rest_(std::move(rest)), progress_(progress), most_(most) {
        for (auto const& c : rest_.candidates)
            worth_.emplace(Couple{c.mentor, c.mentee}, worth_of_couple(c.benefit, rest_.priority));
    }

    // False when the tree would be larger than it may be.
    base::Result<bool> grow() {
        TRY_VOID(grow_from(capacities_of(rest_.mentors), capacities_of(rest_.mentees)));
        return !is_too_large_;
    }
    [[nodiscard]] std::vector<Couple> const& couples() const { return best_; }
    [[nodiscard]] std::vector<ProofBranch>& proof() { return proof_; }

  private:
    base::Result<std::size_t> grow_from(SidePlaces const& mentors, SidePlaces const& mentees) {
        auto const at = proof_.size();
        proof_.emplace_back();
        is_too_large_ = is_too_large_ || proof_.size() > most_;
        if (is_too_large_) return at;
        auto narrowed = rest_;
        narrowed.shared.clear();
        set_capacities(narrowed.mentors, mentors);
        set_capacities(narrowed.mentees, mentees);
        TRY(answer, assign(narrowed, progress_));
        auto const worth = worth_of(answer.couples);
        auto const over = best_worth_ && worth <= *best_worth_ ? std::nullopt : first_over(answer.couples);
        if (!over) {
            keep_if_better(answer.couples, worth);
            proof_[at].mentor_prices = std::move(answer.mentor_prices);
            proof_[at].mentee_prices = std::move(answer.mentee_prices);
            return at;
        }
        auto const& both = rest_.shared[*over];
        auto const teaches = load_of(answer.couples, &Couple::mentor, both.mentor);
        auto const learns = load_of(answer.couples, &Couple::mentee, both.mentee);
        auto const most_teaching = (both.places - learns + teaches - 1) / 2;
        auto fewer_mentors = mentors;
        fewer_mentors[both.mentor] = most_teaching;
        auto fewer_mentees = mentees;
        fewer_mentees[both.mentee] = both.places - most_teaching - 1;
        TRY(one, grow_from(fewer_mentors, mentees));
        TRY(other, grow_from(mentors, fewer_mentees));
        proof_[at].split = ProofSplit{both.mentor, both.mentee, both.places, most_teaching, one, other};
        return at;
    }

    [[nodiscard]] Worth worth_of(std::vector<Couple> const& couples) const {
        Worth sum;
        for (auto const& couple : couples) sum += worth_.at(couple);
        return sum;
    }
    [[nodiscard]] std::optional<std::size_t> first_over(std::vector<Couple> const& couples) const {
        for (std::size_t i = 0; i < rest_.shared.size(); ++i) {
            auto const& both = rest_.shared[i];
            if (load_of(couples, &Couple::mentor, both.mentor) + load_of(couples, &Couple::mentee, both.mentee) >
                both.places)
                return i;
        }
        return std::nullopt;
    }
    void keep_if_better(std::vector<Couple> const& couples, Worth worth) {
        if (best_worth_ && worth <= *best_worth_) return;
        best_ = couples;
        best_worth_ = worth;
    }

    Snapshot rest_;
    Progress const& progress_;
    std::size_t most_;
    std::map<Couple, Worth> worth_;
    std::vector<Couple> best_;
    std::optional<Worth> best_worth_;
    std::vector<ProofBranch> proof_;
    bool is_too_large_ = false;
};

// One place after the other, the first to teach: whoever brings the topic is what most programmes are short of.
DividedPlaces divided(Snapshot const& rest) {
    DividedPlaces places{capacities_of(rest.mentors), capacities_of(rest.mentees)};
    for (auto const& both : rest.shared) {
        auto& teaches = places.mentors[both.mentor];
        auto& learns = places.mentees[both.mentee];
        auto const half = (both.places + 1) / 2;
        auto const most_teaching = std::max(std::min(teaches, half), both.places - learns);
        teaches = std::min(teaches, most_teaching);
        learns = std::min(learns, both.places - teaches);
    }
    return places;
}

base::Result<Assignment> assign_divided(Snapshot rest, Progress const& progress) {
    auto places = divided(rest);
    rest.shared.clear();
    set_capacities(rest.mentors, places.mentors);
    set_capacities(rest.mentees, places.mentees);
    TRY(assignment, assign(rest, progress));
    assignment.divided = std::move(places);
    return assignment;
}

base::Result<Assignment> assign_rest(Snapshot const& rest, Progress const& progress, std::size_t most_branches) {
    if (rest.objective != Objective::best) return assign_divided(rest, progress);
    Branching branching(rest, progress, most_branches);
    TRY(is_whole, branching.grow());
    if (!is_whole) return assign_divided(rest, progress);
    Assignment assignment;
    assignment.couples = branching.couples();
    assignment.proof = std::move(branching.proof());
    return assignment;
}

}  // namespace

base::Result<Assignment> assign_shared(Snapshot const& snapshot, Progress const& progress, std::size_t most_branches) {
    auto const market = open_market(snapshot);
    TRY(assignment, assign_rest(without_locks(snapshot, market), progress, most_branches));
    assignment.unplaced_locks = market.unplaced_locks;
    assignment.couples.insert(assignment.couples.end(), market.placed_locks.begin(), market.placed_locks.end());
    std::sort(assignment.couples.begin(), assignment.couples.end());
    return assignment;
}

}  // namespace matching::engine
