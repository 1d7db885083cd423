#include "invitation/announcement.hpp"

#include <gtest/gtest.h>

namespace invitation {
namespace {

TEST(AnAnnouncement, has_a_title_of_one_line_and_a_text_in_the_programmes_own_language) {
    auto const kept = check_announcement({{"en", " The  first\nweek ", " All well.\r\n"}}, "en").value().at(0);
    EXPECT_EQ(kept.title, "The first week");
    EXPECT_EQ(kept.text, "All well.");
    auto const refused = check_announcement({{"de", " ", " "}, {"de", "Titel", "Text"}}, "en").refusal();
    ASSERT_EQ(refused.errors.size(), 4U);
    EXPECT_EQ(refused.errors[0].code, "twice");
    EXPECT_EQ(refused.errors[1].code, "own_language");
    EXPECT_EQ(refused.errors[2].pointer, "/texts/0/title");
    EXPECT_EQ(refused.errors[3].pointer, "/texts/0/text");
}

TEST(AnAnnouncement, is_one_of_three_a_day) {
    EXPECT_TRUE(check_pace(0));
    EXPECT_TRUE(check_pace(2));
    EXPECT_EQ(check_pace(3).refusal().code, "too_many_announcements");
    EXPECT_EQ(check_pace(3).refusal().kind, base::RefusalKind::throttled);
}

TEST(AnAnnouncement, is_for_a_side_or_for_none) {
    EXPECT_EQ(side_of(Audience::mentors), programme::Side::mentor);
    EXPECT_EQ(side_of(Audience::mentees), programme::Side::mentee);
    EXPECT_EQ(side_of(Audience::everyone), std::nullopt);
    EXPECT_EQ(side_of(Audience::not_joined), std::nullopt);
}

}  // namespace
}  // namespace invitation
