// Rules B and D2 through the whole house: whose side moved or cancelled a date, and who would rather not be reminded,
// is told by nothing that anybody but the two is shown. The same story is told with the one and with the other.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_shapes.hpp"
#include "notice/notice_actions.hpp"
#include "support/pair.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::World;
using testing::IsEmpty;
using testing::Not;

void nights_pass(World& world, int nights) {
    for (int night = 0; night < nights; ++night) {
        world.door.clock().advance(std::chrono::hours(24));
        world.door.house().round();
        world.door.house().drain();
    }
}

// Set by both, and called off by one of them on the day itself: twice.
void cancel_twice(World& world, access::PersonId who, std::string const& pairing) {
    auto const& cast = world.cast;
    for (int time = 0; time < 2; ++time) {
        auto const day = base::to_text(base::utc_day(world.door.clock().now()) + 1);
        auto const proposed = world.door.as(cast.sofia)
                                  .post(pairing + "/meetings",
                                        R"({"minutes":45,"channel":"video","place":"","times":[{"starts_local":")" +
                                            day + R"(T15:00","time_zone":"UTC"}]})")
                                  .as<meeting::MeetingAnswer>();
        auto const meeting = "/api/meetings/" + proposed.id.text();
        world.ids.push_back(base::any(proposed.id));
        auto const chosen = world.door.as(cast.ana).put(
            meeting + "/time", R"({"version":1,"starts_at":")" + base::to_text(proposed.times.at(0).starts_at) + "\"}");
        ASSERT_EQ(chosen.status, 200) << chosen.body;
        nights_pass(world, 1);
        auto const off = world.door.as(who).put(meeting + "/cancellation", R"({"version":2})");
        ASSERT_EQ(off.status, 200) << off.body;
    }
}

support::Story cancelled_by(std::string const& name, bool has_leak = false) {
    return [=](World& world) {
        auto const pair = support::start_pair(world.door, world.cast);
        world.ids.push_back(base::any(pair));
        auto const who = support::person_named(world.cast, name);
        cancel_twice(world, who, "/api/pairings/" + pair.text());
        nights_pass(world, 22);
        // A mail that administrators are shown, to whoever cancelled.
        if (has_leak)
            world.door.database().write([&](db::Tx& tx) {
                notice::tell(tx, world.cast.organisation, who, notice::round_result, std::nullopt,
                             world.door.clock().now());
            });
    };
}

// Only what is shown: the rows of a nudge have their recipient, like every mail.
std::vector<std::string> shown_apart(support::Story const& one, support::Story const& other) {
    auto first = support::tell(one);
    auto second = support::tell(other);
    first.recorded.clear();
    second.recorded.clear();
    return support::told_apart(first, second, everybody_but({"ana", "sofia"}));
}

TEST(ASign, is_betrayed_by_a_mail_that_is_listed) {
    EXPECT_THAT(shown_apart(cancelled_by("ana", true), cancelled_by("sofia", true)), Not(IsEmpty()));
}

TEST(ASign, shows_no_side_to_anybody_but_the_two) {
    EXPECT_THAT(shown_apart(cancelled_by("ana"), cancelled_by("sofia")), IsEmpty());
}

TEST(AWishForHelp, is_told_by_nothing_that_is_recorded_and_to_coordinators_alone) {
    auto const wished_by = [](std::string const& name) {
        return [=](World& world) {
            auto const pair = support::start_pair(world.door, world.cast);
            world.ids.push_back(base::any(pair));
            auto const who = support::person_named(world.cast, name);
            ASSERT_EQ(world.door.as(who).put("/api/pairings/" + pair.text() + "/help-wish").status, 200);
            ASSERT_EQ(world.door.as(who).put("/api/nudge-stop", R"({"is_stopped":true})").status, 200);
            nights_pass(world, 2);
        };
    };
    EXPECT_THAT(support::told_apart(wished_by("ana"), wished_by("sofia"), everybody_but({"ana", "sofia", "jo", "kim"})),
                IsEmpty());
}

}  // namespace
}  // namespace app
