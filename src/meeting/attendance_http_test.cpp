#include "meeting/attendance_http.hpp"

#include <algorithm>
#include <cctype>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_link_http.hpp"
#include "meeting/meeting_link_store.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct Attending : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);
    MeetingAnswer date = set_date();

    std::string day(int days) { return base::to_text(base::utc_day(door.clock().now()) + days); }
    std::string times(int days) { return R"([{"starts_local":")" + day(days) + R"(T15:00","time_zone":"UTC"}])"; }
    MeetingAnswer set_date() {
        auto const proposed = door.as(cast.sofia)
                                  .post("/api/pairings/" + pair.text() + "/meetings",
                                        R"({"minutes":45,"channel":"video","place":"","times":)" + times(3) + "}")
                                  .as<MeetingAnswer>();
        return door.as(cast.ana)
            .put(path("/time", proposed.id),
                 R"({"version":1,"starts_at":")" + base::to_text(proposed.times.at(0).starts_at) + "\"}")
            .as<MeetingAnswer>();
    }
    static std::string path(std::string const& rest, MeetingId id) { return "/api/meetings/" + id.text() + rest; }
    std::string address_of(access::PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::string>("SELECT email FROM people WHERE organisation_id = $1 AND id = $2",
                                    cast.organisation, who)
                .value();
        });
    }
    // As a calendar program writes it, who answers in capital letters.
    std::string reply(access::PersonId who, std::string const& partstat, int sequence = 0) {
        auto address = address_of(who);
        std::transform(address.begin(), address.end(), address.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return "BEGIN:VCALENDAR\r\nPRODID:-//Example//"
               "EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:meeting-" +
               date.id.text() + "@127.0.0.1\r\nDTSTAMP:20261123T100000Z\r\nSEQUENCE:" + std::to_string(sequence) +
               "\r\nDTSTART:20261126T150000Z\r\nORGANIZER:mailto:obverse@example.org\r\nATTENDEE;PARTSTAT=" + partstat +
               ";CN=\"Moreira, Ana\":MAILTO:" + address + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
    support::Reply send(access::PersonId who, std::string const& file) {
        return door.as(who).send(http::Method::post, "/api/calendar-replies", file,
                                 {{"Content-Type", "text/calendar"}});
    }
    MeetingAnswer seen(access::PersonId who) { return door.as(who).get(path("", date.id)).as<MeetingAnswer>(); }
};

TEST_F(Attending, is_read_back_from_the_reply_of_a_calendar_and_shown_to_both) {
    auto const kept = send(cast.ana, reply(cast.ana, "DECLINED"));
    ASSERT_EQ(kept.status, 200) << kept.body;
    ASSERT_THAT(seen(cast.sofia).attendances, SizeIs(1));
    EXPECT_EQ(seen(cast.sofia).attendances[0].side, Side::mentor);
    EXPECT_EQ(seen(cast.sofia).attendances[0].answer, Coming::declined);
    EXPECT_EQ(send(cast.ana, reply(cast.ana, "ACCEPTED")).status, 200);
    EXPECT_EQ(seen(cast.sofia).attendances.at(0).answer, Coming::accepted);
    EXPECT_EQ(seen(cast.sofia).state, State::set);
}

TEST_F(Attending, is_refused_for_somebody_else_and_for_what_is_no_reply) {
    EXPECT_EQ(send(cast.ana, reply(cast.sofia, "DECLINED")).text("/errors/0/code"), "reply_of_somebody_else");
    EXPECT_EQ(send(cast.bruno, reply(cast.bruno, "DECLINED")).status, 404);
    EXPECT_EQ(door.nobody()
                  .send(http::Method::post, "/api/calendar-replies", reply(cast.ana, "DECLINED"),
                        {{"Content-Type", "text/calendar"}})
                  .status,
              401);
    for (auto const& nonsense : std::vector<std::string>{"", "nonsense", std::string("BEGIN:VCALENDAR\r\n\0\r\n", 20),
                                                         "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR",
                                                         reply(cast.ana, "NEEDS-ACTION"), reply(cast.ana, "DELEGATED")})
        EXPECT_EQ(send(cast.ana, nonsense).status, 422) << nonsense;
    EXPECT_EQ(door.as(cast.ana).post("/api/calendar-replies", "{}").status, 415);
    EXPECT_THAT(seen(cast.sofia).attendances, IsEmpty());
}

TEST_F(Attending, is_overtaken_by_a_later_date_and_then_no_longer_shown) {
    EXPECT_EQ(door.as(cast.ana).put(path("/attendance", date.id), R"({"sequence":0,"answer":"tentative"})").status,
              200);
    EXPECT_THAT(seen(cast.ana).attendances, SizeIs(1));
    auto const changed =
        door.as(cast.sofia)
            .put(path("/where", date.id), R"({"version":2,"minutes":60,"channel":"video","place":"Room 7"})");
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_THAT(seen(cast.ana).attendances, IsEmpty());
    EXPECT_EQ(send(cast.ana, reply(cast.ana, "ACCEPTED", 0)).code(), "overtaken");
    EXPECT_EQ(send(cast.ana, reply(cast.ana, "ACCEPTED", 1)).status, 200);
    EXPECT_EQ(door.as(cast.jo).put(path("/attendance", date.id), R"({"sequence":1,"answer":"accepted"})").status, 404);
}

TEST_F(Attending, is_answered_by_the_link_of_the_mail) {
    door.database().write([&](db::Tx& tx) { tell_of_meeting(tx, cast.organisation, date.id, door.clock().now()); });
    auto const link = door.database().read([&](db::Tx& tx) {
        auto const id = tx.value<base::AnyId>(
            "SELECT subject_id FROM notices WHERE kind = 'date_set' AND person_id = $1", cast.ana);
        return store::find_link(tx, cast.organisation, base::as<MeetingLinkId>(id.value())).value();
    });
    auto const linked =
        "/api/meeting-links/" +
        meeting_link_path(door.tools().keys, cast.organisation, link).substr(std::string("/date/").size());
    auto const reply = door.nobody().put(linked + "/attendance", R"({"sequence":0,"answer":"declined"})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.as<LinkedMeeting>().coming, Coming::declined);
    EXPECT_EQ(door.nobody().put(linked + "/attendance", R"({"sequence":3,"answer":"declined"})").code(), "overtaken");
    EXPECT_EQ(seen(cast.sofia).attendances.at(0).answer, Coming::declined);
}

}  // namespace
}  // namespace meeting
