#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "care/care_actions.hpp"
#include "care/monday_actions.hpp"
#include "care/monday_shapes.hpp"
#include "care/nudge_link_http.hpp"
#include "care/nudge_store.hpp"
#include "care/sign_store.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_shapes.hpp"
#include "notice/notice_shapes.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "platform/db/connection.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace care {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto kHour = std::chrono::hours(1);
constexpr auto kDay = std::chrono::hours(24);

// Ana and Sofia started on Sunday 2026-11-22 at nine; Sofia agreed to book, and both live in London.
struct Pairs {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    PairingId pair = support::start_pair(door, cast);
    base::Instant start = door.clock().now();

    std::string of_pair(std::string const& rest = "") { return "/api/pairings/" + pair.text() + rest; }
    std::string of_programme(std::string const& rest) { return "/api/programmes/" + cast.programme.text() + rest; }
    void go_to(int day, int hour) {
        auto const then = base::start_of_utc(base::utc_day(start) + day) + hour * kHour;
        door.clock().advance(then - door.clock().now());
    }
    void night(int day) {
        go_to(day, 2);
        door.database().write([&](db::Tx& tx) {
            auto const now = door.clock().now();
            // Two at a time, so that the end of a stretch is crossed.
            std::optional<PairingId> after = PairingId{};
            while (after) after = look_after_stretch(tx, cast.organisation, *after, 2, now);
            tidy_care(tx, cast.organisation, now);
        });
    }
    void send() {
        door.database().write([&](db::Tx& tx) { send_nudges(tx, cast.organisation, door.clock().now()); });
    }
    // The night and the working day after it.
    void day(int n) {
        night(n);
        go_to(n, 10);
        send();
    }
    void follow_up() {
        door.house().round();
        door.house().drain();
    }
    PairCare care(access::PersonId who) { return door.as(who).get(of_pair("/care")).as<PairCare>(); }
    std::vector<std::string> told(access::PersonId who) {
        std::vector<std::string> kinds;
        for (auto const& notice : door.as(who).get("/api/notices").as<notice::Notices>().items)
            if (notice.kind == "dates_fit" || notice.kind == "how_it_goes") kinds.push_back(notice.kind);
        return kinds;
    }
    pairing::CoordinatorLine line() {
        return door.as(cast.jo).get(of_programme("/pairings")).as<pairing::ProgrammePairings>().items.at(0).line;
    }
    pairing::CoordinatorLine mirror(access::PersonId who) {
        return door.as(who).get(of_pair()).as<pairing::PairingAnswer>().mirror.line.value();
    }
    // A date in so many days at 15:00, proposed by Sofia and chosen by Ana.
    meeting::MeetingAnswer set(int days) {
        auto const day = base::to_text(base::utc_day(door.clock().now()) + days);
        auto const proposed =
            door.as(cast.sofia)
                .post(of_pair("/meetings"), R"({"minutes":45,"channel":"video","place":"","times":[{"starts_local":")" +
                                                day + R"(T15:00","time_zone":"UTC"}]})");
        EXPECT_EQ(proposed.status, 201) << proposed.body;
        auto const meeting = proposed.as<meeting::MeetingAnswer>();
        auto const chosen = door.as(cast.ana).put(
            "/api/meetings/" + meeting.id.text() + "/time",
            R"({"version":1,"starts_at":")" + base::to_text(meeting.times.at(0).starts_at) + "\"}");
        EXPECT_EQ(chosen.status, 200) << chosen.body;
        return chosen.as<meeting::MeetingAnswer>();
    }
    void cancel(access::PersonId who, meeting::MeetingAnswer const& meeting) {
        auto const reply = door.as(who).put("/api/meetings/" + meeting.id.text() + "/cancellation",
                                            R"({"version":)" + std::to_string(meeting.version) + "}");
        ASSERT_EQ(reply.status, 200) << reply.body;
    }
    std::int64_t count(std::string const& sql) {
        return door.database().read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql, cast.organisation).value(); });
    }
};
struct Caring : testing::Test, Pairs {};

