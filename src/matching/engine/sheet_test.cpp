#include "matching/engine/sheet.hpp"

#include <random>

#include <gtest/gtest.h>

namespace {

using namespace matching::engine;

class RandomProfiles {
  public:
    RandomProfiles(std::uint32_t seed, std::uint32_t topics) : random_(seed), topics_(topics) {
        for (std::uint32_t topic = 0; topic < topics; ++topic)
            world.family_of.push_back(static_cast<std::uint16_t>(below(topics / 5 + 1)));
    }

    Profile profile() {
        Profile profile;
        for (std::uint32_t i = below(5); i > 0; --i)
            profile.offers.push_back({topic(), static_cast<std::int32_t>(below(5)), true});
        for (std::uint32_t i = below(5); i > 0; --i)
            profile.wants.push_back({topic(), static_cast<std::int32_t>(below(5)), true});
        for (std::uint32_t i = below(3); i > 0; --i) profile.will_not_discuss.push_back(topic());
        for (auto& style : profile.styles) style = static_cast<Style>(below(3));
        profile.department = below(3);
        profile.site = below(3);
        for (auto& word : profile.week) word = std::uint64_t{random_()} & random_() & random_();
        return profile;
    }
    World world;

  private:
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_()) % bound; }
    Topic topic() { return static_cast<Topic>(below(topics_)); }

    std::mt19937 random_;
    std::uint32_t topics_;
};

bool gains_from_a_family(World const& world, Profile const& wanting, Profile const& offering) {
    for (auto const& want : wanting.wants)
        for (auto const& offer : offering.offers)
            if (world.family_of[want.topic] == world.family_of[offer.topic]) return true;
    return false;
}

// In a catalogue of few topics, of exactly as many as there are bits, and of too many for bits.
class ASheet : public testing::TestWithParam<std::uint32_t> {};

TEST_P(ASheet, says_what_the_profiles_say) {
    for (std::uint32_t seed = 1; seed <= 2'000; ++seed) {
        RandomProfiles random(seed, GetParam());
        auto const mentor = random.profile();
        auto const mentee = random.profile();
        SheetMaker const sheets(random.world);
        auto const one = sheets.make(mentor);
        auto const other = sheets.make(mentee);
        auto const expected = fits_of(random.world, mentor, mentee);
        auto const fits = sheets.fits(one, other, common_half_hours(mentor, mentee));
        ASSERT_EQ(fits.mentor_topics, expected.mentor_topics) << seed;
        ASSERT_EQ(fits.mentee_topics, expected.mentee_topics) << seed;
        ASSERT_EQ(fits.style, expected.style) << seed;
        ASSERT_EQ(fits.distance, expected.distance) << seed;
        ASSERT_EQ(fits.times, expected.times) << seed;
        ASSERT_EQ(sheets.would_gain_anything(one, other), gains_from_a_family(random.world, mentor, mentee)) << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(OfSoManyTopics, ASheet, testing::Values(6U, 61U, 64U, 65U, 200U));

}  // namespace
