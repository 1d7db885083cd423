#include "circle/group_meeting.hpp"

#include <gtest/gtest.h>

namespace circle {
namespace {

// 2026-11-22T08:00Z
base::Instant const kNow = base::parse_instant("2026-11-22T08:00:00Z").value();

GroupMeeting kick_off(std::string const& starts_at = "2026-12-01T09:00:00Z") {
    GroupMeeting meeting;
    meeting.title = "The first hour";
    meeting.starts_local = starts_at.substr(0, 16);
    meeting.time_zone = "UTC";
    meeting.starts_at = base::parse_instant(starts_at).value();
    meeting.place = "Canteen";
    return meeting;
}

std::string refusal_of(base::Result<GroupMeeting> const& result) {
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.errors.empty() ? refusal.code : refusal.errors.front().pointer + " " + refusal.errors.front().code;
}

TEST(AGroupMeeting, is_set_moved_and_called_off_each_time_with_a_new_version) {
    auto const set = set_group_meeting({}, kick_off(), 0, {}, kNow).value();
    EXPECT_EQ(set.version, 1);
    EXPECT_EQ(set_group_meeting(set, kick_off(), 1, {}, kNow).value().version, 1) << "nothing has changed";
    auto const moved = set_group_meeting(set, kick_off("2026-12-02T09:00:00Z"), 1, {}, kNow).value();
    EXPECT_EQ(moved.version, 2);
    auto const off = call_off_group_meeting(moved, 2, kNow).value();
    EXPECT_EQ(off.version, 3);
    EXPECT_FALSE(is_ahead(off, kNow));
    EXPECT_EQ(refusal_of(set_group_meeting(off, kick_off(), 3, {}, kNow)), "called_off");
    EXPECT_EQ(refusal_of(call_off_group_meeting(off, 3, kNow)), "called_off");
}

TEST(AGroupMeeting, is_changed_by_the_version_that_was_read_and_before_it_begins) {
    auto const set = set_group_meeting({}, kick_off(), 0, {}, kNow).value();
    EXPECT_EQ(refusal_of(set_group_meeting(set, kick_off(), 0, {}, kNow)), "stale");
    EXPECT_EQ(refusal_of(call_off_group_meeting(set, 2, kNow)), "stale");
    EXPECT_EQ(refusal_of(call_off_group_meeting(set, 1, set.starts_at)), "already_begun");
}

TEST(AGroupMeeting, lies_ahead_within_two_years_and_before_the_last_day_and_has_a_title) {
    EXPECT_EQ(refusal_of(set_group_meeting({}, kick_off("2026-11-22T08:00:00Z"), 0, {}, kNow)),
              "/starts_local in_the_past");
    EXPECT_EQ(refusal_of(set_group_meeting({}, kick_off("2029-01-01T08:00:00Z"), 0, {}, kNow)),
              "/starts_local too_far");
    auto const last_day = base::parse_day("2026-12-01").value();
    EXPECT_EQ(refusal_of(set_group_meeting({}, kick_off(), 0, last_day, kNow)), "");
    EXPECT_EQ(refusal_of(set_group_meeting({}, kick_off("2026-12-02T00:00:00Z"), 0, last_day, kNow)),
              "/starts_local after_last_day");
    auto untitled = kick_off();
    untitled.title = " \n ";
    EXPECT_EQ(refusal_of(set_group_meeting({}, untitled, 0, {}, kNow)), "/title too_short");
}

}  // namespace
}  // namespace circle
