// Meetings of a whole programme through the doors: convened, told, moved, called off, in calendars and as busy time.

#include "circle/group_meeting_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "circle/group_meeting_store.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"

namespace circle {
namespace {

using enum GroupMeetingAction;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

GroupMeetingInput kick_off() {
    GroupMeetingInput input;
    input.title = "Our first hour";
    input.by_sponsor = true;
    input.starts_local = "2026-12-01T10:00";
    input.time_zone = "Europe/Paris";
    input.place = " Canteen ";
    return input;
}

struct GroupMeetingsHeld : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string programme = "/api/programmes/" + cast.programme.text();

    void SetUp() override { support::make_ready_to_invite(door, cast); }
    void follow_up() {
        door.house().round();
        door.house().drain();
    }
    void let_hours_pass(int hours) {
        door.clock().advance(std::chrono::hours(hours));
        follow_up();
    }
    support::Reply convene(GroupMeetingInput const& input = kick_off()) {
        auto reply = door.as(cast.jo).post(programme + "/group-meetings", json::write(input));
        follow_up();
        return reply;
    }
    support::Reply change(std::string const& id, GroupMeetingInput const& input) {
        auto reply = door.as(cast.jo).put("/api/group-meetings/" + id, json::write(input));
        follow_up();
        return reply;
    }
    std::vector<std::string> titles_of(PersonId who) {
        auto const reply = door.as(who).get("/api/my-group-meetings");
        EXPECT_EQ(reply.status, 200) << reply.body;
        std::vector<std::string> titles;
        for (auto const& one : reply.as<OwnGroupMeetings>().items) titles.push_back(one.title);
        return titles;
    }
    // Of ana, bruno, sofia, david, marta, lena.
    std::vector<std::int64_t> told(std::string const& kind, std::string const& table = "notices") {
        std::vector<std::int64_t> counts;
        for (auto who : {cast.ana, cast.bruno, cast.sofia, cast.david, cast.marta, cast.lena})
            counts.push_back(door.database().read([&](db::Tx& tx) {
                return tx
                    .value<std::int64_t>("SELECT COUNT(*) FROM " + table +
                                             " WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                                         cast.organisation, who, kind)
                    .value();
            }));
        return counts;
    }
};

TEST_F(GroupMeetingsHeld, are_convened_in_the_sponsors_name_and_told_to_everybody_and_the_sponsor) {
    auto const set = convene();
    ASSERT_EQ(set.status, 201) << set.body;
    auto const meeting = set.as<GroupMeetingAnswer>();
    EXPECT_EQ(meeting.sponsor_name, "Marta Kowalska");
    EXPECT_EQ(meeting.place, "Canteen");
    EXPECT_EQ(base::to_text(meeting.starts_at), "2026-12-01T09:00:00Z");
    EXPECT_THAT(meeting.allowed_actions, ElementsAre(GroupMeetingAction::change, call_off));
    EXPECT_THAT(told("group_meeting_set"), ElementsAre(1, 1, 1, 1, 1, 0));
    EXPECT_THAT(told("group_meeting_set", "mails"), ElementsAre(1, 1, 1, 1, 1, 0));
    for (auto who : {cast.ana, cast.david, cast.marta}) EXPECT_THAT(titles_of(who), ElementsAre("Our first hour"));
    EXPECT_THAT(titles_of(cast.lena), IsEmpty());
    EXPECT_THAT(titles_of(cast.otto), IsEmpty());
    EXPECT_THAT(door.as(cast.ana).get("/api/my-group-meetings").as<OwnGroupMeetings>().items.at(0).allowed_actions,
                IsEmpty());
    auto const mail = door.as(cast.amir).get("/api/mails?kind=group_meeting_set").as<notice::Mails>().items.at(0);
    EXPECT_THAT(mail.body, AllOf(HasSubstr("1 December 2026"), HasSubstr("10:00"), HasSubstr("Europe/Paris"),
                                 HasSubstr("Canteen"), Not(HasSubstr("Our first hour"))));
    auto const page = door.as(cast.jo).get(programme + "/group-meetings").as<GroupMeetings>();
    EXPECT_EQ(page.everyone, 4);
    EXPECT_EQ(page.mentors, 2);
    EXPECT_EQ(page.items.size(), 1U);
    EXPECT_THAT(titles_of(cast.jo), IsEmpty()) << "whoever coordinates is not asked to it";
}

TEST_F(GroupMeetingsHeld, ask_one_side_alone) {
    auto input = kick_off();
    input.asked = GroupAsked::mentors;
    input.by_sponsor = false;
    ASSERT_EQ(convene(input).status, 201);
    EXPECT_THAT(told("group_meeting_set"), ElementsAre(1, 1, 0, 0, 0, 0));
    EXPECT_THAT(titles_of(cast.sofia), IsEmpty());
    EXPECT_THAT(titles_of(cast.marta), IsEmpty());
}

TEST_F(GroupMeetingsHeld, are_told_again_when_they_move_and_when_they_are_called_off) {
    auto const id = convene().text("/id");
    auto input = kick_off();
    input.version = 1;
    ASSERT_EQ(change(id, input).text("/version"), "1");
    EXPECT_THAT(told("group_meeting_set"), ElementsAre(1, 1, 1, 1, 1, 0)) << "nothing has changed";
    input.starts_local = "2026-12-02T10:00";
    ASSERT_EQ(change(id, input).text("/version"), "2");
    EXPECT_THAT(told("group_meeting_set"), ElementsAre(2, 2, 2, 2, 2, 0));
    EXPECT_EQ(change(id, input).code(), "stale");
    EXPECT_EQ(door.as(cast.kim).remove("/api/group-meetings/" + id + "?version=1").code(), "stale");
    ASSERT_EQ(door.as(cast.kim).remove("/api/group-meetings/" + id + "?version=2").text("/is_called_off"), "true");
    follow_up();
    EXPECT_THAT(told("group_meeting_called_off"), ElementsAre(1, 1, 1, 1, 1, 0));
    EXPECT_THAT(titles_of(cast.ana), IsEmpty());
    EXPECT_EQ(door.as(cast.kim).remove("/api/group-meetings/" + id + "?version=3").code(), "called_off");
    input.version = 3;
    EXPECT_EQ(change(id, input).code(), "called_off");
    EXPECT_EQ(door.as(cast.jo).get("/api/group-meetings/" + id + "/calendar").code(), "no_date");
}

TEST_F(GroupMeetingsHeld, stand_in_calendars_without_a_word_of_the_programme_and_are_busy_time) {
    auto const id = convene().text("/id");
    auto const file = door.as(cast.ana).get("/api/group-meetings/" + id + "/calendar");
    ASSERT_EQ(file.status, 200);
    EXPECT_THAT(file.body,
                AllOf(HasSubstr("CLASS:PRIVATE"), HasSubstr("A date with Marta Kowalska and colleagues"),
                      HasSubstr("LOCATION:Canteen"), Not(HasSubstr("Customers")), Not(HasSubstr("Our first hour"))));
    auto const feed = door.as(cast.ana).post("/api/calendar-feed").text("/address");
    ASSERT_FALSE(feed.empty());
    EXPECT_THAT(door.nobody().get(feed.substr(feed.find("/calendar/"))).body, HasSubstr("Marta Kowalska and"));
    auto const busy = [&](PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return store::list_busy_in_groups(tx, cast.organisation, who, door.clock().now()).size();
        });
    };
    EXPECT_EQ(busy(cast.ana), 1U);
    EXPECT_EQ(busy(cast.lena), 0U);
}

