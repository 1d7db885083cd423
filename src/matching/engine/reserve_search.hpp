#pragma once
// The way by which a couple of a largest set could be replaced, with as few new suggestions as can be: from its mentor
// (or any free place) over suggested and new couples to its mentee (or any free place), as moves of the others.
// Cheapest ways by a queue with two ends, since a step costs nothing or one.

#include <deque>
#include <limits>
#include <vector>

#include "matching/engine/neighbours.hpp"
#include "matching/engine/suggestion_lists.hpp"

namespace matching::engine {

class ReserveSearch {
  public:
    // `lists` must outlive it, and may grow; `held`: a largest set of what is on them.
    ReserveSearch(Snapshot const& snapshot, SuggestionLists const& lists, std::vector<Couple> const& held);

    // The couples to suggest besides, so that `lost` could be replaced; empty if there is no way, or nothing new is
    // needed.
    std::vector<Couple> replace(Couple lost);
    // Options looked at so far.
    [[nodiscard]] std::size_t looks() const { return looks_; }

  private:
    struct Node {
        Index mentor;
        int cost;
    };
    static constexpr int kFar = std::numeric_limits<int>::max();
    static constexpr Couple kNoStep{std::numeric_limits<Index>::max(), std::numeric_limits<Index>::max()};

    void start(Couple lost);
    void leave(Node const& node, Couple lost);
    [[nodiscard]] bool leads_on(Index mentee, int cost) const;
    void reach(Index mentor, int cost, Couple by);
    [[nodiscard]] std::vector<Couple> new_couples_on_the_way() const;
    [[nodiscard]] bool is_held(Couple couple) const;

    SuggestionLists const& lists_;
    Neighbours open_;
    Neighbours by_held_;
    std::vector<Index> free_mentors_;
    std::vector<bool> mentee_is_free_;
    std::vector<int> cost_;        // by mentor: new couples on the way here
    std::vector<Couple> came_by_;  // by mentor: the couple after which this one had to move
    std::deque<Node> queue_;       // cheapest first
    int best_cost_ = kFar;
    Couple best_end_ = kNoStep;
    std::size_t looks_ = 0;
};

}  // namespace matching::engine
