#include "matching/engine/score.hpp"

#include <algorithm>

namespace matching::engine {

namespace {

constexpr std::int32_t kHalfHoursForFull = 20;

bool is_off_the_table(Profile const& person, Topic topic) {
    return std::find(person.will_not_discuss.begin(), person.will_not_discuss.end(), topic) !=
           person.will_not_discuss.end();
}

std::int32_t share_of_want(World const& world, Want const& want, Offer const& offer) {
    if (offer.topic == want.topic) return kFull;
    return world.family_of[offer.topic] == world.family_of[want.topic] ? kFamilyShare : 0;
}

std::int32_t less_load(std::int32_t benefit, Profile const& partner) {
    return std::max(0, benefit - kLoadPenalty * partner.live_partners);
}

}  // namespace

std::int32_t weight_of_priority(std::int32_t priority) {
    return 4 - std::clamp(priority, 1, 3);
}

std::int32_t worth_of_offer(std::int32_t share, std::int32_t strength) {
    return share * (700 + 150 * (std::clamp(strength, 1, 3) - 1)) / kFull;
}

std::int32_t distance_fit(Profile const& a, Profile const& b) {
    auto const differs = [](Index x, Index y) { return x != 0 && y != 0 && x != y; };
    return (differs(a.department, b.department) ? kFull / 2 : 0) + (differs(a.site, b.site) ? kFull / 2 : 0);
}

std::int32_t times_fit(std::int32_t common_half_hours) {
    return std::min(kFull, common_half_hours * kFull / kHalfHoursForFull);
}

Offer const* best_offer(World const& world, Want const& want, Profile const& wanting, Profile const& offering) {
    if (is_off_the_table(wanting, want.topic) || is_off_the_table(offering, want.topic)) return nullptr;
    Offer const* best = nullptr;
    std::int32_t best_value = 0;
    for (auto const& offer : offering.offers) {
        if (is_off_the_table(wanting, offer.topic) || is_off_the_table(offering, offer.topic)) continue;
        auto const value = worth_of_offer(share_of_want(world, want, offer), offer.strength);
        if (value <= best_value) continue;
        best = &offer;
        best_value = value;
    }
    return best;
}

std::int32_t topic_fit(World const& world, Profile const& wanting, Profile const& offering) {
    std::int32_t reached = 0;
    std::int32_t whole = 0;
    for (auto const& want : wanting.wants) {
        auto const weight = weight_of_priority(want.priority);
        whole += weight;
        if (auto const* offer = best_offer(world, want, wanting, offering))
            reached += weight * worth_of_offer(share_of_want(world, want, *offer), offer->strength);
    }
    return whole == 0 ? 0 : reached / whole;
}

bool styles_fit(std::size_t question, Style a, Style b) {
    if (a == Style::no_matter || b == Style::no_matter) return true;
    return question == kTalkingStyle ? a != b : a == b;
}

std::int32_t style_fit(Profile const& a, Profile const& b) {
    std::int32_t fitting = 0;
    for (std::size_t q = 0; q < kStyles; ++q)
        if (styles_fit(q, a.styles[q], b.styles[q])) ++fitting;
    return fitting * kFull / static_cast<std::int32_t>(kStyles);
}

bool is_unknown(Week const& week) {
    return std::all_of(week.begin(), week.end(), [](std::uint64_t word) { return word == 0; });
}

std::int32_t common_half_hours(Profile const& a, Profile const& b) {
    // Bits of each byte of all words side by side, added up once: a processor need not count bits by itself (Warren,
    // Hacker's Delight, 2nd ed. 2012, 5-1). Six words of eight bits each stay below 256 in a byte.
    std::uint64_t in_bytes = 0;
    for (std::size_t w = 0; w < kWeekWords; ++w) {
        auto bits = a.week[w] & b.week[w];
        bits -= bits >> 1 & 0x5555555555555555U;
        bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
        in_bytes += (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
    }
    static constexpr std::uint64_t kLower = 0x00FF00FF00FF00FFU;
    auto const in_pairs = (in_bytes & kLower) + (in_bytes >> 8 & kLower);
    return static_cast<std::int32_t>((in_pairs * 0x0001000100010001U) >> 48);
}

Fits fits_of(World const& world, Profile const& mentor, Profile const& mentee) {
    return {topic_fit(world, mentor, mentee), topic_fit(world, mentee, mentor), style_fit(mentor, mentee),
            distance_fit(mentor, mentee), times_fit(common_half_hours(mentor, mentee))};
}

Benefit weigh(Rules const& rules, Weights const& weights, Fits const& fits, Profile const& mentor,
              Profile const& mentee) {
    auto const topics = rules.both_must_gain ? weights.topics : 0;
    auto const all = std::max(1, topics + weights.style + weights.distance + weights.times);
    auto const shared = weights.style * fits.style + weights.distance * fits.distance + weights.times * fits.times;
    Benefit benefit{less_load((topics * fits.mentor_topics + shared) / all, mentee),
                    less_load((topics * fits.mentee_topics + shared) / all, mentor), 0};
    benefit.together = harmonic_mean(benefit.mentor, benefit.mentee);
    return benefit;
}

Benefit benefit_of(World const& world, Profile const& mentor, Profile const& mentee) {
    return weigh(world.rules, world.rules.weights, fits_of(world, mentor, mentee), mentor, mentee);
}

std::int32_t harmonic_mean(std::int32_t a, std::int32_t b) {
    if (a <= 0 || b <= 0) return 0;
    return (4 * a * b + a + b) / (2 * (a + b));
}

}  // namespace matching::engine
