#include "message/anonymous_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace message {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::Instant at(char const* text) {
    return base::parse_instant(text).value();
}

TEST(TheHourOfALine, is_the_next_full_one_for_whoever_opened_it) {
    for (auto const* now : {"2026-11-22T09:00:00Z", "2026-11-22T09:00:01Z", "2026-11-22T09:59:59Z"})
        EXPECT_EQ(shown_at(LineSide::author, at(now)), at("2026-11-22T10:00:00Z")) << now;
}

TEST(TheHourOfALine, is_the_one_that_has_begun_for_whoever_answers) {
    EXPECT_EQ(shown_at(LineSide::answering, at("2026-11-22T09:00:00Z")), at("2026-11-22T09:00:00Z"));
    EXPECT_EQ(shown_at(LineSide::answering, at("2026-11-22T09:59:59Z")), at("2026-11-22T09:00:00Z"));
}

TEST(OpeningALine, is_refused_to_somebody_with_five_open_or_twenty_messages_a_day) {
    EXPECT_TRUE(check_opening({0, kMostADay - 1, kMostOpenLines - 1}));
    EXPECT_EQ(check_opening({0, 0, kMostOpenLines}).refusal().code, "too_many_lines");
    EXPECT_EQ(check_opening({0, kMostADay, 0}).refusal().kind, base::RefusalKind::throttled);
}

TEST(WritingOnALine, is_limited_by_the_day_for_whoever_opened_it_alone) {
    EXPECT_EQ(check_writing({}, LineSide::author, {0, kMostADay, 1}).refusal().code, "too_many_today");
    EXPECT_TRUE(check_writing({}, LineSide::answering, {0, kMostADay, 1}));
}

TEST(WritingOnALine, ends_when_it_is_closed_or_full) {
    Line closed;
    closed.closed_on = base::Day{20000};
    for (auto side : {LineSide::author, LineSide::answering}) {
        EXPECT_EQ(check_writing(closed, side, {}).refusal().code, "line_closed");
        EXPECT_EQ(check_writing({}, side, {kMostInLine, 0, 1}).refusal().code, "line_full");
        EXPECT_THAT(allowed_actions(closed, side), IsEmpty());
    }
    EXPECT_THAT(allowed_actions({}, LineSide::author), ElementsAre(LineAction::write));
    EXPECT_THAT(allowed_actions({}, LineSide::answering), ElementsAre(LineAction::write, LineAction::close));
}

}  // namespace
}  // namespace message
