#pragma once

#include <vector>

#include <boost/describe.hpp>

#include "care/care_shapes.hpp"
#include "care/monday.hpp"

namespace care {

struct MondayAnswer {
    base::Day week_on;
    bool needs_somebody = false;  // false: nothing needs you this week
    std::vector<MondaySentence> sentences;
    std::vector<HelpWishAnswer> help_wishes;  // the longest waiting first
};
BOOST_DESCRIBE_STRUCT(MondayAnswer, (), (week_on, needs_somebody, sentences, help_wishes))

}  // namespace care

template <>
inline constexpr auto meta::limits<care::MondayAnswer> = std::array{
    meta::doc("week_on", "The Monday of this week"), meta::doc("sentences", "At most three, of counts alone"),
    meta::doc("help_wishes", "Who said that they would like help; their partners do not see it")};
