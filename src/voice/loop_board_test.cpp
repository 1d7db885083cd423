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
    auto const after = [&](std::size_t quickly, std::size_t slowly, std::vector<Question> others) {
        others.insert(others.end(), quickly, quick);
        others.insert(others.end(), slowly, slow);
        return totals_of(others, today).median_days;
    };
    EXPECT_EQ(after(0, 0, {}), std::nullopt);
    EXPECT_EQ(after(4, 0, {}), std::nullopt) << "of so few it would be read as more than it is";
    EXPECT_EQ(after(5, 0, {}), 4.0);
    EXPECT_EQ(after(3, 3, {open}), 20.0);
    EXPECT_EQ(after(5, 0, std::vector(6, open)), std::nullopt) << "fewer than half are decided";
    EXPECT_EQ(after(5, 5, {waiting_since("2026-12-31")}), 12.0) << "in the middle of the stretch, as R has it";
}

}  // namespace
}  // namespace voice
