#pragma once
// From when on something is a sign. Nobody has measured these figures for pairs at work (evidence.md 2.11), so each
// programme may set its own; whoever takes part can read them.

#include <array>
#include <cstdint>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/version.hpp"
#include "platform/meta.hpp"

namespace care {

// Amber: the two are helped to find a date. Red: when that did not help, the coordinator sees that a word may.
struct Threshold {
    std::int32_t amber = 0;
    std::int32_t red = 0;

    auto operator<=>(Threshold const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Threshold, (), (amber, red))

struct Thresholds {
    std::int32_t version = 0;      // 0: nobody has changed them
    Threshold not_booked{7, 14};   // days after the start without a date
    Threshold not_met{21, 35};     // days after the start without a conversation
    Threshold gap{150, 200};       // per cent of the agreed distance, and more
    Threshold changed{2, 2};       // moves of one meeting by a side; cancellations by a side among three dates
    Threshold no_next_date{1, 2};  // conversations running that ended without a next date
    Threshold unanswered{7, 14};   // days that times or a message wait

    auto operator<=>(Thresholds const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Thresholds, (), (version, not_booked, not_met, gap, changed, no_next_date, unanswered))

// Refuses, with a pointer to the figure: out_of_range, red_before_amber.
base::Result<Thresholds> checked(Thresholds const& thresholds);

}  // namespace care

template <>
inline constexpr auto meta::limits<care::Threshold> =
    std::array{meta::Limit{"amber", 1, 500, "From here the two are helped to find a date"},
               meta::Limit{"red", 1, 500, "From here the coordinator may see it, when that did not help"}};
template <>
inline constexpr auto meta::limits<care::Thresholds> =
    std::array{meta::doc("not_booked", "Days after the start without a date, 3 to 120"),
               meta::doc("not_met", "Days after the start without a conversation, 7 to 180"),
               meta::doc("gap", "Per cent of the agreed distance between two, 110 to 500"),
               meta::doc("changed", "Moves of one date, and cancellations among three dates, by one side, 2 to 3"),
               meta::doc("no_next_date", "Conversations running that ended without a next date, 1 to 6"),
               meta::doc("unanswered", "Days that proposed times or a message wait, 3 to 60")};
