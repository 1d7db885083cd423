#pragma once
// Everybody who takes part and the programme's rules, as a run finds them: the input from which a snapshot is made.
// Nothing demographic has a field here, and nothing of it can be derived from one.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "matching/engine/line.hpp"
#include "matching/engine/snapshot.hpp"

namespace matching::engine {

// Topics are positions in the programme's catalogue.
using Topic = std::uint16_t;

struct Offer {
    Topic topic = 0;
    std::int32_t strength = 2;  // 1..3
    bool may_be_named = true;   // false: a private topic whose holder has not switched it on (rules 6)
};
struct Want {
    Topic topic = 0;
    std::int32_t priority = 1;  // 1 is wanted most .. 3
    bool may_be_named = true;
};

// One answer to an either / or question.
enum class Style : std::uint8_t { no_matter, first, second };
// In this order; in the second, opposite answers fit.
inline constexpr std::size_t kStyles = 6;
inline constexpr std::size_t kTalkingStyle = 1;

// Half hours of a week in UTC, Monday 00:00 first.
inline constexpr std::size_t kWeekWords = 6;
using Week = std::array<std::uint64_t, kWeekWords>;

// One person on one side.
struct Profile {
    base::IdBytes person{};
    std::int32_t free_places = 1;
    std::int32_t live_partners = 0;
    std::optional<std::int32_t> free_in_all;  // on both sides together; empty: as many as on each
    std::optional<std::int32_t> level;        // the higher number stands higher
    Index department = 0;                     // 0: unknown
    Index site = 0;
    Week week{};                  // all zero: unknown
    std::uint64_t languages = 0;  // a bit each; 0: unknown
    std::array<Style, kStyles> styles{};
    std::vector<Offer> offers;
    std::vector<Want> wants;
    std::vector<Topic> will_not_discuss;
    Index place = 0;  // in the tree
    // Whom this person shall not meet, whoever of the two said so; conflicts held by HR too.
    std::vector<base::IdBytes> not_with;
    std::vector<base::IdBytes> earlier_partners;
    std::vector<base::IdBytes> partners_now;  // on either side
};

enum class SiteRule : std::uint8_t { any, different, same };

// How much each part of a benefit counts; only their proportions matter.
struct Weights {
    std::int32_t topics = 60;
    std::int32_t style = 15;
    std::int32_t distance = 15;
    std::int32_t times = 10;

    bool operator==(Weights const&) const = default;
};

struct Rules {
    std::optional<std::int32_t> gap_least;  // level of the mentee less level of the mentor
    std::optional<std::int32_t> gap_most;
    bool other_department = false;
    SiteRule site = SiteRule::any;
    bool common_time = true;      // an hour a week, where both have said theirs
    bool common_language = true;  // where both have said theirs
    bool both_must_gain = true;   // R10; a preview without topics leaves it out
    bool may_swap_sides = false;  // reciprocal: the same two people in both directions
    bool avoids_earlier_partners = true;
    // Of either side, by the weights every programme begins with: `weights` says what counts, never who may meet.
    std::int32_t least_benefit = 1;
    Weights weights;
};

struct World {
    std::vector<Profile> mentors;
    std::vector<Profile> mentees;
    std::vector<TreePlace> tree;
    std::vector<std::uint16_t> family_of;  // per topic
    Rules rules;
};

}  // namespace matching::engine
