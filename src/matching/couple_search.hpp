#pragma once
// Who may meet whom by the rules of a file: everybody with everybody, 64 people at a time (rule_side.hpp), once for all
// who read the same in every cell.

#include <functional>
#include <vector>

#include "matching/file_snapshot.hpp"
#include "matching/rule_side.hpp"
#include "matching/unlisted.hpp"

namespace matching {

// Somebody of the other side, with the points of the couple.
struct Option {
    engine::Index other = 0;
    std::int32_t points = 0;
};

// The best of each person of one side, by row: person i has the first `count[i]` of options[i * most_each ..].
struct BestOfSide {
    std::size_t most_each = 0;
    std::vector<std::uint32_t> count;
    std::vector<Option> options;
};

// One side, looking at the other.
class CoupleSearch {
  public:
    // What is found is in the order of the rows without a seed, else as the seed draws.
    CoupleSearch(FileSnapshot const& made, ListSide looking, std::optional<std::uint64_t> seed,
                 engine::SumKernel const& kernel = engine::fastest_sum_kernel());

    // What is counted while looking: by row whom they could meet; by rule the couples it forbids.
    struct Counts {
        std::vector<std::int64_t> could_meet;
        std::vector<std::int64_t> forbidden_by;
        std::int64_t same_person = 0;
        bool is_done = true;  // false: cancelled
    };
    // Whether no more couples than that may meet; none: cancelled.
    [[nodiscard]] std::optional<bool> are_at_most(std::size_t couples, Pace const& pace) const;
    // Everybody they could meet, by row.
    [[nodiscard]] Counts list_all(Pace const& pace, std::vector<std::vector<Option>>& rows) const;
    // Needs a seed.
    [[nodiscard]] Counts list_best(Pace const& pace, std::size_t most_each, BestOfSide& best) const;
    // By row whom an answer asks for (unlisted.hpp), those by whom it asks for most first; at most `most_each` of them.
    // False: cancelled.
    [[nodiscard]] bool list_asked(Pace const& pace, Asked const& asked, std::size_t most_each,
                                  std::vector<std::vector<Option>>& rows) const;

  private:
    struct Scratch;
    class Asking;
    struct Person {
        engine::Index row = 0;
        engine::Index drawn = 0;
        std::int64_t self = -1;  // their number on the other side
        bool may_meet_self = false;
    };
    using Kind = std::vector<Person>;  // who read the same in every cell, as drawn
    using Visit = std::function<void(Scratch&, Kind const&)>;

    [[nodiscard]] std::vector<Kind> kinds_of(std::vector<engine::Index> const& own_order) const;
    void find_themselves();
    [[nodiscard]] Counts look_at_all(Pace const& pace, Visit const& visit) const;
    void count_kind(Kind const& kind, SideView const& view, Counts& counts) const;
    void list_best_of(Scratch& scratch, Kind const& kind, BestOfSide& best) const;
    void put_best(Scratch& scratch, Kind const& kind, std::size_t rank, BestOfSide& best) const;
    void put_in_order(Kind const& kind, BestOfSide& best) const;
    [[nodiscard]] engine::Couple couple_of(engine::Index own, engine::Index other) const {
        return looking_ == ListSide::mentor ? engine::Couple{own, other} : engine::Couple{other, own};
    }

    FileSnapshot const& made_;
    ListSide looking_;
    engine::SumKernel const& kernel_;
    std::size_t size_;                  // of the side that looks
    std::vector<engine::Index> order_;  // the others' rows
    RuleSide others_;
    std::vector<Kind> kinds_;
};

}  // namespace matching
