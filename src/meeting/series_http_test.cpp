#include "meeting/series_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/diary.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_link_http.hpp"
#include "meeting/meeting_link_store.hpp"
#include "meeting/meeting_store.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::Contains;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

struct SeveralDates : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);

    std::string of_pair(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    std::string local(int days) { return base::to_text(base::utc_day(door.clock().now()) + days) + "T15:00"; }
    std::string proposal(std::vector<int> const& days) {
        std::string times;
        for (int day : days)
            times += (times.empty() ? "" : ",") + (R"({"starts_local":")" + local(day) + R"(","time_zone":"UTC"})");
        return R"({"minutes":45,"channel":"video","place":"Room 7","times":[)" + times + "]}";
    }
    SeriesAnswer propose(std::vector<int> const& days = {7, 14, 21}) {
        auto const reply = door.as(cast.sofia).post(of_pair("/meeting-series"), proposal(days));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return reply.as<SeriesAnswer>();
    }
    support::Reply accept(access::PersonId by, SeriesId series) {
        return door.as(by).put("/api/meeting-series/" + series.text() + "/acceptance", "");
    }
    int told(access::PersonId who, std::string const& kind) {
        auto const all = door.as(who).get("/api/notices").as<notice::Notices>().items;
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [&](auto const& notice) { return notice.kind == kind; }));
    }
    void tell_of_all(SeriesAnswer const& series) {
        door.database().write([&](db::Tx& tx) {
            for (auto const& one : series.items) tell_of_meeting(tx, cast.organisation, one.id, door.clock().now());
        });
    }
};

TEST_F(SeveralDates, are_found_as_often_as_the_two_agreed) {
    auto const query = "/occurrences?starts_local=" + local(8) + "&time_zone=UTC&count=3";
    auto const reply = door.as(cast.ana).get(of_pair(query));
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_THAT(reply.as<Occurrences>().items, SizeIs(3));
    EXPECT_EQ(reply.as<Occurrences>().items[1].starts_local.substr(0, 10), local(36).substr(0, 10));
    EXPECT_EQ(door.as(cast.ana).get(of_pair("/occurrences?starts_local=nonsense12345678&time_zone=UTC&count=3")).status,
              422);
    EXPECT_EQ(door.as(cast.ana).get(of_pair("/occurrences?starts_local=2020-01-01T10:00&time_zone=UTC&count=3")).status,
              422);
    EXPECT_EQ(
        door.as(cast.ana).get(of_pair("/occurrences?starts_local=" + local(7) + "&time_zone=UTC&count=99")).status,
        422);
    EXPECT_EQ(door.as(cast.jo).get(of_pair(query)).status, 404);
    EXPECT_EQ(door.nobody().get(of_pair(query)).status, 401);
}

TEST_F(SeveralDates, are_proposed_in_one_go_and_taken_with_one_word) {
    auto const series = propose();
    ASSERT_THAT(series.items, SizeIs(3));
    EXPECT_THAT(series.items, Each(Field(&MeetingAnswer::series_id, series.id)));
    for (std::size_t at = 0; at < 3; ++at)
        EXPECT_EQ(series.items[at].times.at(0).starts_local, local(7 * (static_cast<int>(at) + 1)));
    EXPECT_EQ(accept(cast.sofia, series.id).code(), "own_proposal");
    EXPECT_EQ(accept(cast.jo, series.id).status, 404);
    auto const taken = accept(cast.ana, series.id);
    ASSERT_EQ(taken.status, 200) << taken.body;
    EXPECT_THAT(taken.as<SeriesAnswer>().items, SizeIs(3));
    EXPECT_THAT(taken.as<SeriesAnswer>().items, Each(Field(&MeetingAnswer::state, State::set)));
    EXPECT_EQ(accept(cast.ana, series.id).code(), "nothing_to_choose");
}

TEST_F(SeveralDates, are_all_or_none) {
    EXPECT_EQ(door.as(cast.sofia).post(of_pair("/meeting-series"), proposal({7, 14, 14})).status, 422);
    EXPECT_EQ(door.as(cast.sofia).post(of_pair("/meeting-series"), proposal({7})).status, 422);
    EXPECT_THAT(door.as(cast.ana).get(of_pair("/meetings")).as<PairMeetings>().items, SizeIs(0));
    (void)propose({7, 14, 21, 28, 35, 42, 49});
    EXPECT_EQ(door.as(cast.ana).post(of_pair("/meeting-series"), proposal({8, 15, 22, 29, 36, 43})).code(),
              "too_many_open");
}

TEST_F(SeveralDates, are_told_in_one_mail_with_all_of_them_for_the_calendar) {
    auto const series = propose();
    tell_of_all(series);
    EXPECT_EQ(told(cast.ana, "times_proposed"), 1);
    EXPECT_EQ(accept(cast.ana, series.id).status, 200);
    tell_of_all(series);
    tell_of_all(series);
    EXPECT_EQ(told(cast.ana, "date_set"), 1);
    EXPECT_EQ(told(cast.sofia, "date_set"), 1);

    auto const link = door.database().read([&](db::Tx& tx) {
        return base::as<MeetingLinkId>(
            tx.value<base::AnyId>("SELECT subject_id FROM notices WHERE kind = 'date_set' AND person_id = $1", cast.ana)
                .value());
    });
    auto const news = door.database().read([&](db::Tx& tx) {
        return calendar_news(tx, {"https://o.example.org", {"Obverse", "o@example.org"}, {"Ana", "ana@example.org"}},
                             cast.organisation, link, door.clock().now());
    });
    ASSERT_TRUE(news);
    EXPECT_EQ(news->method, Method::publish);
    for (auto const& one : series.items) EXPECT_THAT(news->text, HasSubstr(one.id.text().substr(0, 20)));
}

TEST_F(SeveralDates, are_taken_by_the_link_of_the_mail) {
    auto const series = propose();
    tell_of_all(series);
    auto const link = door.database().read([&](db::Tx& tx) {
        auto const id = tx.value<base::AnyId>(
            "SELECT subject_id FROM notices WHERE kind = 'times_proposed' AND person_id = $1", cast.ana);
        return store::find_link(tx, cast.organisation, base::as<MeetingLinkId>(id.value())).value();
    });
    auto const token =
        meeting_link_path(door.tools().keys, cast.organisation, link).substr(std::string("/date/").size());
    auto const shown = door.nobody().get("/api/meeting-links/" + token).as<LinkedMeeting>();
    EXPECT_THAT(shown.also, SizeIs(2));
    auto const taken = door.nobody().put("/api/meeting-links/" + token + "/series", "");
    ASSERT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(taken.as<LinkedMeeting>().state, State::set);
    EXPECT_THAT(taken.as<LinkedMeeting>().also, SizeIs(0));
    EXPECT_EQ(door.nobody().put("/api/meeting-links/" + token + "/series", "").code(), "nothing_to_choose");
}

}  // namespace
}  // namespace meeting