TEST_F(Caring, helps_whoever_agreed_to_book_when_no_date_comes) {
    day(6);
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    day(8);
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
    EXPECT_THAT(told(cast.ana), IsEmpty());
    EXPECT_FALSE(care(cast.ana).nudge);
    auto const nudge = care(cast.sofia).nudge;
    ASSERT_TRUE(nudge);
    EXPECT_EQ(nudge->step, NudgeStep::one);
    EXPECT_EQ(nudge->sign, SignKind::not_booked);
    EXPECT_THAT(nudge->slots, SizeIs(3));
    EXPECT_FALSE(line().word);
}

TEST_F(Caring, helps_both_after_a_week_and_then_lets_the_coordinator_see_the_sign_and_no_side) {
    day(8);
    day(15);
    for (auto person : {cast.ana, cast.sofia}) {
        ASSERT_TRUE(care(person).nudge);
        EXPECT_EQ(care(person).nudge->step, NudgeStep::both);
        EXPECT_THAT(care(person).nudge->slots, SizeIs(2));
    }
    EXPECT_FALSE(line().word);
    day(22);
    ASSERT_TRUE(line().word);
    EXPECT_EQ(line().word, (pairing::Word{SignKind::not_booked, 3}));
    EXPECT_EQ(mirror(cast.ana), line());
    EXPECT_EQ(mirror(cast.sofia), line());
}

// Bruno and David as well, so that stretches have an end: a night of two pairs is that of each.
TEST_F(Caring, looks_after_every_pair) {
    auto const other = support::make_agreeing_pair(door, cast, cast.bruno, cast.david);
    support::sign_both(door, cast.bruno, other);
    support::sign_both(door, cast.david, other);
    day(8);
    EXPECT_EQ(count("SELECT COUNT(*) FROM ladders WHERE organisation_id = $1"), 2);
    EXPECT_THAT(told(cast.david), SizeIs(1));
}

TEST_F(Caring, goes_to_the_side_that_cancelled_and_never_to_the_other) {
    for (auto who : {cast.ana, cast.sofia}) {
        SCOPED_TRACE(who == cast.ana ? "ana" : "sofia");
        Pairs fresh;
        auto const person = who == cast.ana ? fresh.cast.ana : fresh.cast.sofia;
        auto const partner = who == cast.ana ? fresh.cast.sofia : fresh.cast.ana;
        fresh.go_to(1, 10);
        auto const meeting = fresh.set(1);
        fresh.go_to(2, 9);
        fresh.cancel(person, meeting);
        fresh.day(3);
        ASSERT_TRUE(fresh.care(person).nudge);
        EXPECT_EQ(fresh.care(person).nudge->sign, SignKind::changed);
        EXPECT_THAT(fresh.told(person), SizeIs(1));
        EXPECT_FALSE(fresh.care(partner).nudge);
        EXPECT_THAT(fresh.told(partner), IsEmpty());
    }
}

// By the link of its mail.
struct NudgeLinks : Caring {
    std::string link_of(access::PersonId who, std::string const& rest = "") {
        auto const path = door.database().read([&](db::Tx& tx) {
            auto const id = tx.value<NudgeId>(
                "SELECT id FROM nudges WHERE organisation_id = $1 AND person_id = $2 AND sent_at IS NOT NULL",
                cast.organisation, who);
            auto const link = store::find_nudge_link(tx, cast.organisation, id.value());
            return nudge_link_path(door.tools().keys, cast.organisation, link.value());
        });
        return "/api/nudge-links/" + path.substr(std::string_view("/times/").size()) + rest;
    }
    static std::string times(LinkedNudge const& nudge) {
        std::string times;
        for (auto const& slot : nudge.slots)
            times += (times.empty() ? "" : ",") +
                     (R"({"starts_local":")" + slot.starts_local + R"(","time_zone":")" + nudge.time_zone + "\"}");
        return R"({"times":[)" + times + "]}";
    }
};

