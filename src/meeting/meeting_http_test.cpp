#include "meeting/meeting_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_link_http.hpp"
#include "meeting/meeting_link_store.hpp"
#include "notice/notice_shapes.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr auto kHour = std::chrono::hours(1);

struct Meetings : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);

    std::string of_pair(std::string const& rest = "/meetings") { return "/api/pairings/" + pair.text() + rest; }
    static std::string path(MeetingId id, std::string const& rest = "") { return "/api/meetings/" + id.text() + rest; }
    // "2026-…T15:00" in UTC, so many days from now.
    std::string local(int days, int hour = 15) {
        auto const day = base::utc_day(door.clock().now()) + days;
        return base::to_text(day) + "T" + (hour < 10 ? "0" : "") + std::to_string(hour) + ":00";
    }
    std::string times(std::vector<int> const& days) {
        std::string text;
        for (int day : days)
            text += (text.empty() ? "" : ",") + (R"({"starts_local":")" + local(day) + R"(","time_zone":"UTC"})");
        return "[" + text + "]";
    }
    std::string proposal(std::vector<int> const& days) {
        return R"({"minutes":45,"channel":"video","place":"https://video.example.org/ana","times":)" + times(days) +
               "}";
    }
    MeetingAnswer propose(access::PersonId by, std::vector<int> const& days = {2, 3, 4}) {
        auto reply = door.as(by).post(of_pair(), proposal(days));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return reply.as<MeetingAnswer>();
    }
    static std::string choice(MeetingAnswer const& meeting, std::size_t position) {
        return R"({"version":)" + std::to_string(meeting.version) + R"(,"starts_at":")" +
               base::to_text(meeting.times[position].starts_at) + "\"}";
    }
    MeetingAnswer set(int days = 2) {
        auto const meeting = propose(cast.sofia, {days});
        return door.as(cast.ana).put(path(meeting.id, "/time"), choice(meeting, 0)).as<MeetingAnswer>();
    }
    PairMeetings seen(access::PersonId by) { return door.as(by).get(of_pair()).as<PairMeetings>(); }
    static std::string version(MeetingAnswer const& meeting, std::string const& rest = "") {
        return R"({"version":)" + std::to_string(meeting.version) + rest + "}";
    }
    pairing::CoordinatorLine line() {
        auto const listed = door.as(cast.jo)
                                .get("/api/programmes/" + cast.programme.text() + "/pairings")
                                .as<pairing::ProgrammePairings>();
        return listed.items.at(0).line;
    }
    pairing::CoordinatorLine mirror(access::PersonId by) {
        return door.as(by).get(of_pair("")).as<pairing::PairingAnswer>().mirror.line.value();
    }
    std::vector<std::string> told(access::PersonId who) {
        std::vector<std::string> kinds;
        for (auto const& notice : door.as(who).get("/api/notices").as<notice::Notices>().items)
            if (notice.kind == "times_proposed" || notice.kind.starts_with("date_")) kinds.push_back(notice.kind);
        return kinds;
    }
    void tell(MeetingId id) {
        door.database().write([&](db::Tx& tx) { tell_of_meeting(tx, cast.organisation, id, door.clock().now()); });
    }
    void call_off() {
        door.database().write([&](db::Tx& tx) { call_off_meetings(tx, cast.organisation, door.clock().now()); });
    }
};

TEST_F(Meetings, are_proposed_by_one_and_chosen_by_the_other) {
    auto const proposed = propose(cast.sofia);
    EXPECT_EQ(proposed.state, State::proposed);
    EXPECT_EQ(proposed.number, std::nullopt);
    EXPECT_THAT(proposed.times, SizeIs(3));
    EXPECT_THAT(proposed.allowed_actions, Not(Contains(Action::choose)));
    EXPECT_THAT(seen(cast.ana).items.at(0).allowed_actions, Contains(Action::choose));

    EXPECT_EQ(door.as(cast.sofia).put(path(proposed.id, "/time"), choice(proposed, 1)).code(), "own_proposal");
    auto const reply = door.as(cast.ana).put(path(proposed.id, "/time"), choice(proposed, 1));
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto const set = reply.as<MeetingAnswer>();
    EXPECT_EQ(set.state, State::set);
    EXPECT_EQ(set.number, 1);
    EXPECT_EQ(set.time->starts_local, local(3));
    EXPECT_FALSE(set.is_pencilled_in);
    EXPECT_EQ(door.as(cast.ana).put(path(proposed.id, "/time"), choice(proposed, 1)).code(), "stale");
}

