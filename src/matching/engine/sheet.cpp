#include "matching/engine/sheet.hpp"

#include <algorithm>
#include <bit>

namespace matching::engine {

namespace {

constexpr std::uint64_t bit_of(Topic topic) {
    return std::uint64_t{1} << topic;
}

std::uint64_t bits_of(std::vector<Topic> const& topics) {
    std::uint64_t bits = 0;
    for (auto const topic : topics) bits |= bit_of(topic);
    return bits;
}

std::int32_t style_fit_of(Sheet const& a, Sheet const& b) {
    constexpr unsigned kTalking = 1U << kTalkingStyle;
    unsigned const equal = (a.first_styles & b.first_styles) | (a.second_styles & b.second_styles);
    unsigned const opposite = (a.first_styles & b.second_styles) | (a.second_styles & b.first_styles);
    auto const clashes = std::popcount((equal & kTalking) | (opposite & ~kTalking));
    return (static_cast<std::int32_t>(kStyles) - clashes) * kFull / static_cast<std::int32_t>(kStyles);
}

}  // namespace

SheetMaker::SheetMaker(World const& world) : world_(world) {
    auto const topics = world.family_of.size();
    if (topics > kMostTopics) return;
    families_.resize(topics, 0);
    for (Topic one = 0; one < topics; ++one)
        for (Topic other = 0; other < topics; ++other)
            if (world.family_of[one] == world.family_of[other]) families_[one] |= bit_of(other);
}

Sheet SheetMaker::make(Profile const& profile) const {
    Sheet sheet;
    sheet.profile = &profile;
    for (std::size_t question = 0; question < kStyles; ++question) {
        auto const bit = static_cast<std::uint8_t>(1U << question);
        if (profile.styles[question] == Style::first) sheet.first_styles |= bit;
        if (profile.styles[question] == Style::second) sheet.second_styles |= bit;
    }
    for (auto const& want : profile.wants) {
        sheet.wants.push_back({want.topic, weight_of_priority(want.priority)});
        sheet.weight_of_all += sheet.wants.back().weight;
    }
    if (!has_bits()) return sheet;
    sheet.on_table = ~bits_of(profile.will_not_discuss);
    for (auto const& want : profile.wants) sheet.wanted |= bit_of(want.topic);
    for (auto const& offer : profile.offers) {
        sheet.near |= families_[offer.topic];
        sheet.offered[static_cast<std::size_t>(std::clamp(offer.strength, 1, 3) - 1)] |= bit_of(offer.topic);
        sheet.offered_at_all |= bit_of(offer.topic);
    }
    return sheet;
}

std::vector<Sheet> SheetMaker::make(std::vector<Profile> const& side) const {
    std::vector<Sheet> sheets;
    sheets.reserve(side.size());
    for (auto const& profile : side) {
        auto& sheet = sheets.emplace_back(make(profile));
        sheet.worth_for.reserve(families_.size());
        for (Topic topic = 0; topic < families_.size(); ++topic)
            sheet.worth_for.push_back(static_cast<std::int16_t>(worth_for(topic, sheet, sheet.on_table)));
    }
    return sheets;
}

bool SheetMaker::would_gain_anything(Sheet const& wanting, Sheet const& offering) const {
    if (has_bits()) return (wanting.wanted & offering.near) != 0;
    return std::any_of(wanting.wants.begin(), wanting.wants.end(), [&](Sheet::WeightedWant const& want) {
        auto const& offers = offering.profile->offers;
        return std::any_of(offers.begin(), offers.end(), [&](Offer const& offer) {
            return world_.family_of[offer.topic] == world_.family_of[want.topic];
        });
    });
}

std::int32_t SheetMaker::topic_fit(Sheet const& wanting, Sheet const& offering) const {
    if (!has_bits()) return engine::topic_fit(world_, *wanting.profile, *offering.profile);
    auto const table = wanting.on_table & offering.on_table;
    auto const is_known = !offering.worth_for.empty() && (offering.offered_at_all & ~wanting.on_table) == 0;
    std::int32_t reached = 0;
    for (auto const& want : wanting.wants) {
        auto const worth =
            is_known ? std::int32_t{offering.worth_for[want.topic]} : worth_for(want.topic, offering, table);
        reached += (table & bit_of(want.topic)) == 0 ? 0 : want.weight * worth;
    }
    return wanting.weight_of_all == 0 ? 0 : reached / wanting.weight_of_all;
}

// The topic itself, however weakly, is worth more than its family, however strongly.
std::int32_t SheetMaker::worth_for(Topic wanted, Sheet const& offering, std::uint64_t table) const {
    if ((table & bit_of(wanted)) == 0) return 0;
    for (std::size_t strength = 3; strength-- > 0;)
        if ((offering.offered[strength] & bit_of(wanted)) != 0)
            return worth_of_offer(kFull, static_cast<std::int32_t>(strength) + 1);
    for (std::size_t strength = 3; strength-- > 0;)
        if ((offering.offered[strength] & families_[wanted] & table) != 0)
            return worth_of_offer(kFamilyShare, static_cast<std::int32_t>(strength) + 1);
    return 0;
}

Fits SheetMaker::fits(Sheet const& mentor, Sheet const& mentee, std::int32_t common_half_hours) const {
    return {topic_fit(mentor, mentee), topic_fit(mentee, mentor), style_fit_of(mentor, mentee),
            distance_fit(*mentor.profile, *mentee.profile), times_fit(common_half_hours)};
}

}  // namespace matching::engine
