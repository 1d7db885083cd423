#include "programme/sponsor.hpp"

#include <gtest/gtest.h>

using namespace programme;

namespace {

constexpr base::Instant kAsked{1'000'000'000};

Sponsor asked_sponsor() {
    Sponsor sponsor;
    sponsor.name = "Marta";
    sponsor.asked_at = kAsked;
    sponsor.link_expires_at = kAsked + kSponsorLinkLasts;
    return sponsor;
}

}  // namespace

TEST(ASponsor, accepts_with_one_tap) {
    auto accepted = accept(asked_sponsor(), {}, kAsked + std::chrono::hours(1));
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->accepted_at, kAsked + std::chrono::hours(1));
    EXPECT_EQ(accepted->takes_part, TakesPart::in_person);
}

TEST(ASponsor, who_taps_again_keeps_the_first_day_and_changes_the_promise) {
    auto first = accept(asked_sponsor(), {}, kAsked);
    auto second = accept(*first, {TakesPart::by_delegate, "Bruno", 7}, kAsked + std::chrono::hours(24 * 90));
    ASSERT_TRUE(second);
    EXPECT_EQ(second->accepted_at, kAsked);
    EXPECT_EQ(second->delegate_name, "Bruno");
    EXPECT_EQ(second->answers_within_days, 7);
}

TEST(ASponsor, cannot_accept_by_a_link_that_has_expired) {
    auto late = accept(asked_sponsor(), {}, kAsked + kSponsorLinkLasts + base::Duration(1));
    EXPECT_EQ(late.refusal().code, "link_expired");
}

TEST(ASponsor, names_whoever_takes_part_instead) {
    auto nobody = accept(asked_sponsor(), {TakesPart::by_delegate, "  ", 14}, kAsked);
    EXPECT_EQ(nobody.refusal().errors.front().pointer, "/delegate_name");
}