TEST_F(NudgeLinks, let_whoever_reads_the_mail_propose_times_and_tell_nothing_of_why) {
    go_to(1, 10);
    auto const meeting = set(1);
    go_to(2, 9);
    cancel(cast.ana, meeting);
    day(3);
    ASSERT_THAT(told(cast.ana), SizeIs(1));
    auto const shown = door.nobody().get(link_of(cast.ana));
    ASSERT_EQ(shown.status, 200) << shown.body;
    auto const nudge = shown.as<LinkedNudge>();
    EXPECT_EQ(nudge.partner, "Sofia Lind");
    EXPECT_THAT(nudge.slots, SizeIs(3));
    for (auto const& word : std::vector<std::string>{"sign", "step", "amount", "changed", "cancel", pair.text()})
        EXPECT_THAT(shown.body, Not(HasSubstr(word)));
    ASSERT_EQ(door.nobody().put(link_of(cast.ana, "/proposal"), times(nudge)).status, 200);
    EXPECT_TRUE(door.nobody().get(link_of(cast.ana)).as<LinkedNudge>().has_dates);
    EXPECT_EQ(door.nobody().put(link_of(cast.ana, "/proposal"), times(nudge)).code(), "has_dates");
    auto const meetings = door.as(cast.sofia).get(of_pair("/meetings")).as<meeting::PairMeetings>().items;
    EXPECT_EQ(std::ranges::count(meetings, meeting::State::proposed, &meeting::MeetingAnswer::state), 1);
}

TEST_F(NudgeLinks, propose_once_though_pressed_twice_at_once) {
    day(8);
    auto const proposal = times(door.nobody().get(link_of(cast.sofia)).as<LinkedNudge>());
    auto const target = link_of(cast.sofia, "/proposal");
    std::array<support::Reply, 2> replies;
    {
        std::jthread const neighbour([&] { replies[1] = door.nobody().put(target, proposal); });
        replies[0] = door.nobody().put(target, proposal);
    }
    EXPECT_EQ(replies[0].status + replies[1].status, 200 + 409) << replies[0].body << replies[1].body;
    EXPECT_THAT(door.as(cast.sofia).get(of_pair("/meetings")).as<meeting::PairMeetings>().items, SizeIs(1));
}

TEST_F(NudgeLinks, are_gone_when_forged_or_old_or_the_pair_is_over) {
    day(8);
    auto const link = link_of(cast.sofia);
    EXPECT_EQ(door.nobody().get("/api/nudge-links/nonsense").status, 404);
    EXPECT_EQ(door.nobody().get(link).status, 200);
    NudgeLink const sent{{}, {}, {}, NudgeStep::one, start, {}};
    EXPECT_TRUE(opens(sent, start + 13 * kDay));
    EXPECT_FALSE(opens(sent, start + 14 * kDay));
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    EXPECT_EQ(door.nobody().get(link).status, 404);
}

TEST_F(Caring, gives_the_reason_that_stands_when_the_sign_has_changed) {
    day(8);
    ASSERT_EQ(care(cast.sofia).nudge.value().sign, SignKind::not_booked);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE ladders SET sign = 'not_met', amount = 30 WHERE organisation_id = $1", cast.organisation);
    });
    EXPECT_EQ(care(cast.sofia).nudge.value().sign, SignKind::not_met);
}

TEST_F(Caring, waits_for_the_persons_own_working_hours) {
    night(8);
    send();
    EXPECT_THAT(told(cast.sofia), IsEmpty()) << "two at night";
    go_to(8, 8);
    send();
    EXPECT_THAT(told(cast.sofia), IsEmpty()) << "before nine";
    go_to(8, 9);
    send();
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
}

