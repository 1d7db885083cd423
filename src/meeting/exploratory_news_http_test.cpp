#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/exploratory_news.hpp"
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
    void answer(access::PersonId who, std::string const& given) {
        ASSERT_EQ(door.as(who).put(path("/exploratory-answer"), R"({"answer":")" + given + "\"}").status, 200);
    }
    // What the reaction to the event queues.
    void tell() {
        door.database().write(
            [&](db::Tx& tx) { tell_of_exploratory(tx, cast.organisation, pair, door.clock().now()); });
    }
    // By the schedule of the night.
    void pass_a_day() {
        door.clock().advance(kDay);
        door.database().write([&](db::Tx& tx) {
            pairing::open_exploratory_answers(tx, cast.organisation, door.clock().now());
            pairing::release_closings(tx, cast.organisation, door.clock().now());
        });
        tell();
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

TEST_F(ExploratoryNews, are_none_without_a_date_and_of_one_that_lies_behind) {
    tell();
    set_date(cast.sofia, 0, "2026-11-23T10:00");
    door.clock().advance(3 * kDay);
    tell();
    EXPECT_THAT(kinds(cast.ana), IsEmpty());
}

}  // namespace
}  // namespace meeting
