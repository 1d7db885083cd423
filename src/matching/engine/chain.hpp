#pragma once
// A chain of moves: somebody without a place takes a seat from its holder, who takes another, until one is free.
// Every bidder is asked once a round, so a round costs no more than looking at every option twice (Pothen and Fan,
// ACM TOMS 16(4) 1990: one round finds as many chains beside each other as it can).

#include <vector>

#include "matching/engine/seats.hpp"

namespace matching::engine {

// `Moves` says which options there are and which moves are allowed:
//   first(bidder), last(bidder)   its options
//   object(option)
//   may_take(bidder, option)      not held, and allowed
//   can_take_from(bidder, option) false: neither this option nor one behind it
//   may_leave(seat)               its holder may be moved
template <class Moves>
class ChainSearch {
  public:
    ChainSearch(Seats& seats, Moves const& moves)
        : seats_(seats), moves_(moves), asked_(seats.bidders(), 0), spent_(seats.objects(), 0) {}

    void start_round() { ++round_; }
    // Was this bidder reached in this round?
    [[nodiscard]] bool was_asked(std::uint32_t bidder) const { return asked_[bidder] == round_; }

    // Fills one more place of `source`, if a chain does.
    bool fill(std::uint32_t source) {
        chain_.clear();
        ask(source, kNobody);
        while (!chain_.empty()) {
            if (auto const seat = look_for_free_seat(); seat != kNobody) return move_all(seat), true;
            if (!ask_next_holder()) chain_.pop_back();
        }
        return false;
    }

  private:
    struct Link {
        std::uint32_t bidder;
        std::uint32_t option;
        std::uint32_t leaves;  // the seat this bidder gives up; kNobody at the source
        bool has_looked = false;
    };

    void ask(std::uint32_t bidder, std::uint32_t leaves) {
        asked_[bidder] = round_;
        chain_.push_back({bidder, moves_.first(bidder), leaves});
    }

    std::uint32_t look_for_free_seat() {
        auto& link = chain_.back();
        if (link.has_looked) return kNobody;
        link.has_looked = true;
        auto const last = moves_.last(link.bidder);
        for (auto option = moves_.first(link.bidder); option < last && moves_.can_take_from(link.bidder, option);
             ++option) {
            if (!moves_.may_take(link.bidder, option)) continue;
            auto const seat = seats_.free_seat(moves_.object(option));
            if (seat == kNobody) continue;
            link.option = option;
            return seat;
        }
        return kNobody;
    }

    bool ask_next_holder() {
        auto& link = chain_.back();
        auto const last = moves_.last(link.bidder);
        for (; link.option < last && moves_.can_take_from(link.bidder, link.option); ++link.option) {
            auto const object = moves_.object(link.option);
            if (spent_[object] == round_ || !moves_.may_take(link.bidder, link.option)) continue;
            for (auto seat = seats_.first(object); seat < seats_.last(object); ++seat) {
                if (was_asked(seats_.at(seat).bidder) || !moves_.may_leave(seat)) continue;
                ask(seats_.at(seat).bidder, seat);
                return true;
            }
            spent_[object] = round_;
        }
        return false;
    }

    void move_all(std::uint32_t seat) {
        for (; !chain_.empty(); chain_.pop_back()) {
            auto const& link = chain_.back();
            if (link.leaves != kNobody) seats_.leave(link.leaves);
            seats_.take(seat, link.bidder, link.option);
            seat = link.leaves;
        }
    }

    Seats& seats_;
    Moves const& moves_;
    std::vector<std::uint32_t> asked_;  // by bidder: the last round
    std::vector<std::uint32_t> spent_;  // by object: the last round in which all its holders had been asked
    std::vector<Link> chain_;
    std::uint32_t round_ = 0;
};

}  // namespace matching::engine