TEST_F(Caring, never_comes_at_the_weekend_nor_to_somebody_who_is_away) {
    night(7);
    go_to(7, 10);
    send();
    EXPECT_THAT(told(cast.sofia), IsEmpty()) << "a Sunday";
    auto const today = base::utc_day(door.clock().now());
    ASSERT_EQ(door.as(cast.sofia)
                  .put("/api/absences", R"({"items":[{"from_on":")" + base::to_text(today + 1) + R"(","until_on":")" +
                                            base::to_text(today + 2) + R"("}]})")
                  .status,
              200);
    go_to(8, 10);
    send();
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    go_to(10, 10);
    send();
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
}

TEST_F(Caring, never_comes_on_a_day_on_which_the_site_is_closed) {
    auto const closed_on = base::utc_day(start) + 8;
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET site = 'Paris' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.sofia);
        tx.run("INSERT INTO holidays (organisation_id, site, day, name) VALUES ($1, 'Paris', $2, 'Closed')",
               cast.organisation, closed_on);
    });
    day(8);
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    day(9);
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
}

TEST_F(Caring, never_sends_two_to_one_person_within_seven_days) {
    day(8);
    // Another reason, planned for both of them the day after.
    ASSERT_EQ(door.as(cast.jo).put(of_programme("/pairings/" + pair.text() + "/asking")).status, 200);
    for (int n = 9; n < 15; ++n) day(n);
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
    EXPECT_THAT(told(cast.ana), SizeIs(1)) << "who had none before";
    day(15);
    EXPECT_THAT(told(cast.sofia), SizeIs(2));
    EXPECT_THAT(told(cast.ana), SizeIs(1));
}

TEST_F(Caring, is_stopped_by_whoever_wants_no_nudges) {
    ASSERT_EQ(door.as(cast.sofia).put("/api/nudge-stop", R"({"is_stopped":true})").status, 200);
    EXPECT_TRUE(care(cast.sofia).has_stopped_nudges);
    for (int n : {8, 15}) day(n);
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    EXPECT_THAT(told(cast.ana), SizeIs(1)) << "the second step is for both";
    ASSERT_EQ(door.as(cast.sofia).put("/api/nudge-stop", R"({"is_stopped":false})").status, 200);
    day(16);
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
}

TEST_F(Caring, says_nothing_once_a_date_is_set_or_the_pair_is_over) {
    night(8);
    go_to(8, 10);
    auto const meeting = set(3);
    send();
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    cancel(cast.ana, meeting);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    send();
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    go_to(10, 1);
    follow_up();
    night(10);
    EXPECT_EQ(count("SELECT COUNT(*) FROM nudges WHERE organisation_id = $1"), 0);
}

TEST_F(Caring, takes_no_cancellation_by_leaving_or_pausing_for_a_sign) {
    go_to(1, 10);
    set(5);
    set(6);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    door.database().write([&](db::Tx& tx) { meeting::call_off_meetings(tx, cast.organisation, door.clock().now()); });
    ASSERT_EQ(door.as(cast.sofia).remove(of_pair("/pause")).status, 200);
    night(2);
    EXPECT_EQ(count("SELECT COUNT(*) FROM signs WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM meetings WHERE organisation_id = $1 AND cancelled_at IS NOT NULL"), 2);
}

TEST_F(Caring, stops_the_clock_while_the_pair_pauses) {
    go_to(1, 10);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    day(20);
    EXPECT_EQ(count("SELECT COUNT(*) FROM ladders WHERE organisation_id = $1"), 0);
    ASSERT_EQ(door.as(cast.ana).remove(of_pair("/pause")).status, 200);
    day(22);
    EXPECT_EQ(count("SELECT COUNT(*) FROM ladders WHERE organisation_id = $1"), 0);
    day(27);
    EXPECT_EQ(count("SELECT COUNT(*) FROM ladders WHERE organisation_id = $1"), 1);
}

TEST_F(Caring, takes_a_word_away_when_the_pair_pauses) {
    for (int n : {8, 15, 22}) night(n);
    ASSERT_TRUE(line().word);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    EXPECT_FALSE(line().word);
    night(23);
    ASSERT_EQ(door.as(cast.ana).remove(of_pair("/pause")).status, 200);
    EXPECT_FALSE(line().word);
    EXPECT_EQ(mirror(cast.ana), line());
}

