#pragma once
// How many more pairs there could be if more people came. The most pairs there can be now are kept, and newcomers are
// added by chains of moves (chain.hpp), so that asking about one kind of newcomer costs a search and not a run.

#include <optional>
#include <span>
#include <vector>

#include "matching/engine/chain.hpp"
#include "matching/engine/snapshot.hpp"

namespace matching::engine {

enum class Joining : std::uint8_t { mentors, mentees };

class Growth {
  public:
    // `snapshot` must be `checked`; whoever shares places between the sides must have them divided (divide_places).
    // Newcomers stand on the side `joining`, with `places` each.
    Growth(Snapshot const& snapshot, Joining joining, std::int32_t places = 1);
    Growth(Growth const&) = delete;
    Growth& operator=(Growth const&) = delete;

    // The most pairs there can be, placed locks included.
    [[nodiscard]] std::int64_t pairs() const { return pairs_; }
    // On the side that newcomers would meet.
    [[nodiscard]] std::int64_t empty_places() const { return empty_; }
    // By position on that side: has this person an empty place in one of the largest sets? Nobody else helps a
    // newcomer.
    [[nodiscard]] std::vector<bool> waiting() const;

    // So many newcomers, each of whom could meet `meets` and nobody else, would fill all their places at once.
    // `served` then holds whom they were given.
    std::int64_t most_filled(std::span<Index const> meets, std::int64_t at_most, std::vector<Index>* served = nullptr);
    // They come, and stay. So many as `most_filled` says, at most.
    void welcome(std::span<Index const> meets, std::int64_t people);

  private:
    struct Moves {
        std::vector<std::uint32_t> first_;  // by bidder
        std::vector<std::uint32_t> last_;
        std::vector<std::uint32_t> objects_;  // by option
        Seats const* seats_ = nullptr;

        [[nodiscard]] std::uint32_t first(std::uint32_t bidder) const { return first_[bidder]; }
        [[nodiscard]] std::uint32_t last(std::uint32_t bidder) const { return last_[bidder]; }
        [[nodiscard]] std::uint32_t object(std::uint32_t option) const { return objects_[option]; }
        [[nodiscard]] static bool can_take_from(std::uint32_t /*bidder*/, std::uint32_t /*option*/) { return true; }
        [[nodiscard]] bool may_take(std::uint32_t bidder, std::uint32_t option) const {
            return !seats_->holds(bidder, option);
        }
        [[nodiscard]] static bool may_leave(std::uint32_t /*seat*/) { return true; }
    };

    void enter(Snapshot const& snapshot, Joining joining);
    void serve_everybody();
    // Options of newcomers, behind all others; where they begin.
    std::uint32_t offer(std::span<Index const> meets);
    bool fill(ChainSearch<Moves>& chains, std::uint32_t newcomer, std::uint32_t first);

    std::int32_t places_;
    std::int64_t pairs_ = 0;
    std::int64_t empty_ = 0;
    std::uint32_t newcomers_ = 0;  // the number of the next one
    Moves moves_;
    std::optional<Seats> seats_;
};

// A snapshot in which nobody shares places: those who did keep on each side what a best run gives them, what is left
// goes where there is room. As many pairs are possible as before.
base::Result<Snapshot> divide_places(Snapshot snapshot);

// The most pairs there can be, also where places are shared.
base::Result<std::int64_t> most_pairs(Snapshot const& snapshot);

}  // namespace matching::engine