TEST_F(GroupMeetingsHeld, remind_each_in_their_working_time_two_days_before_and_once) {
    auto input = kick_off();
    input.starts_local = "2026-12-03T10:00";  // a Thursday
    ASSERT_EQ(convene(input).status, 201);
    let_hours_pass(24 * 8);
    EXPECT_THAT(told("group_meeting_soon"), ElementsAre(0, 0, 0, 0, 0, 0));
    for (int hour = 0; hour < 24; ++hour) let_hours_pass(1);
    EXPECT_THAT(told("group_meeting_soon"), ElementsAre(1, 1, 1, 1, 1, 0));
    let_hours_pass(24);
    EXPECT_THAT(told("group_meeting_soon"), ElementsAre(1, 1, 1, 1, 1, 0));
}

TEST_F(GroupMeetingsHeld, say_nowhere_who_comes) {
    ASSERT_EQ(convene().status, 201);
    EXPECT_EQ(door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>(
            "SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind LIKE 'group_meeting.%'",
            cast.organisation);
    }),
              1);
    EXPECT_THAT(door.as(cast.jo).get(programme + "/group-meetings").body, Not(HasSubstr("Ana")));
}

TEST_F(GroupMeetingsHeld, refuse_nonsense) {
    auto const refused = [&](GroupMeetingInput const& input) {
        auto const reply = convene(input);
        EXPECT_EQ(reply.status, 422) << reply.body;
        return reply.text("/errors/0/pointer") + " " + reply.text("/errors/0/code");
    };
    auto input = kick_off();
    input.starts_local = "2026-11-01T10:00";
    EXPECT_EQ(refused(input), "/starts_local in_the_past");
    input.starts_local = "2036-11-01T10:00";
    EXPECT_EQ(refused(input), "/starts_local too_far");
    input.starts_local = "next Tuesday, 10";
    EXPECT_EQ(refused(input), "/starts_local format");
    input = kick_off();
    input.time_zone = "Mars/Base";
    EXPECT_EQ(refused(input), "/time_zone unknown_time_zone");
    input = kick_off();
    input.title = "  ";
    EXPECT_EQ(refused(input), "/title too_short");
    input = kick_off();
    input.minutes = 5;
    refused(input);
    ASSERT_EQ(door.as(cast.jo).put(programme + "/closing", R"({"version":0,"closes_on":"2026-12-13"})").status, 200);
    input = kick_off();
    input.starts_local = "2026-12-14T10:00";
    EXPECT_EQ(refused(input), "/starts_local after_last_day");
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE sponsors SET accepted_at = NULL WHERE organisation_id = $1", cast.organisation);
    });
    EXPECT_EQ(convene().code(), "sponsor_not_accepted");
    input = kick_off();
    input.by_sponsor = false;
    for (int ahead = 0; ahead < 20; ++ahead) ASSERT_EQ(convene(input).status, 201);
    EXPECT_EQ(convene(input).code(), "too_many_group_meetings");
}

