#pragma once
// What goes out about prices, and how a run keeps them. Benefits from 0 to 1000, of pairs and never beside a name.

#include <array>
#include <optional>
#include <vector>

#include "matching/match_run_shapes.hpp"

namespace matching {

struct ObjectiveGains {
    std::int64_t mentor_mean = 0;
    std::int64_t mentee_mean = 0;
    std::int64_t least = 0;           // of a pair
    std::int64_t blocking_pairs = 0;  // two people who would both rather have each other
};
BOOST_DESCRIBE_STRUCT(ObjectiveGains, (), (mentor_mean, mentee_mean, least, blocking_pairs))

// What an answer to the same people, rules and wishes is like, by what it looks for.
struct ObjectivePrice {
    Objective objective = Objective::best;
    std::int64_t pairs = 0;
    std::int64_t mentors_reached = 0;
    std::int64_t mentees_reached = 0;
    std::optional<ObjectiveGains> gains;  // not for whoever takes part (rules 13)
};
BOOST_DESCRIBE_STRUCT(ObjectivePrice, (), (objective, pairs, mentors_reached, mentees_reached, gains))

// What there would be more of without it; below 0: less.
struct Price {
    std::int64_t pairs_more = 0;
    std::int64_t people_more = 0;
    std::optional<std::int64_t> mean_more;  // of what a pair gains; not for whoever takes part
};
BOOST_DESCRIBE_STRUCT(Price, (), (pairs_more, people_more, mean_more))

enum class PricedRule { level_gap, department, site, common_time, common_language };
BOOST_DESCRIBE_ENUM(PricedRule, level_gap, department, site, common_time, common_language)

struct RulePrice {
    PricedRule rule = PricedRule::level_gap;
    Price price;
};
BOOST_DESCRIBE_STRUCT(RulePrice, (), (rule, price))

// As a run keeps them.
struct WishPriceFound {
    Wish wish = Wish::together;
    PersonId mentor_id;
    PersonId mentee_id;
    Price price;
};
BOOST_DESCRIBE_STRUCT(WishPriceFound, (), (wish, mentor_id, mentee_id, price))

struct PricesFound {
    std::vector<ObjectivePrice> objectives;
    std::vector<RulePrice> rules;
    std::optional<Price> keeping;  // of the pairs of before
    std::vector<WishPriceFound> wishes;
    bool has_more_wishes = false;
};
BOOST_DESCRIBE_STRUCT(PricesFound, (), (objectives, rules, keeping, wishes, has_more_wishes))

struct WishPrice {
    Wish wish = Wish::together;
    PersonShown mentor;
    PersonShown mentee;
    Price price;
};
BOOST_DESCRIBE_STRUCT(WishPrice, (), (wish, mentor, mentee, price))

enum class PricesState { none, working, ready };
BOOST_DESCRIBE_ENUM(PricesState, none, working, ready)

struct Prices {
    PricesState state = PricesState::none;
    RunProgress progress;
    std::vector<ObjectivePrice> objectives;
    std::vector<RulePrice> rules;
    std::optional<Price> keeping;
    std::vector<WishPrice> wishes;
    bool has_more_wishes = false;
};
BOOST_DESCRIBE_STRUCT(Prices, (), (state, progress, objectives, rules, keeping, wishes, has_more_wishes))

}  // namespace matching
