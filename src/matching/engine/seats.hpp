#pragma once
// Who holds which place of whom, while a solver moves people about: bidders fill all their places with objects, an
// object has as many seats as places. Options are numbered through all bidders, in one list.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace matching::engine {

inline constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

struct Seat {
    std::uint32_t bidder = kNobody;
    std::uint32_t option = kNobody;
};

class Seats {
  public:
    Seats(std::span<std::int32_t const> bidder_places, std::span<std::int32_t const> object_places)
        : first_held_(starts(bidder_places)),
          first_seat_(starts(object_places)),
          held_(first_held_.back(), kNobody),
          missing_(bidder_places.begin(), bidder_places.end()),
          seats_(first_seat_.back()),
          places_each_(equal_in(bidder_places)),
          seats_each_(equal_in(object_places)) {}

    [[nodiscard]] std::uint32_t bidders() const { return static_cast<std::uint32_t>(missing_.size()); }
    [[nodiscard]] std::uint32_t objects() const { return static_cast<std::uint32_t>(first_seat_.size() - 1); }
    [[nodiscard]] std::uint32_t size() const { return first_seat_.back(); }

    // The seats of an object are numbered [first, last).
    [[nodiscard]] std::uint32_t first(std::uint32_t object) const {
        return seats_each_ > 0 ? object * seats_each_ : first_seat_[object];
    }
    [[nodiscard]] std::uint32_t last(std::uint32_t object) const {
        return seats_each_ > 0 ? (object + 1) * seats_each_ : first_seat_[object + 1];
    }
    [[nodiscard]] Seat const& at(std::uint32_t seat) const { return seats_[seat]; }
    [[nodiscard]] bool is_free(std::uint32_t seat) const { return seats_[seat].bidder == kNobody; }
    // kNobody if every seat is taken.
    [[nodiscard]] std::uint32_t free_seat(std::uint32_t object) const {
        for (auto seat = first(object); seat < last(object); ++seat)
            if (is_free(seat)) return seat;
        return kNobody;
    }

    [[nodiscard]] std::int32_t missing(std::uint32_t bidder) const {
        if (places_each_ == 1) return static_cast<std::int32_t>(held_[bidder] == kNobody);
        return missing_[bidder];
    }
    // Every bidder has one place.
    [[nodiscard]] bool are_wanted_singly() const { return places_each_ == 1; }
    // Every object has one seat: it has the object's number.
    [[nodiscard]] bool are_single() const { return seats_each_ == 1; }
    [[nodiscard]] bool holds(std::uint32_t bidder, std::uint32_t option) const {
        auto const held = held_by(bidder);
        return std::find(held.begin(), held.end(), option) != held.end();
    }

    // May hold kNobody for places that are missing.
    [[nodiscard]] std::span<std::uint32_t const> held_by(std::uint32_t bidder) const {
        if (places_each_ > 0) return {held_.data() + std::size_t{bidder} * places_each_, places_each_};
        return {held_.data() + first_held_[bidder], first_held_[bidder + 1] - first_held_[bidder]};
    }

    // `seat` is free, the bidder misses one and does not hold the option.
    void take(std::uint32_t seat, std::uint32_t bidder, std::uint32_t option) {
        seats_[seat] = {bidder, option};
        if (places_each_ != 1) --missing_[bidder];
        *find_held(bidder, kNobody) = option;
    }
    // Gives up a taken seat; who held it.
    Seat leave(std::uint32_t seat) {
        auto const left = seats_[seat];
        seats_[seat] = {};
        if (places_each_ != 1) ++missing_[left.bidder];
        *find_held(left.bidder, left.option) = kNobody;
        return left;
    }
    void leave_all() {
        for (std::uint32_t seat = 0; seat < size(); ++seat)
            if (!is_free(seat)) leave(seat);
    }

  private:
    static std::uint32_t equal_in(std::span<std::int32_t const> places) {
        if (places.empty() || std::any_of(places.begin(), places.end(), [&](auto n) { return n != places.front(); }))
            return 0;
        return static_cast<std::uint32_t>(places.front());
    }
    static std::vector<std::uint32_t> starts(std::span<std::int32_t const> places) {
        std::vector<std::uint32_t> first(places.size() + 1, 0);
        for (std::size_t i = 0; i < places.size(); ++i) first[i + 1] = first[i] + static_cast<std::uint32_t>(places[i]);
        return first;
    }
    std::uint32_t* find_held(std::uint32_t bidder, std::uint32_t option) {
        auto* at = held_.data() + (places_each_ > 0 ? std::size_t{bidder} * places_each_ : first_held_[bidder]);
        while (*at != option) ++at;
        return at;
    }

    std::vector<std::uint32_t> first_held_;  // by bidder
    std::vector<std::uint32_t> first_seat_;  // by object
    std::vector<std::uint32_t> held_;        // options
    std::vector<std::int32_t> missing_;      // by bidder
    std::vector<Seat> seats_;
    // Where everybody has as many, nothing has to be looked up; 0: not so.
    std::uint32_t places_each_ = 0;
    std::uint32_t seats_each_ = 0;
};

}  // namespace matching::engine
