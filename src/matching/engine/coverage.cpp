#include "matching/engine/coverage.hpp"

#include <algorithm>

#include "matching/engine/chain.hpp"
#include "matching/engine/seats.hpp"

namespace matching::engine {

namespace {

struct AnyMove {
    Market const& market;
    Seats const& seats;
    std::int64_t least;

    [[nodiscard]] std::uint32_t first(std::uint32_t mentor) const {
        return static_cast<std::uint32_t>(market.first_option[mentor]);
    }
    [[nodiscard]] std::uint32_t last(std::uint32_t mentor) const {
        return static_cast<std::uint32_t>(market.first_option[mentor + 1]);
    }
    [[nodiscard]] std::uint32_t object(std::uint32_t option) const { return market.options[option].mentee; }
    [[nodiscard]] bool can_take_from(std::uint32_t /*mentor*/, std::uint32_t /*option*/) const { return true; }
    [[nodiscard]] bool may_take(std::uint32_t mentor, std::uint32_t option) const {
        return market.options[option].benefit >= least && !seats.holds(mentor, option);
    }
    [[nodiscard]] bool may_leave(std::uint32_t /*seat*/) const { return true; }
};

void take_what_is_free(Seats& seats, AnyMove const& moves) {
    for (std::uint32_t mentor = 0; mentor < seats.bidders(); ++mentor)
        for (auto option = moves.first(mentor); option < moves.last(mentor) && seats.missing(mentor) > 0; ++option)
            if (auto const seat = seats.free_seat(moves.object(option));
                seat != kNobody && moves.may_take(mentor, option))
                seats.take(seat, mentor, option);
}

// More places than options are as good as one more than options: one of them stays empty. `count_options` by person;
// who has one place at most needs no count.
template <class CountOptions>
std::vector<std::int32_t> places_in_use(std::vector<std::int32_t> const& places, CountOptions count_options) {
    auto used = places;
    if (std::all_of(used.begin(), used.end(), [](auto n) { return n <= 1; })) return used;
    auto const options = count_options();
    for (std::size_t i = 0; i < used.size(); ++i)
        used[i] = static_cast<std::int32_t>(std::min<std::int64_t>(used[i], std::int64_t{options[i]} + 1));
    return used;
}

Seats seats_of(Market const& market) {
    auto const of_mentors = [&] {
        std::vector<std::uint32_t> count(market.mentors.size());
        for (std::size_t i = 0; i < count.size(); ++i)
            count[i] = static_cast<std::uint32_t>(market.options_of(i).size());
        return count;
    };
    auto const of_mentees = [&] {
        std::vector<std::uint32_t> count(market.mentees.size());
        for (auto const& option : market.options) ++count[option.mentee];
        return count;
    };
    return {places_in_use(market.mentor_places, of_mentors), places_in_use(market.mentee_places, of_mentees)};
}

}  // namespace

Coverage find_coverage(Market const& market, std::int64_t least) {
    auto seats = seats_of(market);
    AnyMove const moves{market, seats, least};
    take_what_is_free(seats, moves);
    ChainSearch chains(seats, moves);
    for (bool filled = true; filled;) {
        filled = false;
        chains.start_round();
        for (std::uint32_t mentor = 0; mentor < seats.bidders(); ++mentor)
            while (seats.missing(mentor) > 0 && chains.fill(mentor)) filled = true;
    }
    Coverage coverage;
    coverage.mentor_may_wait.resize(market.mentors.size());
    coverage.mentee_is_sought.resize(market.mentees.size());
    for (std::uint32_t mentor = 0; mentor < seats.bidders(); ++mentor) {
        if (!chains.was_asked(mentor)) continue;
        coverage.mentor_may_wait[mentor] = true;
        for (auto option = moves.first(mentor); option < moves.last(mentor); ++option)
            if (moves.may_take(mentor, option)) coverage.mentee_is_sought[moves.object(option)] = true;
    }
    for (std::uint32_t mentor = 0; mentor < seats.bidders(); ++mentor)
        for (auto const option : seats.held_by(mentor)) {
            if (option == kNobody) continue;
            ++coverage.pairs;
            if (coverage.mentor_may_wait[mentor] && !coverage.mentee_is_sought[moves.object(option)])
                coverage.forced.push_back(option);
        }
    return coverage;
}

}  // namespace matching::engine
