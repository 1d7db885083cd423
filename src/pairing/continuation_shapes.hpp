#pragma once
// What goes in and out about going on after the end. Shown to whoever chose.

#include <array>
#include <optional>

#include <boost/describe.hpp>

#include "pairing/continuation.hpp"
#include "platform/meta.hpp"

namespace pairing {

struct ContinuationAnswer {
    std::optional<Onward> onward;  // yours
    bool may_swap = false;
    base::Day completes_on;                        // the house completes the pair then, whatever was chosen
    std::optional<base::Day> programme_closes_on;  // its last day, once it has been told
    std::optional<Onward> agreed;                  // once the pair is over: what both had chosen alike
};
BOOST_DESCRIBE_STRUCT(ContinuationAnswer, (), (onward, may_swap, completes_on, programme_closes_on, agreed))

struct ContinuationGiven {
    Onward onward = Onward::stop;
};
BOOST_DESCRIBE_STRUCT(ContinuationGiven, (), (onward))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::ContinuationGiven> =
    std::array{meta::doc("onward", "Opened only when both go on informally, or both swap sides")};
