#include "voice/loop_board.hpp"

#include <gtest/gtest.h>

namespace voice {
namespace {

base::Day on(char const* text) {
    return base::parse_day(text).value();
}

Question waiting_since(char const* asked_on, char const* closed_on = nullptr) {
    Question question;
    question.decide_by = on("2027-03-01");
    question.asked_on = on(asked_on);
    if (closed_on != nullptr) question.closed_on = on(closed_on);
    return question;
}

// A board of closed questions alone would flatter whoever lets the hard ones lie.
TEST(ALoopBoard, counts_an_open_question_as_long_as_it_has_waited) {
    auto const today = on("2027-01-01");
    auto const quick = waiting_since("2026-11-01", "2026-11-05");
    auto const slow = waiting_since("2026-11-01", "2026-11-21");
    auto const open = waiting_since("2026-11-01");
    EXPECT_EQ(totals_of({}, today).median_days, std::nullopt);
    EXPECT_EQ(totals_of({quick}, today).median_days, 4.0);
    EXPECT_EQ(totals_of({quick, slow, open}, today).median_days, 20.0);
    EXPECT_EQ(totals_of({quick, open, open}, today).median_days, std::nullopt) << "fewer than half are decided";
    auto const asked_yesterday = waiting_since("2026-12-31");
    EXPECT_EQ(totals_of({quick, slow, asked_yesterday}, today).median_days, 12.0);
}

}  // namespace
}  // namespace voice
