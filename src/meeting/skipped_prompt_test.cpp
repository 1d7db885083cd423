#include "meeting/skipped_prompt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace meeting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::AnyId meeting_number(int number) {
    return base::AnyId::parse("00000000-0000-4000-8000-00000000000" + std::to_string(number)).value();
}

TEST(SkippingPrompts, is_kept_by_meeting_and_guide_and_taken_back_by_skipping_none) {
    auto const& guides = guides_in("en");
    auto all = skip({}, {meeting_number(1), "2", {3, 1, 3}}, guides).value();
    EXPECT_THAT(all, ElementsAre(SkippedPrompts{meeting_number(1), "2", {1, 3}}));
    all = skip(all, {meeting_number(2), "2", {2}}, guides).value();
    all = skip(all, {meeting_number(1), "2", {1}}, guides).value();
    EXPECT_THAT(all,
                ElementsAre(SkippedPrompts{meeting_number(2), "2", {2}}, SkippedPrompts{meeting_number(1), "2", {1}}));
    all = skip(all, {meeting_number(2), "2", {}}, guides).value();
    EXPECT_THAT(skip(all, {meeting_number(1), "2", {}}, guides).value(), IsEmpty());
}

TEST(SkippingPrompts, is_refused_of_what_is_not_there) {
    auto const& guides = guides_in("en");
    EXPECT_EQ(skip({}, {meeting_number(1), "99", {1}}, guides).refusal().errors.at(0).pointer, "/guide");
    for (auto number : {0, -1, 4})
        EXPECT_EQ(skip({}, {meeting_number(1), "2", {number}}, guides).refusal().errors.at(0).pointer, "/numbers");
}

TEST(SkippingPrompts, forgets_what_was_skipped_longest_ago) {
    auto const& guides = guides_in("en");
    std::vector<SkippedPrompts> all;
    for (int round = 0; round <= static_cast<int>(kMostSkippedGuides); ++round) {
        auto const digits = std::to_string(1000 + round);
        auto const of = base::AnyId::parse("00000000-0000-4000-8000-00000000" + digits).value();
        all = skip(all, {of, "2", {1}}, guides).value();
    }
    EXPECT_EQ(all.size(), kMostSkippedGuides);
    EXPECT_EQ(all.front().of_id.text().substr(32), "1001");
}

}  // namespace
}  // namespace meeting