TEST_F(GroupMeetingsHeld, are_called_off_when_the_programme_closes) {
    auto const id = convene().text("/id");
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    let_hours_pass(1);
    EXPECT_THAT(told("group_meeting_called_off"), ElementsAre(1, 1, 1, 1, 1, 0));
    EXPECT_EQ(convene().code(), "programme_closed");
    EXPECT_FALSE(door.as(cast.jo).get(programme + "/group-meetings").as<GroupMeetings>().may_set);
}

TEST_F(GroupMeetingsHeld, are_closed_to_others) {
    auto const id = convene().text("/id");
    auto const nobody_else = {cast.ana, cast.sofia, cast.lena, cast.marta, cast.nina, cast.rosa};
    auto input = kick_off();
    input.version = 1;
    expect_closed_to_others(door, cast, {http::Method::get, programme + "/group-meetings"}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::post, programme + "/group-meetings", json::write(kick_off())},
                            nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, "/api/group-meetings/" + id, json::write(input)},
                            nobody_else);
    expect_closed_to_others(door, cast, {http::Method::remove, "/api/group-meetings/" + id + "?version=1"},
                            nobody_else);
    expect_closed_to_others(door, cast, {http::Method::get, "/api/group-meetings/" + id + "/calendar"},
                            {cast.lena, cast.nina, cast.rosa});
    EXPECT_EQ(door.nobody().get("/api/my-group-meetings").status, 401);
}

}  // namespace
}  // namespace circle
