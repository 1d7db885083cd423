#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/exploratory_link_http.hpp"
#include "meeting/exploratory_news_store.hpp"
#include "notice/notice_shapes.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto kDay = std::chrono::hours(24);

// Ana and Sofia get to know each other.
struct ExploratoryNews : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair =
        door.database()
            .write([&](db::Tx& tx) {
                return pairing::open_pairing(tx, access::house(cast.organisation),
                                             {cast.programme, pairing::Origin::run, cast.ana, cast.sofia, 0, {}},
                                             door.clock().now());
            })
            .value()
            .id;

    std::string path(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    void set_date(access::PersonId by, int version, std::string const& starts_local) {
        auto const reply =
            door.as(by).put(path("/exploratory-meeting"), R"({"version":)" + std::to_string(version) +
                                                              R"(,"starts_local":")" + starts_local +
                                                              R"(","time_zone":"Europe/Paris","mode":"video",)"
                                                              R"("place":"https://video.example.org/first"})");
        ASSERT_EQ(reply.status, 200) << reply.body;
    }
    // In Paris.
    std::string today_at(std::string const& time) {
        return base::to_text(base::utc_day(door.clock().now())) + "T" + time;
    }
    void answer(access::PersonId who, std::string const& given) {
        ASSERT_EQ(door.as(who).put(path("/exploratory-answer"), R"({"answer":")" + given + "\"}").status, 200);
    }
    // What the reaction to the event queues.
    void tell() {
        door.database().write(
            [&](db::Tx& tx) { tell_of_exploratory(tx, cast.organisation, pair, door.clock().now()); });
    }
    // By the schedule.
    void call_off() {
        door.database().write(
            [&](db::Tx& tx) { pairing::call_off_exploratory_meetings(tx, cast.organisation, door.clock().now()); });
        tell();
    }
    // A few minutes after the next midnight.
    void night_passes() {
        auto const now = door.clock().now();
        door.clock().advance(base::start_of_utc(base::utc_day(now) + 1) + std::chrono::minutes(5) - now);
        call_off();
    }
    void pass_a_day() {
        door.clock().advance(kDay);
        door.database().write([&](db::Tx& tx) {
            pairing::open_exploratory_answers(tx, cast.organisation, door.clock().now());
            pairing::release_closings(tx, cast.organisation, door.clock().now());
        });
        call_off();
    }
    void write(std::string const& sql, base::AnyId id) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, id); });
    }
    std::vector<notice::Notice> told(access::PersonId who) {
        auto notices = door.as(who).get("/api/notices").as<notice::Notices>().items;
        std::erase_if(notices, [](auto const& one) { return one.kind.find("date_") == std::string::npos; });
        return notices;
    }
    std::vector<std::string> kinds(access::PersonId who) {
        std::vector<std::string> names;
        for (auto const& one : told(who)) names.push_back(one.kind);
        return names;
    }
    std::string token_for(access::PersonId who) {
        auto const notice = told(who).at(0);
        return door.database().read([&](db::Tx& tx) {
            auto const id = base::as<ExploratoryTellingId>(notice.subject_id.value());
            auto const telling = store::find_exploratory_telling(tx, cast.organisation, id).value();
            auto const path = exploratory_link_path(door.tools().keys, cast.organisation, telling);
            return path.substr(std::string_view("/first-date/").size());
        });
    }
    // What the mail of that notice carries, as it would leave now.
    std::string calendar(notice::Notice const& notice) {
        Envelope const envelope{
            "https://obverse.example.org", {"Nordlys", "house@example.org"}, {"Ana", "ana@example.org"}};
        auto const news = door.database().read([&](db::Tx& tx) {
            return exploratory_news(tx, envelope, cast.organisation,
                                    base::as<ExploratoryTellingId>(notice.subject_id.value()), door.clock().now());
        });
        return news ? news->text : "";
    }
};

TEST_F(ExploratoryNews, reach_both_alike_whoever_set_the_date_and_once) {
    set_date(cast.sofia, 0, "2026-11-26T10:00");
    tell();
    tell();
    EXPECT_THAT(kinds(cast.ana), ElementsAre("first_date_set"));
    EXPECT_THAT(kinds(cast.sofia), ElementsAre("first_date_set"));
    EXPECT_THAT(calendar(told(cast.ana)[0]),
                AllOf(HasSubstr("METHOD:REQUEST"), HasSubstr("UID:exploring-" + pair.text()), HasSubstr("SEQUENCE:0"),
                      HasSubstr("CLASS:PRIVATE"), HasSubstr("DTSTART;TZID=Europe/Paris:20261126T100000"),
                      HasSubstr("ATTENDEE"), Not(HasSubstr("rogramme"))));
}