TEST_F(Caring, forgets_signs_and_nudges_thirty_days_after_the_end) {
    for (int n : {8, 15}) day(n);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    go_to(16, 1);
    follow_up();
    night(45);
    EXPECT_GT(count("SELECT COUNT(*) FROM signs WHERE organisation_id = $1"), 0);
    night(46);
    EXPECT_EQ(count("SELECT COUNT(*) FROM signs WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM nudges WHERE organisation_id = $1"), 0);
}

TEST_F(Caring, happens_by_itself) {
    for (int hour : {3, 10}) {
        go_to(8, hour);
        follow_up();
    }
    EXPECT_THAT(told(cast.sofia), SizeIs(1));
    EXPECT_THAT(told(cast.ana), IsEmpty());
}

TEST_F(Caring, leaves_its_mails_out_of_the_list_that_administrators_read) {
    day(8);
    EXPECT_EQ(count("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'dates_fit'"), 1);
    EXPECT_THAT(door.as(cast.amir).get("/api/mails?limit=100").body, Not(HasSubstr("dates_fit")));
    EXPECT_THAT(door.as(cast.amir).get("/api/mails?kind=dates_fit").text("/items"), "[]");
}

TEST_F(Caring, is_for_the_two_alone) {
    day(8);
    std::vector<access::PersonId> const others{cast.bruno, cast.david, cast.lena, cast.marta,
                                               cast.jo,    cast.amir,  cast.nina, cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, of_pair("/care")}, others);
    expect_closed_to_others(door, cast, {http::Method::remove, of_pair("/nudge")}, others);
    for (auto method : {http::Method::put, http::Method::remove})
        expect_closed_to_others(door, cast, {method, of_pair("/help-wish")}, others);
    EXPECT_TRUE(care(cast.sofia).nudge);
    ASSERT_EQ(door.as(cast.sofia).remove(of_pair("/nudge")).status, 200);
    EXPECT_FALSE(care(cast.sofia).nudge);
}