TEST_F(Meetings, are_open_for_nobody_else) {
    auto const proposed = propose(cast.sofia);
    std::vector<access::PersonId> const others{cast.bruno, cast.david, cast.lena, cast.marta,
                                               cast.jo,    cast.amir,  cast.nina, cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, of_pair()}, others);
    expect_closed_to_others(door, cast, {http::Method::get, of_pair("/slots")}, others);
    expect_closed_to_others(door, cast, {http::Method::post, of_pair(), proposal({2})}, others);
    for (auto const* rest : {"", "/calendar"})
        expect_closed_to_others(door, cast, {http::Method::get, path(proposed.id, rest)}, others);
    std::vector<std::pair<std::string, std::string>> const writes{
        {"/time", choice(proposed, 0)},
        {"/times", version(proposed, ",\"times\":" + times({5}))},
        {"/where", version(proposed, R"(,"minutes":30,"channel":"call","place":"")")},
        {"/holding", version(proposed)},
        {"/cancellation", version(proposed)}};
    for (auto const& [rest, body] : writes)
        expect_closed_to_others(door, cast, {http::Method::put, path(proposed.id, rest), body}, others);
    EXPECT_EQ(door.as(cast.ana).get("/api/meetings/nonsense").status, 404);
}

TEST_F(Meetings, refuse_nonsense_and_keep_what_they_had) {
    auto const refused = [&](std::string const& body) {
        auto const reply = door.as(cast.sofia).post(of_pair(), body);
        EXPECT_EQ(reply.status, 422) << reply.body;
        return reply.text("/errors/0/pointer") + " " + reply.text("/errors/0/code");
    };
    auto const with = [&](std::string const& time) {
        return R"({"minutes":45,"channel":"video","place":"","times":[)" + time + "]}";
    };
    EXPECT_EQ(refused(with(R"({"starts_local":"2026-13-40T15:00","time_zone":"UTC"})")),
              "/times/0/starts_local format");
    EXPECT_EQ(refused(with(R"({"starts_local":")" + local(2) + R"(","time_zone":"Mars/Olympus"})")),
              "/times/0/time_zone unknown_time_zone");
    EXPECT_EQ(refused(with(R"({"starts_local":")" + local(-2) + R"(","time_zone":"UTC"})")),
              "/times/0/starts_local in_the_past");
    EXPECT_EQ(refused(proposal({})), "/times too_short");
    EXPECT_EQ(refused(proposal({2, 2})), "/times/1/starts_local twice");
    EXPECT_EQ(refused(proposal({2, 3, 4, 5})), "/times too_long");
    EXPECT_THAT(seen(cast.ana).items, IsEmpty());
}

TEST_F(Meetings, moved_or_cancelled_say_whose_it_was_to_the_two_alone) {
    auto const meeting = set();
    auto const reply =
        door.as(cast.sofia).put(path(meeting.id, "/times"), version(meeting, ",\"times\":" + times({6, 7})));
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto const moved = seen(cast.ana).items.at(0);
    EXPECT_EQ(moved.state, State::proposed);
    ASSERT_THAT(moved.changes, SizeIs(1));
    EXPECT_EQ(moved.changes[0].kind, ChangeKind::moved);
    EXPECT_EQ(moved.changes[0].side, Side::mentee);

    EXPECT_EQ(door.as(cast.ana).put(path(meeting.id, "/cancellation"), version(moved, R"(,"whose":"mentee")")).code(),
              "not_yours_to_say");
    EXPECT_EQ(door.as(cast.ana).put(path(meeting.id, "/cancellation"), version(moved)).status, 200);
    EXPECT_EQ(seen(cast.sofia).items.at(0).state, State::cancelled);
    auto const page = door.as(cast.jo).get("/api/programmes/" + cast.programme.text() + "/pairings").body;
    for (auto const* word : {"moved", "cancelled", "changes"}) EXPECT_THAT(page, Not(HasSubstr(word)));
}

TEST_F(Meetings, held_count_the_hours_and_what_the_coordinator_sees_is_what_the_mirror_shows) {
    EXPECT_EQ(line().meetings_held, 0);
    EXPECT_FALSE(line().is_next_date_set);
    auto const meeting = set();
    EXPECT_TRUE(line().is_next_date_set);
    EXPECT_EQ(door.as(cast.ana).put(path(meeting.id, "/holding"), version(meeting)).code(), "not_begun");
    door.clock().advance(3 * 24 * kHour);
    EXPECT_EQ(door.as(cast.ana).put(path(meeting.id, "/holding"), version(meeting)).status, 200);
    EXPECT_EQ(line().meetings_held, 1);
    EXPECT_FALSE(line().is_next_date_set);
    EXPECT_EQ(seen(cast.ana).minutes_held, 45);
    EXPECT_GT(seen(cast.ana).minutes_agreed, 45);
    EXPECT_EQ(mirror(cast.ana), line());
    EXPECT_EQ(mirror(cast.sofia), line());
}

