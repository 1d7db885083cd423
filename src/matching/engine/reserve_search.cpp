#include "matching/engine/reserve_search.hpp"

#include <algorithm>

namespace matching::engine {

namespace {

std::vector<Couple> by_mentor(std::vector<Couple> couples) {
    std::sort(couples.begin(), couples.end());
    return couples;
}

std::vector<Couple> open_couples(Snapshot const& snapshot) {
    auto const bans = by_mentor(snapshot.bans);
    std::vector<Couple> open;
    for (auto const& c : snapshot.candidates)
        if (Couple const couple{c.mentor, c.mentee}; !std::binary_search(bans.begin(), bans.end(), couple))
            open.push_back(couple);
    return open;
}

}  // namespace

ReserveSearch::ReserveSearch(Snapshot const& snapshot, SuggestionLists const& lists, std::vector<Couple> const& held)
    : lists_(lists), open_(snapshot, open_couples(snapshot)), by_held_(snapshot, held) {
    for (Index i = 0; i < snapshot.mentors.size(); ++i)
        if (std::ssize(by_held_.of_mentors[i]) < snapshot.mentors[i].capacity) free_mentors_.push_back(i);
    for (Index j = 0; j < snapshot.mentees.size(); ++j)
        mentee_is_free_.push_back(std::ssize(by_held_.of_mentees[j]) < snapshot.mentees[j].capacity);
}

std::vector<Couple> ReserveSearch::replace(Couple lost) {
    start(lost);
    while (!queue_.empty()) {
        auto const node = queue_.front();
        queue_.pop_front();
        if (node.cost == cost_[node.mentor]) leave(node, lost);
    }
    return new_couples_on_the_way();
}

void ReserveSearch::start(Couple lost) {
    cost_.assign(open_.of_mentors.size(), kFar);
    came_by_.assign(open_.of_mentors.size(), kNoStep);
    queue_.clear();
    best_cost_ = kFar;
    reach(lost.mentor, 0, kNoStep);
    for (auto const mentor : free_mentors_) reach(mentor, 0, kNoStep);
}

void ReserveSearch::leave(Node const& node, Couple lost) {
    for (auto const mentee : open_.of_mentors[node.mentor]) {
        ++looks_;
        auto const is_end = mentee == lost.mentee || mentee_is_free_[mentee];
        // Most lead nowhere new, so that is asked before what the couple itself is.
        if (!is_end && !leads_on(mentee, node.cost)) continue;
        Couple const step{node.mentor, mentee};
        auto const is_new = !lists_.holds(step);
        if (step == lost || is_held(step) || (is_new && !lists_.have_room(step))) continue;
        auto const cost = node.cost + static_cast<int>(is_new);
        if (!is_end) {
            for (auto const holder : by_held_.of_mentees[mentee]) reach(holder, cost, step);
        } else if (cost < best_cost_) {
            best_cost_ = cost;
            best_end_ = step;
        }
    }
}

// Whether somebody who holds the mentee was not reached for as little.
bool ReserveSearch::leads_on(Index mentee, int cost) const {
    auto const& holders = by_held_.of_mentees[mentee];
    return std::any_of(holders.begin(), holders.end(), [&](Index holder) { return cost < cost_[holder]; });
}

void ReserveSearch::reach(Index mentor, int cost, Couple by) {
    if (cost >= cost_[mentor] || cost >= best_cost_) return;
    cost_[mentor] = cost;
    came_by_[mentor] = by;
    if (queue_.empty() || cost <= queue_.front().cost)
        queue_.push_front({mentor, cost});
    else
        queue_.push_back({mentor, cost});
}

std::vector<Couple> ReserveSearch::new_couples_on_the_way() const {
    std::vector<Couple> couples;
    if (best_cost_ == kFar || best_cost_ == 0) return couples;
    for (auto step = best_end_; step != kNoStep; step = came_by_[step.mentor])
        if (!lists_.holds(step)) couples.push_back(step);
    return couples;
}

bool ReserveSearch::is_held(Couple couple) const {
    auto const& held = by_held_.of_mentors[couple.mentor];
    return std::find(held.begin(), held.end(), couple.mentee) != held.end();
}

}  // namespace matching::engine