TEST_F(Caring, asks_both_in_the_same_words_at_most_once_a_week) {
    go_to(1, 10);
    auto const path = of_programme("/pairings/" + pair.text() + "/asking");
    expect_closed_to_others(door, cast, {http::Method::put, path},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    ASSERT_EQ(door.as(cast.jo).put(path).status, 200);
    EXPECT_EQ(door.as(cast.kim).put(path).code(), "asked_recently");
    send();
    for (auto person : {cast.ana, cast.sofia}) {
        EXPECT_THAT(told(person), testing::ElementsAre("how_it_goes"));
        EXPECT_EQ(care(person).nudge->step, NudgeStep::asked);
    }
    EXPECT_EQ(door.as(cast.ana).get(of_pair("/care")).body, door.as(cast.sofia).get(of_pair("/care")).body);
    go_to(8, 11);
    EXPECT_EQ(door.as(cast.jo).put(path).status, 200);
    go_to(16, 11);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    EXPECT_EQ(door.as(cast.jo).put(path).code(), "pair_not_running");
}

TEST_F(Caring, has_thresholds_that_a_coordinator_changes_and_a_participant_reads) {
    auto const path = of_programme("/sign-thresholds");
    auto const usual = door.as(cast.ana).get(path).as<ThresholdsAnswer>();
    EXPECT_EQ(usual.thresholds, Thresholds{});
    EXPECT_FALSE(usual.may_change);
    auto wanted = usual.thresholds;
    wanted.not_booked = {20, 40};
    auto const body = json::write(wanted);
    expect_closed_to_others(door, cast, {http::Method::put, path, body},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    expect_closed_to_others(door, cast, {http::Method::get, path}, {cast.lena, cast.nina, cast.rosa});
    auto const changed = door.as(cast.jo).put(path, body);
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.as<ThresholdsAnswer>().thresholds.version, 1);
    EXPECT_EQ(door.as(cast.kim).put(path, body).code(), "stale");
    EXPECT_EQ(door.as(cast.sofia).get(path).as<ThresholdsAnswer>().thresholds.not_booked, (Threshold{20, 40}));
    wanted.version = 1;
    wanted.gap = {300, 200};
    EXPECT_EQ(door.as(cast.jo).put(path, json::write(wanted)).text("/errors/0/code"), "red_before_amber");
    day(15);
    EXPECT_THAT(told(cast.sofia), IsEmpty());
    follow_up();
    EXPECT_THAT(door.as(cast.amir).get("/api/audit-log?limit=100").body, HasSubstr("sign_thresholds.changed"));
}

TEST_F(Caring, shows_a_wish_for_help_to_coordinators_and_never_to_the_partner) {
    auto const before = door.as(cast.sofia).get(of_pair("/care")).body + door.as(cast.sofia).get(of_pair()).body;
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/help-wish")).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/help-wish")).status, 200);
    EXPECT_TRUE(care(cast.ana).would_like_help);
    EXPECT_EQ(door.as(cast.sofia).get(of_pair("/care")).body + door.as(cast.sofia).get(of_pair()).body, before);
    auto const monday = door.as(cast.jo).get(of_programme("/monday")).as<MondayAnswer>();
    ASSERT_THAT(monday.help_wishes, SizeIs(1));
    EXPECT_EQ(monday.help_wishes.at(0).person_id, cast.ana);
    EXPECT_THAT(monday.sentences, Contains(MondaySentence{MondayKind::help, 1, 1}));
    follow_up();
    EXPECT_THAT(door.as(cast.amir).get("/api/audit-log?limit=100").body, Not(HasSubstr("help_wish")));

    auto const spoken = of_programme("/pairings/" + pair.text() + "/help-wishes/" + cast.ana.text());
    expect_closed_to_others(door, cast, {http::Method::remove, spoken},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    EXPECT_EQ(door.as(cast.jo).remove(spoken).status, 204);
    EXPECT_EQ(door.as(cast.jo).remove(spoken).status, 404);
    EXPECT_FALSE(care(cast.ana).would_like_help);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/help-wish")).status, 200);
    ASSERT_EQ(door.as(cast.ana).remove(of_pair("/help-wish")).status, 200);
    EXPECT_THAT(door.as(cast.kim).get(of_programme("/monday")).as<MondayAnswer>().help_wishes, IsEmpty());
    ASSERT_EQ(door.as(cast.sofia).put(of_pair("/closure"), "{}").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/help-wish")).code(), "pairing_over");
}

TEST_F(Caring, has_three_sentences_for_monday_and_mails_them_without_a_name) {
    expect_closed_to_others(door, cast, {http::Method::get, of_programme("/monday")},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    for (int n : {8, 15, 22}) night(n);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/help-wish")).status, 200);
    auto const monday = door.as(cast.jo).get(of_programme("/monday")).as<MondayAnswer>();
    EXPECT_THAT(monday.sentences,
                testing::ElementsAre(MondaySentence{MondayKind::met, 0, 1}, MondaySentence{MondayKind::help, 1, 1},
                                     MondaySentence{MondayKind::word, 1, 1}));
    EXPECT_TRUE(monday.needs_somebody);
    EXPECT_EQ(monday.week_on.weekday(), 1);
    for (int again = 0; again < 2; ++again)
        door.database().write([&](db::Tx& tx) { tell_monday(tx, cast.organisation, door.clock().now()); });
    auto const mails = door.as(cast.amir).get("/api/mails?kind=monday").body;
    EXPECT_EQ(count("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'monday'"), 2) << "Jo and Kim";
    EXPECT_THAT(mails, HasSubstr("One person would like help."));
    EXPECT_THAT(mails, HasSubstr("One pair may need a word."));
    EXPECT_THAT(mails, Not(HasSubstr("Ana")));
}

TEST_F(Caring, says_that_nothing_needs_anybody) {
    go_to(1, 10);
    set(3);
    auto const monday = door.as(cast.jo).get(of_programme("/monday")).as<MondayAnswer>();
    EXPECT_FALSE(monday.needs_somebody);
    EXPECT_THAT(monday.sentences, testing::ElementsAre(MondaySentence{MondayKind::met, 0, 1}));
}

// Rules 13: a coordinator who takes part sees nothing of their own pair; the other one does.
TEST_F(Caring, keeps_a_coordinators_own_pair_from_them) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE roles SET person_id = $2 WHERE organisation_id = $1 AND person_id = $3", cast.organisation,
               cast.sofia, cast.jo);
    });
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/help-wish")).status, 200);
    auto const own = door.as(cast.sofia).get(of_programme("/monday")).as<MondayAnswer>();
    EXPECT_THAT(own.help_wishes, IsEmpty());
    EXPECT_THAT(own.sentences, IsEmpty());
    EXPECT_EQ(door.as(cast.sofia).put(of_programme("/pairings/" + pair.text() + "/asking")).status, 404);
    EXPECT_THAT(door.as(cast.kim).get(of_programme("/monday")).as<MondayAnswer>().help_wishes, SizeIs(1));
}

