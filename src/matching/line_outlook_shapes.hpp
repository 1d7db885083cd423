#pragma once
// What the set-up page shows before launch: how many pairs each part of the line rule removes (rules 1). Made of the
// reporting tree, of who is eligible and of the opened tops alone; nobody's answer, wish or enrolment is in it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "matching/match_run.hpp"
#include "platform/meta.hpp"

namespace matching {

// Somebody above more than half of everyone, whom the coordinator may open (rules 1 iv).
struct TopShown {
    PersonId id;
    std::string name;
    std::optional<std::string> job_title;
    std::int32_t people_under = 0;
    std::int32_t opens_from = 3;
    bool is_opened = false;
};
BOOST_DESCRIBE_STRUCT(TopShown, (), (id, name, job_title, people_under, opens_from, is_opened))

struct LineOutlook {
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::int64_t possible_pairs = 0;
    std::int64_t unknown_line = 0;
    std::int64_t above = 0;
    std::int64_t common_manager = 0;
    std::int64_t opened = 0;
    std::int64_t allowed_pairs = 0;
    std::vector<TopShown> tops;
};
BOOST_DESCRIBE_STRUCT(LineOutlook, (),
                      (mentors, mentees, possible_pairs, unknown_line, above, common_manager, opened, allowed_pairs,
                       tops))

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::TopShown> =
    std::array{meta::doc("opens_from", "So many steps below them a partner stands at least, once opened")};
template <>
inline constexpr auto meta::limits<matching::LineOutlook> = std::array{
    meta::doc("mentors", "Who may take part on the side that brings the topic, joined or not"),
    meta::doc("mentees", "On the side that wants it"),
    meta::doc("possible_pairs", "Of two different people; each is removed at the first part that forbids it"),
    meta::doc("unknown_line", "Removed: a line that cannot be followed to the top (iii)"),
    meta::doc("above", "Removed: one stands above the other (i)"),
    meta::doc("common_manager", "Removed: a common manager within two steps (ii)"),
    meta::doc("opened", "Not removed because a top is opened (iv)"),
    meta::doc("tops", "Who stands above more than half of everyone")};
