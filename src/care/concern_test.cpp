#include "care/concern.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace care {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::Day day(char const* text) {
    return base::parse_day(text).value();
}

Concern one() {
    Concern concern;
    concern.raised_on = concern.last_on = day("2026-11-22");
    return concern;
}

TEST(AConcern, is_kept_for_months_of_the_calendar_after_its_last_word) {
    auto concern = one();
    EXPECT_EQ(kept_until(concern), day("2028-11-22"));
    concern.last_on = day("2026-12-31");
    concern.kept_months = 2;
    EXPECT_EQ(kept_until(concern), day("2027-02-28"));
    EXPECT_EQ(months_after(day("2028-02-29"), -24), day("2026-02-28"));
}

TEST(AConcern, is_written_on_by_both_until_it_is_closed_or_the_contact_is_gone) {
    auto concern = one();
    EXPECT_THAT(allowed_actions(concern, ConcernSide::person, true), ElementsAre(ConcernAction::write));
    EXPECT_THAT(allowed_actions(concern, ConcernSide::person, false), IsEmpty());
    EXPECT_EQ(check_writing(concern, ConcernSide::person, false, 1).refusal().code, "contact_gone");
    EXPECT_TRUE(check_writing(concern, ConcernSide::contact, false, 1)) << "a last word is still theirs";
    EXPECT_TRUE(check_writing(concern, ConcernSide::person, true, kMostConcernMessages - 1));
    EXPECT_EQ(check_writing(concern, ConcernSide::person, true, kMostConcernMessages).refusal().code, "concern_full");
    concern.closed_on = concern.last_on;
    EXPECT_THAT(allowed_actions(concern, ConcernSide::person, true), IsEmpty());
    EXPECT_THAT(allowed_actions(concern, ConcernSide::contact, true), ElementsAre(ConcernAction::keep_note));
    EXPECT_EQ(check_writing(concern, ConcernSide::contact, true, 1).refusal().code, "concern_closed");
}

TEST(AConcern, is_raised_up_to_a_few_at_once_and_never_without_words) {
    EXPECT_TRUE(check_raising(kMostOpenConcerns - 1));
    EXPECT_EQ(check_raising(kMostOpenConcerns).refusal().code, "too_many_concerns");
    EXPECT_EQ(concern_text("  it is cold \n").value(), "it is cold");
    EXPECT_EQ(concern_text(" \n ").refusal().errors.front().code, "too_short");
}

}  // namespace
}  // namespace care