TEST_F(Meetings, find_times_that_fit_both_and_none_on_days_away) {
    auto const slots = [&] { return door.as(cast.ana).get(of_pair("/slots")).as<Slots>().items; };
    auto const before = slots();
    ASSERT_FALSE(before.empty());
    auto const day = before[0].starts_local.substr(0, 10);
    auto const away = R"({"items":[{"from_on":")" + day + R"(","until_on":")" + day + R"("}]})";
    EXPECT_EQ(door.as(cast.sofia).put("/api/absences", away).status, 200);
    for (auto const& slot : slots()) EXPECT_NE(slot.starts_local.substr(0, 10), day);
    EXPECT_EQ(door.as(cast.sofia).get("/api/absences").as<Absences>().items.size(), 1U);
    EXPECT_THAT(door.as(cast.ana).get("/api/absences").as<Absences>().items, IsEmpty());
    EXPECT_EQ(door.nobody().get("/api/absences").status, 401);
    auto const wrong = R"({"items":[{"from_on":"2027-02-03","until_on":"2027-02-01"}]})";
    EXPECT_EQ(door.as(cast.sofia).put("/api/absences", wrong).text("/errors/0/pointer"), "/items/0/until_on");
}

TEST_F(Meetings, wait_pencilled_in_until_both_have_signed_the_charter_and_read_their_modules) {
    auto const early = support::make_agreeing_pair(door, cast, cast.bruno, cast.david);
    auto const place = "/api/pairings/" + early.text() + "/meetings";
    auto const meeting = door.as(cast.david).post(place, proposal({2})).as<MeetingAnswer>();
    auto const set = door.as(cast.bruno).put(path(meeting.id, "/time"), choice(meeting, 0)).as<MeetingAnswer>();
    EXPECT_TRUE(set.is_pencilled_in);
    EXPECT_THAT(door.as(cast.bruno).get(path(meeting.id, "/calendar")).body, HasSubstr("STATUS:TENTATIVE"));
    support::sign_both(door, cast.bruno, early);
    support::sign_both(door, cast.david, early);
    EXPECT_TRUE(door.as(cast.bruno).get(path(meeting.id)).as<MeetingAnswer>().is_pencilled_in);
    support::prepare(door, cast, cast.bruno);
    EXPECT_TRUE(door.as(cast.bruno).get(path(meeting.id)).as<MeetingAnswer>().is_pencilled_in) << "not both";
    EXPECT_EQ(door.as(cast.bruno).get("/api/pairings/" + early.text()).text("/mirror/line/is_ready"), "false");
    support::prepare(door, cast, cast.david);
    EXPECT_EQ(door.as(cast.bruno).get("/api/pairings/" + early.text()).text("/mirror/line/is_ready"), "true");
    EXPECT_FALSE(door.as(cast.bruno).get(path(meeting.id)).as<MeetingAnswer>().is_pencilled_in);
}

TEST_F(Meetings, are_told_to_whoever_has_to_choose_then_to_both_and_each_thing_once) {
    auto const proposed = propose(cast.sofia);
    tell(proposed.id);
    tell(proposed.id);
    EXPECT_THAT(told(cast.ana), ElementsAre("times_proposed"));
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    auto const set = door.as(cast.ana).put(path(proposed.id, "/time"), choice(proposed, 0)).as<MeetingAnswer>();
    tell(set.id);
    EXPECT_THAT(told(cast.sofia), ElementsAre("date_set"));
    EXPECT_EQ(door.as(cast.sofia).put(path(set.id, "/cancellation"), version(set)).status, 200);
    tell(set.id);
    tell(set.id);
    EXPECT_THAT(told(cast.sofia), UnorderedElementsAre("date_called_off", "date_set"));
    EXPECT_THAT(told(cast.ana), UnorderedElementsAre("date_called_off", "date_set", "times_proposed"));
}

TEST_F(Meetings, are_called_off_by_nobody_when_the_pair_stops_or_pauses) {
    auto const meeting = set(5);
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    EXPECT_EQ(door.as(cast.sofia).post(of_pair(), proposal({2})).code(), "pairing_over");
    call_off();
    EXPECT_EQ(seen(cast.sofia).items.at(0).state, State::set) << "not before the closing is told";
    door.clock().advance(24 * kHour);
    call_off();
    auto const off = seen(cast.sofia).items.at(0);
    EXPECT_EQ(off.state, State::cancelled);
    EXPECT_THAT(off.changes, IsEmpty());
    EXPECT_EQ(off.id, meeting.id);
}

TEST_F(Meetings, of_a_pair_closed_today_are_called_off_today_when_they_would_begin_before_it_is_told) {
    set(1);
    door.clock().advance(16 * kHour);
    EXPECT_EQ(door.as(cast.sofia).put(of_pair("/closure"), "{}").status, 200);
    call_off();
    EXPECT_EQ(seen(cast.ana).items.at(0).state, State::cancelled);
}

