#pragma once
// Not in one line (rules 1), to the letter:
//  (i)   neither stands above the other at any depth;
//  (ii)  they have no common manager within two steps, where people who stand above more than half of everyone are
//        not counted as a common manager;
//  (iii) a line that cannot be followed to the top is unknown, and unknown is not allowed;
//  (iv)  a person counted out under (ii) may be opened to people at least three levels below (two where the house has
//        no more).
// Part (v) is said by both people and is no fact of a file.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

// One place in the reporting tree; `manager` is a position in the same list.
struct TreePlace {
    std::optional<Index> manager;
    bool is_known = true;                  // the line can be followed to the top, or is confirmed outside
    bool is_above_more_than_half = false;  // of everyone in the organisation
    bool is_opened = false;                // (iv), by the coordinator
};

enum class LineFlaw {
    none,
    above,           // (i)
    common_manager,  // (ii)
    unknown_line,    // (iii)
};

class ReportingTree {
  public:
    // Cycles are cut where they close.
    explicit ReportingTree(std::vector<TreePlace> places);

    [[nodiscard]] LineFlaw flaw_between(Index a, Index b) const;
    // Steps from `below` up to `above`; empty if `above` is not above.
    [[nodiscard]] std::optional<int> steps_up(Index below, Index above) const;
    [[nodiscard]] TreePlace const& place(Index person) const { return places_[person]; }
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] int depth(Index person) const { return depth_[person]; }
    // Pre-order numbers of the person and of the last person under them.
    [[nodiscard]] std::pair<Index, Index> span(Index person) const { return {first_[person], last_[person]}; }
    // So many steps below the top (iv) opens, once it is opened.
    [[nodiscard]] int opens_from(Index top) const;

  private:
    [[nodiscard]] bool stands_above(Index above, Index below) const;
    [[nodiscard]] bool is_opened_to(Index top, Index below) const;
    [[nodiscard]] bool have_common_manager(Index a, Index b) const;
    void number_in_pre_order();

    std::vector<TreePlace> places_;
    std::vector<Index> first_;  // pre-order number of the person, and of the last person under them: an
    std::vector<Index> last_;   // ancestor test is two comparisons
    std::vector<int> depth_;
    std::vector<int> deepest_under_;  // greatest depth found under the person
};

}  // namespace matching::engine
