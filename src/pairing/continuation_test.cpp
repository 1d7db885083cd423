#include "pairing/continuation.hpp"

#include <gtest/gtest.h>

namespace pairing {
namespace {

base::Day last_day(int number) {
    return base::parse_day("2026-06-01").value() + number;
}

Pairing begun() {
    Pairing pairing;
    pairing.went_on_at = base::start_of_utc(last_day(-100));
    pairing.started_at = pairing.went_on_at;
    return pairing;
}

TEST(GoingOn, is_opened_only_when_both_choose_alike_what_needs_both) {
    EXPECT_EQ(agreed_onward({Onward::informally, Onward::informally}), Onward::informally);
    EXPECT_EQ(agreed_onward({Onward::swap, Onward::swap}), Onward::swap);
    EXPECT_EQ(agreed_onward({Onward::informally, Onward::swap}), std::nullopt);
    EXPECT_EQ(agreed_onward({Onward::stop, Onward::stop}), std::nullopt);
    EXPECT_EQ(agreed_onward({Onward::new_partner, Onward::new_partner}), std::nullopt);
    EXPECT_EQ(agreed_onward({Onward::informally, std::nullopt}), std::nullopt);
    EXPECT_EQ(agreed_onward({}), std::nullopt);
}

TEST(GoingOn, is_chosen_while_the_pair_runs) {
    EXPECT_TRUE(may_choose(begun(), Onward::stop, false));
    EXPECT_EQ(may_choose({}, Onward::stop, false).refusal().code, "not_started");
    EXPECT_EQ(may_choose(*close(begun(), Ending::ended, last_day(0)), Onward::stop, false).refusal().code,
              "pairing_over");
    EXPECT_EQ(may_choose(begun(), Onward::swap, false).refusal().code, "cannot_swap");
    EXPECT_TRUE(may_choose(begun(), Onward::swap, true));
}

TEST(GoingOn, the_other_way_round_needs_a_day_of_its_programme_after_both_have_said_so) {
    EXPECT_TRUE(leaves_time_to_swap(std::nullopt, last_day(0)));
    EXPECT_TRUE(leaves_time_to_swap(last_day(0), last_day(-1)));
    EXPECT_FALSE(leaves_time_to_swap(last_day(0), last_day(0)));
}

TEST(GoingOn, ends_a_week_after_the_last_day_unless_both_sign_another) {
    Agreement agreement;
    agreement.ends_on = last_day(0);
    EXPECT_EQ(completes_on(agreement), last_day(7));
}

TEST(GoingOn, says_whether_somebody_looks_for_a_partner_afterwards) {
    EXPECT_EQ(wish_after(std::nullopt), Wish::now);
    EXPECT_EQ(wish_after(Onward::new_partner), Wish::now);
    EXPECT_EQ(wish_after(Onward::informally), Wish::later);
    EXPECT_EQ(wish_after(Onward::swap), Wish::later);
    EXPECT_EQ(wish_after(Onward::stop), Wish::stop);
}

}  // namespace
}  // namespace pairing