TEST_F(Meetings, of_a_pair_that_pauses_are_called_off_and_none_is_proposed) {
    set(5);
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    call_off();
    EXPECT_EQ(seen(cast.sofia).items.at(0).state, State::cancelled);
    EXPECT_EQ(door.as(cast.sofia).post(of_pair(), proposal({2})).code(), "pairing_paused");
}

// By the link from a mail.
struct MeetingLinks : Meetings {
    // What stands in the mail that this person was sent last.
    std::string token_for(access::PersonId who, MeetingId meeting) {
        tell(meeting);
        auto const notice = door.as(who).get("/api/notices").as<notice::Notices>().items.at(0);
        auto const id = base::as<MeetingLinkId>(notice.subject_id.value());
        auto const link = door.database().read([&](db::Tx& tx) { return store::find_link(tx, cast.organisation, id); });
        auto const path = meeting_link_path(door.tools().keys, cast.organisation, link.value());
        return path.substr(std::string_view("/date/").size());
    }
    static std::string linked(std::string const& token, std::string const& rest = "") {
        return "/api/meeting-links/" + token + rest;
    }
};

TEST_F(MeetingLinks, let_whoever_reads_the_mail_choose_without_signing_in_and_show_nothing_else) {
    auto const proposed = propose(cast.sofia);
    auto const token = token_for(cast.ana, proposed.id);
    auto const shown = door.nobody().get(linked(token));
    ASSERT_EQ(shown.status, 200) << shown.body;
    EXPECT_EQ(shown.as<LinkedMeeting>().person, "Ana Moreira");
    EXPECT_EQ(shown.as<LinkedMeeting>().partner, "Sofia Lind");
    for (auto const& word : std::vector<std::string>{"outcome", "topic", "changes", "programme", pair.text()})
        EXPECT_THAT(shown.body, Not(HasSubstr(word)));
    auto const chosen = door.nobody().put(linked(token, "/time"), choice(proposed, 0));
    ASSERT_EQ(chosen.status, 200) << chosen.body;
    EXPECT_EQ(seen(cast.sofia).items.at(0).state, State::set);
    EXPECT_THAT(chosen.as<LinkedMeeting>().allowed_actions, Not(Contains(Action::cancel)));
}

TEST_F(MeetingLinks, are_not_there_when_forged_or_of_another_meeting_or_over) {
    auto const proposed = propose(cast.sofia);
    auto const token = token_for(cast.ana, proposed.id);
    auto forged = token;
    forged[5] = forged[5] == 'A' ? 'B' : 'A';
    EXPECT_EQ(door.nobody().get(linked(forged)).status, 404);
    EXPECT_EQ(door.nobody().get(linked("nonsense")).status, 404);
    EXPECT_EQ(door.nobody().put(linked(token, "/time"), choice(proposed, 0)).status, 200);
    EXPECT_EQ(door.nobody().put(linked(token, "/time"), choice(proposed, 0)).code(), "stale");
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    EXPECT_EQ(door.nobody().get(linked(token)).status, 404);
}

struct Feed : Meetings {
    std::string path_of(support::Reply const& reply) {
        auto const address = reply.text("/address");
        return address.substr(address.find("/calendar/"));
    }
};

TEST_F(Feed, holds_the_dates_of_its_owner_alone_and_dies_with_a_new_address) {
    set();
    EXPECT_EQ(door.as(cast.ana).get("/api/calendar-feed").text("/address"), "null");
    auto const first = path_of(door.as(cast.ana).post("/api/calendar-feed"));
    auto const read = door.nobody().get(first);
    ASSERT_EQ(read.status, 200);
    EXPECT_THAT(read.body, HasSubstr("SUMMARY:Sofia Lind · Ana Moreira"));
    EXPECT_THAT(read.body, HasSubstr("CLASS:PRIVATE"));
    EXPECT_THAT(read.body, Not(HasSubstr("entor")));
    auto const other = path_of(door.as(cast.bruno).post("/api/calendar-feed"));
    EXPECT_THAT(door.nobody().get(other).body, Not(HasSubstr("VEVENT")));
    auto const second = path_of(door.as(cast.ana).post("/api/calendar-feed"));
    EXPECT_EQ(door.nobody().get(first).status, 404);
    EXPECT_EQ(door.nobody().get(second).status, 200);
    EXPECT_EQ(door.as(cast.ana).remove("/api/calendar-feed").status, 200);
    EXPECT_EQ(door.nobody().get(second).status, 404);
    EXPECT_EQ(door.nobody().get("/calendar/nonsense.ics").status, 404);
    EXPECT_EQ(door.nobody().get("/api/calendar-feed").status, 401);
}

}  // namespace
}  // namespace meeting
