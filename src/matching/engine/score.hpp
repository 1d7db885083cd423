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

// The best offer for one want, with the topics on either list of what is not discussed left out; nullptr if none fits.
Offer const* best_offer(World const& world, Want const& want, Profile const& wanting, Profile const& offering);

// How well `offering` serves the wants of `wanting`: 0 serves none, 1000 every one fully.
std::int32_t topic_fit(World const& world, Profile const& wanting, Profile const& offering);
std::int32_t style_fit(Profile const& a, Profile const& b);
bool styles_fit(std::size_t question, Style a, Style b);
std::int32_t common_half_hours(Profile const& a, Profile const& b);

Benefit benefit_of(World const& world, Profile const& mentor, Profile const& mentee);
// By other weights than the world's.
Benefit benefit_by(Weights const& weights, World const& world, Profile const& mentor, Profile const& mentee);

// Half up; 0 if either is.
std::int32_t harmonic_mean(std::int32_t a, std::int32_t b);

}  // namespace matching::engine