TEST_F(ExploratoryNews, of_a_date_that_moved_take_the_place_of_the_earlier_one) {
    set_date(cast.sofia, 0, "2026-11-26T10:00");
    tell();
    auto const first = told(cast.ana)[0];
    set_date(cast.ana, 1, "2026-11-27T11:00");
    tell();
    ASSERT_THAT(kinds(cast.ana), ElementsAre("first_date_set", "first_date_set"));
    EXPECT_EQ(calendar(first), "") << "overtaken: it asks no calendar for anything";
    auto const second = told(cast.ana)[0].id == first.id ? told(cast.ana)[1] : told(cast.ana)[0];
    EXPECT_THAT(calendar(second), AllOf(HasSubstr("METHOD:REQUEST"), HasSubstr("SEQUENCE:1"),
                                        HasSubstr("DTSTART;TZID=Europe/Paris:20261127T110000")));
}

TEST_F(ExploratoryNews, call_off_nothing_when_it_does_not_go_ahead) {
    set_date(cast.sofia, 0, "2026-11-26T10:00");
    tell();
    answer(cast.ana, "not_this_time");
    for (int day = 0; day < 12; ++day) pass_a_day();
    EXPECT_EQ(door.as(cast.sofia).get(path("")).as<pairing::PairingAnswer>().stage, pairing::Stage::set_aside);
    for (auto who : {cast.ana, cast.sofia}) EXPECT_THAT(kinds(who), ElementsAre("first_date_set"));
}

