#include "invitation/invitation.hpp"

#include <gtest/gtest.h>

using namespace invitation;

TEST(AnInvitation, is_written_again_at_most_twice) {
    Invitation invitation;
    EXPECT_TRUE(may_write_again(invitation));
    invitation = write_again(write_again(invitation, base::Instant{5}), base::Instant{9});
    EXPECT_EQ(invitation.last_written_at, base::Instant{9});
    EXPECT_FALSE(may_write_again(invitation));
}

TEST(DontAskAgain, holds_for_a_year) {
    auto const said = base::Day{1000};
    EXPECT_TRUE(is_not_to_be_asked(Answer::no_dont_ask, said, said));
    EXPECT_TRUE(is_not_to_be_asked(Answer::no_dont_ask, said, said + 364));
    EXPECT_FALSE(is_not_to_be_asked(Answer::no_dont_ask, said, said + 365));
}

TEST(NotNow, may_be_asked_again) {
    EXPECT_FALSE(is_not_to_be_asked(Answer::not_now, base::Day{1000}, base::Day{1000}));
    EXPECT_FALSE(is_not_to_be_asked(std::nullopt, std::nullopt, base::Day{1000}));
}
