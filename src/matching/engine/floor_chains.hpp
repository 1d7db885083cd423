#pragma once
// Fills everybody who must be full, as cheaply as can be: an option at the floor that is being raised costs 1, every
// other nothing (the Hungarian method, Kuhn 1955). Whoever is short looks for a chain of moves, all of them at once and
// from both sides, the side that has looked less next: so a way that is there is met in the middle, and where there is
// none, the side that sees so first has said so (Pohl, "Bi-directional search", Machine Intelligence 6, 1971).
//
// It starts from couples none of whom cost anything, and ends with prices that prove the sum: cost + prices of the two
// is not below 0 for what is open, and not above for what is held; whoever need not be full has no price below 0, and
// one above only if they are.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "matching/engine/floor_market.hpp"
#include "matching/engine/progress.hpp"

namespace matching::engine {

// A look at a choice is one. Counted, so that what a run may do depends on no clock.
struct Looks {
    std::uint64_t made = 0;
    std::uint64_t most = 1;
};

class FloorChains {
  public:
    FloorChains(FloorMarket& market, Looks& looks);

    // All prices 0.
    void start(std::int32_t level);
    // False: it would take more looks than there are, where these are bounded. Refuses `cancelled`.
    base::Result<bool> fill_all(bool is_bounded, Progress const& progress);

    [[nodiscard]] std::vector<std::int32_t> const& prices(PersonSide side) const { return sides_[side].prices; }
    // Whose prices are not 0, and maybe others.
    [[nodiscard]] std::vector<Index> const& priced(PersonSide side) const { return sides_[side].priced; }
    // Cost and prices of a choice.
    [[nodiscard]] std::int64_t slack(std::uint32_t choice) const;

  private:
    static constexpr std::uint32_t kNoChoice = ~std::uint32_t{0};

    struct People {
        std::vector<std::int32_t> prices;
        std::vector<Index> priced;
        std::vector<bool> is_priced;
        std::vector<Index> are_short;
        // Of the search that is under way: in which they were reached, from which side, by which choice, in whose tree.
        std::vector<std::uint32_t> search;
        std::vector<PersonSide> from;
        std::vector<std::uint32_t> by;  // kNoChoice: a root
        std::vector<Index> root;
        std::vector<std::uint32_t> moved;  // by root: the last search in which its chain was moved
    };
    // The trees of chains that begin with whoever is short on one side.
    struct Forest {
        std::array<std::vector<Index>, 2> reached;  // by side, in order
        std::size_t next = 0;
        std::uint64_t looks = 0;
    };

    void list_who_is_short();
    bool plant();
    std::optional<PersonSide> grow();
    [[nodiscard]] PersonSide whose_turn() const;
    void look_from(PersonSide near, Index person);
    bool look_at(PersonSide near, Index person, std::uint32_t open_choice);
    bool look_behind(PersonSide near, Index far, Index root);
    void move_chain(PersonSide near, PersonSide end_side, Index end);
    void move_prices(PersonSide near);
    [[nodiscard]] std::int64_t smallest_step(PersonSide near);
    void add_to_price(PersonSide side, Index person, std::int64_t by);
    void see(PersonSide near, PersonSide side, Index person, std::uint32_t by, Index root);
    [[nodiscard]] bool is_seen(PersonSide side, Index person) const { return sides_[side].search[person] == search_; }
    [[nodiscard]] bool is_seen_from(PersonSide near, PersonSide side, Index person) const {
        return is_seen(side, person) && sides_[side].from[person] == near;
    }
    // By the other side, in a tree that still stands.
    [[nodiscard]] bool is_met(PersonSide near, PersonSide side, Index person) const {
        return is_seen_from(other(near), side, person) && !is_moved(other(near), sides_[side].root[person]);
    }
    [[nodiscard]] bool is_moved(PersonSide near, Index root) const { return sides_[near].moved[root] == search_; }
    void count_look(PersonSide near) {
        ++looks_.made;
        ++forests_[near].looks;
    }

    FloorMarket& market_;
    Looks& looks_;
    std::int32_t level_ = 0;
    std::array<People, 2> sides_;
    std::array<Forest, 2> forests_;  // by the side of the roots
    std::size_t chains_moved_ = 0;   // in this search
    std::uint32_t search_ = 0;
};

}  // namespace matching::engine
