#pragma once
// Who is in a circle with whom (R23, rules 9). Pure: people are positions in a list, and the same list gives the same
// circles.
//
// Either one circle for all, or circles of five to eight with departments mixed. Two who stand in one reporting line
// are never in one circle, nor is anybody with the manager of a partner of theirs; where somebody must be kept apart,
// one for all becomes more than one. Two who would rather not meet (an exclusion, a conflict held by HR) are kept apart
// where there is more than one circle anyway, and never make another one: that would tell of them (rules 7).

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe/enum.hpp>

namespace circle {

inline constexpr std::size_t kLeastMembers = 5;
inline constexpr std::size_t kMostMembers = 8;
// Fewer have no conversation of peers; newcomers are placed in it all the same.
inline constexpr std::size_t kLeastToBegin = 3;

enum class Layout { one_for_all, small_groups };
BOOST_DESCRIBE_ENUM(Layout, one_for_all, small_groups)

struct Peer {
    std::string department;
    std::optional<std::size_t> circle;  // the one they are in already: nobody is moved
};

// Both ways round are one.
using Couple = std::pair<std::size_t, std::size_t>;

struct Forming {
    std::vector<Peer> peers;
    std::vector<Couple> kept_apart;
    std::vector<Couple> rather_apart;
    std::size_t circles = 0;  // that there are already
    Layout layout = Layout::one_for_all;
};

struct Formed {
    std::vector<std::optional<std::size_t>> circle;  // of each peer; none: they fit nowhere yet
    std::size_t circles = 0;                         // with those that were there, which come first
};

// Nobody who has a circle is moved. Whoever has none joins one that there is with room for them, or a new one; new
// circles begin with three or more. About n log n for n people.
Formed form(Forming const& forming);

// Why somebody cannot be moved into a circle that there is. Who would rather not meet is left out of it, because a
// refusal would tell of them (rules 7).
enum class NoSeat { kept_apart, full };
std::optional<NoSeat> why_no_seat(Forming const& forming, std::size_t peer, std::size_t circle);

// Of each two of `people` of whom one stands above the other at any depth. `managers`: of everybody, by position; a
// cycle ends where it closes.
std::vector<Couple> lines_among(std::vector<std::optional<std::size_t>> const& managers,
                                std::vector<std::size_t> const& people);

}  // namespace circle
