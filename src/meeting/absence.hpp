#pragma once
// Days on which somebody is away: holidays, leave, a course. No reason is asked, and nobody sees them but the person;
// no time that falls on one is ever proposed (R18).

#include <array>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace meeting {

inline constexpr std::size_t kMostAbsences = 50;

// Whole days in the person's own zone, both included.
struct Absence {
    base::Day from_on;
    base::Day until_on;

    auto operator<=>(Absence const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (from_on, until_on))

struct Absences {
    std::vector<Absence> items;
};
BOOST_DESCRIBE_STRUCT(Absences, (), (items))

// In order, and those that touch or overlap made one. Refuses one that ends before it begins.
base::Result<Absences> joined(Absences absences);

}  // namespace meeting

template <>
inline constexpr auto meta::limits<meeting::Absences> =
    std::array{meta::Limit{"items", 0, 50, "Days in your own time zone, the first and the last included"}};