TEST_F(ExploratoryNews, call_off_a_date_of_two_who_both_went_on_and_stopped_the_day_after) {
    set_date(cast.sofia, 0, "2026-11-27T10:00");
    tell();
    answer(cast.ana, "go_on");
    answer(cast.sofia, "go_on");
    ASSERT_EQ(door.as(cast.ana).put(path("/closure"), "{}").status, 200);
    tell();
    for (auto who : {cast.ana, cast.sofia}) EXPECT_THAT(kinds(who), ElementsAre("first_date_set"));
    pass_a_day();
    pass_a_day();
    for (auto who : {cast.ana, cast.sofia})
        EXPECT_THAT(kinds(who), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
    auto const off = told(cast.ana)[0].kind == "date_called_off" ? told(cast.ana)[0] : told(cast.ana)[1];
    EXPECT_THAT(calendar(off),
                AllOf(HasSubstr("METHOD:CANCEL"), HasSubstr("SEQUENCE:1"), HasSubstr("UID:exploring-" + pair.text())));
}

TEST_F(ExploratoryNews, call_off_a_date_of_the_very_day_at_once) {
    set_date(cast.sofia, 0, today_at("23:30"));
    tell();
    for (auto who : {cast.ana, cast.sofia}) answer(who, "go_on");
    ASSERT_EQ(door.as(cast.sofia).put(path("/closure"), "{}").status, 200);
    call_off();
    for (auto who : {cast.ana, cast.sofia})
        EXPECT_THAT(kinds(who), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
}

TEST_F(ExploratoryNews, call_off_a_date_of_a_pair_that_pauses_and_do_not_bring_it_back) {
    set_date(cast.sofia, 0, "2026-11-27T10:00");
    tell();
    for (auto who : {cast.ana, cast.sofia}) answer(who, "go_on");
    write("UPDATE pairings SET started_at = went_on_at WHERE organisation_id = $1 AND id = $2", base::any(pair));
    ASSERT_EQ(door.as(cast.ana).put(path("/pause")).status, 200);
    call_off();
    ASSERT_EQ(door.as(cast.ana).remove(path("/pause")).status, 200);
    call_off();
    for (auto who : {cast.ana, cast.sofia})
        EXPECT_THAT(kinds(who), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
    EXPECT_TRUE(door.as(cast.ana).get(path("")).as<pairing::PairingAnswer>().exploratory_meeting.value().is_called_off);
}

TEST_F(ExploratoryNews, call_off_a_date_to_which_somebody_who_left_does_not_come_in_the_night) {
    set_date(cast.sofia, 0, "2026-11-27T10:00");
    tell();
    auto const closes_at = door.as(cast.sofia).get(path("")).as<pairing::PairingAnswer>().answers_close_at;
    ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
    call_off();
    EXPECT_THAT(kinds(cast.sofia), ElementsAre("first_date_set")) << "not at the minute of a private act";
    door.clock().advance(std::chrono::hours(20));  // the house slept through midnight
    call_off();
    EXPECT_THAT(kinds(cast.sofia), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
    auto const seen = door.as(cast.sofia).get(path("")).as<pairing::PairingAnswer>();
    EXPECT_EQ(seen.stage, pairing::Stage::exploring);
    EXPECT_EQ(seen.answers_close_at, closes_at);
}

TEST_F(ExploratoryNews, call_off_a_date_of_the_very_day_of_leaving_at_once) {
    set_date(cast.sofia, 0, today_at("23:30"));
    tell();
    ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
    call_off();
    EXPECT_THAT(kinds(cast.sofia), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
}

TEST_F(ExploratoryNews, call_off_a_date_at_once_when_one_takes_a_break_and_let_them_set_another_afterwards) {
    set_date(cast.sofia, 0, "2026-11-27T10:00");
    tell();
    auto const break_of_ana = "/api/enrolments/" + cast.ana_enrolled.text() + "/pause";
    ASSERT_EQ(door.as(cast.ana).put(break_of_ana).status, 200);
    call_off();
    for (auto who : {cast.ana, cast.sofia}) {
        EXPECT_THAT(kinds(who), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
        auto const refused =
            door.as(who).put(path("/exploratory-meeting"), R"({"version":2,"starts_local":"2026-11-30T10:00",)"
                                                           R"("time_zone":"Europe/Paris","mode":"video","place":""})");
        EXPECT_EQ(refused.code(), "one_takes_a_break") << refused.body;
    }
    ASSERT_EQ(door.as(cast.ana).remove(break_of_ana).status, 200);
    set_date(cast.ana, 2, "2026-11-30T10:00");
    call_off();
    EXPECT_FALSE(
        door.as(cast.ana).get(path("")).as<pairing::PairingAnswer>().exploratory_meeting.value().is_called_off);
}

TEST_F(ExploratoryNews, call_off_a_date_of_a_programme_that_has_closed) {
    set_date(cast.sofia, 0, "2026-11-27T10:00");
    tell();
    write("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND id = $2", base::any(cast.programme));
    call_off();
    for (auto who : {cast.ana, cast.sofia})
        EXPECT_THAT(kinds(who), testing::UnorderedElementsAre("date_called_off", "first_date_set"));
}

TEST_F(ExploratoryNews, let_whoever_reads_the_mail_move_the_date_without_signing_in_and_show_nothing_else) {
    set_date(cast.sofia, 0, "2026-11-26T10:00");
    tell();
    auto const link = "/api/exploratory-links/" + token_for(cast.ana);
    auto const shown = door.nobody().get(link);
    ASSERT_EQ(shown.status, 200) << shown.body;
    auto const date = shown.as<LinkedExploratory>();
    EXPECT_EQ(date.person, "Ana Moreira");
    EXPECT_EQ(date.partner, "Sofia Lind");
    EXPECT_THAT(date.slots, testing::SizeIs(3));
    for (auto const& word : std::vector<std::string>{"answer", "stage", "topic", "programme", pair.text()})
        EXPECT_THAT(shown.body, Not(HasSubstr(word)));
    auto const to = [&](int version, std::string const& starts_local) {
        return R"({"version":)" + std::to_string(version) + R"(,"starts_local":")" + starts_local +
               R"(","time_zone":"Europe/Paris","mode":"call","place":""})";
    };
    EXPECT_EQ(door.nobody().put(link + "/date", to(1, date.slots[0].starts_local)).status, 200);
    EXPECT_EQ(door.nobody().put(link + "/date", to(1, date.slots[1].starts_local)).code(), "stale");
    EXPECT_EQ(door.nobody().put(link + "/date", to(2, "2027-06-01T10:00")).status, 422);
    // Whether both said go on already is nothing that a link tells.
    for (auto who : {cast.ana, cast.sofia}) answer(who, "go_on");
    EXPECT_EQ(door.nobody().get(link).as<LinkedExploratory>().version, 2);
    EXPECT_EQ(door.nobody().put(link + "/date", to(2, date.slots[1].starts_local)).status, 200);
    tell();
    EXPECT_THAT(kinds(cast.sofia), ElementsAre("first_date_set", "first_date_set"));
}

TEST_F(ExploratoryNews, have_no_link_when_forged_or_of_a_pair_that_stopped_or_once_the_date_begins) {
    set_date(cast.sofia, 0, "2026-11-26T10:00");
    tell();
    auto const token = token_for(cast.ana);
    auto forged = token;
    forged[5] = forged[5] == 'A' ? 'B' : 'A';
    EXPECT_EQ(door.nobody().get("/api/exploratory-links/" + forged).status, 404);
    EXPECT_EQ(door.nobody().get("/api/meeting-links/" + token).status, 404);
    EXPECT_EQ(door.nobody().get("/api/exploratory-links/" + token).status, 200);
    door.clock().advance(5 * kDay);
    EXPECT_EQ(door.nobody().get("/api/exploratory-links/" + token).status, 404);
}

TEST_F(ExploratoryNews, are_none_without_a_date_and_of_one_that_lies_behind) {
    tell();
    set_date(cast.sofia, 0, "2026-11-23T10:00");
    door.clock().advance(3 * kDay);
    tell();
    EXPECT_THAT(kinds(cast.ana), IsEmpty());
}

}  // namespace
}  // namespace meeting
