#pragma once
// What a couple would give each of the two, in whole numbers from 0 to 1000, and together: the harmonic mean, so that
// the weaker side counts most.

#include <cstdint>

#include "matching/engine/world.hpp"

namespace matching::engine {

inline constexpr std::int32_t kFull = 1000;
// An offer of the wanted topic's family, instead of the topic itself.
inline constexpr std::int32_t kFamilyShare = 500;
// Taken off for each partner somebody already has.
inline constexpr std::int32_t kLoadPenalty = 100;

struct Benefit {
    std::int32_t mentor = 0;
    std::int32_t mentee = 0;
    std::int32_t together = 0;
};

// What a couple's benefits are made of, each from 0 to kFull.
struct Fits {
    std::int32_t mentor_topics = 0;  // what serves the mentor's wants
    std::int32_t mentee_topics = 0;
    std::int32_t style = 0;
    std::int32_t distance = 0;
    std::int32_t times = 0;
};
Fits fits_of(World const& world, Profile const& mentor, Profile const& mentee);
Benefit weigh(Rules const& rules, Weights const& weights, Fits const& fits, Profile const& mentor,
              Profile const& mentee);

// 3 for what is wanted most .. 1.
std::int32_t weight_of_priority(std::int32_t priority);
// Of kFull: `share` of the want that the offer's topic serves.
std::int32_t worth_of_offer(std::int32_t share, std::int32_t strength);
// Half for another department, half for another site; unknown is no distance.
std::int32_t distance_fit(Profile const& a, Profile const& b);
std::int32_t times_fit(std::int32_t common_half_hours);

// The best offer for one want, with the topics on either list of what is not discussed left out; nullptr if none fits.
Offer const* best_offer(World const& world, Want const& want, Profile const& wanting, Profile const& offering);

// How well `offering` serves the wants of `wanting`: 0 serves none, 1000 every one fully.
std::int32_t topic_fit(World const& world, Profile const& wanting, Profile const& offering);
std::int32_t style_fit(Profile const& a, Profile const& b);
bool styles_fit(std::size_t question, Style a, Style b);
// So many they need; a week that nobody has filled in is unknown and fits any other.
inline constexpr std::int32_t kLeastCommonHalfHours = 2;
bool is_unknown(Week const& week);
std::int32_t common_half_hours(Profile const& a, Profile const& b);

Benefit benefit_of(World const& world, Profile const& mentor, Profile const& mentee);

// Half up; 0 if either is.
std::int32_t harmonic_mean(std::int32_t a, std::int32_t b);

}  // namespace matching::engine
