#pragma once
// What goes in and out about a new partner after a pair. Shown to whoever it is about, and to nobody else.

#include <array>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "pairing/rematch.hpp"
#include "platform/meta.hpp"

namespace pairing {

struct RematchAnswer {
    std::optional<Wish> wish;                // empty: nothing said, which counts as `now` unless you chose how to go on
    std::string note;                        // what would make the next one work, in their own words
    std::optional<base::Day> looks_from_on;  // new suggestions may come from this day on; empty: until they say so
    std::int32_t cooling_days = 14;          // the programme's
};
BOOST_DESCRIBE_STRUCT(RematchAnswer, (), (wish, note, looks_from_on, cooling_days))

struct RematchGiven {
    Wish wish = Wish::now;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RematchGiven, (), (wish, note))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::RematchGiven> =
    std::array{meta::Limit{"note", 0, 1000, "What would make the next one work; shown to you alone"}};