// What signs are made of, from src/care/may_read.txt.
using Columns = std::set<std::pair<std::string, std::string>>;
std::map<std::string, std::vector<std::string>> may_read() {
    std::ifstream file(std::string(OBVERSE_SOURCE_DIR) + "/src/care/may_read.txt");
    std::map<std::string, std::vector<std::string>> tables;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string table;
        if (line.starts_with("#") || !(words >> table)) continue;
        for (std::string column; words >> column;) tables[table].push_back(column);
    }
    return tables;
}

// A database of its own that lets nothing else be read.
class GuardedDatabase {
  public:
    GuardedDatabase() {
        options_.address = support::fresh_address(support::Fresh::migrated);
        options_.readers = 1;
        if (support::engine_under_test() == db::Engine::sqlite)
            options_.may_read = [tables = may_read()](std::string_view table, std::string_view column) {
                auto const found = tables.find(std::string(table));
                return found != tables.end() && std::ranges::find(found->second, column) != found->second.end();
            };
        else
            make_role();
        database_ = std::make_unique<db::Database>(options_);
    }
    template <class F>
    auto read(F&& f) {
        return database_->read(f);
    }

  private:
    void make_role() {
        db::Database owner(options_);
        auto const connection = owner.connect();
        // Roles are the cluster's, and every database here is new.
        auto const role = "only_signs_" + std::to_string(std::hash<std::string>{}(options_.address));
        connection->run_script("CREATE ROLE " + role);
        for (auto const& [table, columns] : may_read()) {
            std::string list;
            for (auto const& column : columns) list += (list.empty() ? "" : ", ") + column;
            connection->run_script("GRANT SELECT (" + list + ") ON " + table + " TO " + role);
        }
        options_.address += " options='-c role=" + role + "'";
    }

    db::Options options_;
    std::unique_ptr<db::Database> database_;
};

TEST(Signs, are_made_without_reading_a_word_that_anybody_wrote) {
    GuardedDatabase database;
    EXPECT_THAT(database.read([](db::Tx& tx) { return store::list_live_pairs(tx, OrganisationId{}, {}, 10); }),
                IsEmpty());
}

TEST(Signs, would_be_refused_the_content_they_must_not_read) {
    for (auto const* planted :
         {"SELECT COUNT(sealed_text) FROM messages", "SELECT COUNT(place) FROM meetings",
          "SELECT COUNT(answer) FROM exploratory_answers", "SELECT COUNT(sealed_text) FROM agreement_outcomes",
          "SELECT COUNT(kind) FROM closures", "SELECT COUNT(name) FROM people"}) {
        GuardedDatabase database;
        EXPECT_THROW(database.read([&](db::Tx& tx) { return tx.value<std::int64_t>(planted); }), db::Error) << planted;
    }
}

}  // namespace
}  // namespace care
