#include "meeting/holiday_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char const* kChristmas = R"({"site":"Porto","items":[{"day":"2026-12-25","name":"Natal"}]})";

// Ana in Porto and Sofia in Lyon, started.
struct SiteHolidays : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);

    SiteHolidays() {
        stands(cast.ana, "Porto");
        stands(cast.sofia, "Lyon");
    }
    void stands(access::PersonId person, std::string const& site) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE people SET site = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation, person,
                   site);
        });
    }
    support::Reply close(std::string const& site, std::string const& items) {
        auto const named = site.empty() ? "" : R"("site":")" + site + "\",";
        return door.as(cast.jo).put("/api/holidays", "{" + named + R"("items":)" + items + "}");
    }
    std::string refused(std::string const& site, std::string const& items) {
        auto const reply = close(site, items);
        EXPECT_EQ(reply.status, 422) << reply.body;
        return reply.text("/errors/0/pointer") + " " + reply.text("/errors/0/code");
    }
    std::vector<NamedDay> listed(std::string const& query) {
        return door.as(cast.amir).get("/api/holidays" + query).as<Holidays>().items;
    }
    std::string of_pair(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    Slots slots(access::PersonId who) { return door.as(who).get(of_pair("/slots?from_on=2026-12-01")).as<Slots>(); }
    static std::vector<std::string> days_of(Slots const& slots) {
        std::vector<std::string> days;
        for (auto const& slot : slots.items) days.push_back(slot.starts_local.substr(0, 10));
        return days;
    }
};

base::Day day_of(int month, int day) {
    return *base::make_day(2026, month, static_cast<unsigned>(day));
}

TEST_F(SiteHolidays, are_kept_one_site_at_a_time) {
    ASSERT_EQ(close("Porto", R"([{"day":"2026-12-25","name":"Natal"},{"day":"2026-12-08","name":""}])").status, 200);
    ASSERT_EQ(close("", R"([{"day":"2026-12-31","name":"Stocktaking"}])").status, 200);
    EXPECT_THAT(listed("?site=Porto"), ElementsAre(NamedDay{day_of(12, 8), ""}, NamedDay{day_of(12, 25), "Natal"}));
    EXPECT_THAT(listed(""), ElementsAre(NamedDay{day_of(12, 31), "Stocktaking"}));
    EXPECT_THAT(listed("?site=Lyon"), IsEmpty());
    ASSERT_EQ(close("Porto", "[]").status, 200);
    EXPECT_THAT(listed("?site=Porto"), IsEmpty());
    EXPECT_THAT(listed("").size(), 1U);
}

TEST_F(SiteHolidays, are_left_out_of_the_times_of_whoever_stands_there) {
    auto const before = days_of(slots(cast.ana));
    ASSERT_THAT(before, testing::Contains("2026-12-01"));
    ASSERT_EQ(close("Porto", R"([{"day":"2026-12-01","name":"Restauração"}])").status, 200);
    ASSERT_EQ(close("Lyon", R"([{"day":"2026-12-02","name":"Fête"},{"day":"2026-12-05","name":"A Saturday"}])").status,
              200);
    ASSERT_EQ(close("", R"([{"day":"2026-12-03","name":"Stocktaking"}])").status, 200);
    for (auto who : {cast.ana, cast.sofia}) {
        auto const found = slots(who);
        EXPECT_EQ(days_of(found).front(), "2026-12-04");
        auto const mine = who == cast.ana;
        EXPECT_THAT(found.closed_days, ElementsAre(ClosedDay{day_of(12, 1), "Restauração", mine, !mine},
                                                   ClosedDay{day_of(12, 2), "Fête", !mine, mine},
                                                   ClosedDay{day_of(12, 3), "Stocktaking", true, true}));
    }
    auto const several = door.as(cast.ana)
                             .get(of_pair("/occurrences?starts_local=2026-12-03T10:00&time_zone=UTC&count=2"))
                             .as<Occurrences>();
    EXPECT_FALSE(several.items.at(0).fits);
    stands(cast.ana, "Lyon");
    EXPECT_EQ(days_of(slots(cast.ana)).front(), "2026-12-01") << "she moved";
}

TEST_F(SiteHolidays, refuse_nonsense) {
    EXPECT_EQ(refused("Proto", R"([{"day":"2026-12-25","name":""}])"), "/site unknown_site");
    EXPECT_EQ(close("Proto", "[]").status, 200) << "what was entered for a site that emptied can be taken away";
    EXPECT_EQ(refused("Porto", R"([{"day":"2026-11-21","name":""}])"), "/items/0/day in_the_past");
    EXPECT_EQ(refused("Porto", R"([{"day":"2036-11-21","name":""}])"), "/items/0/day too_far");
    EXPECT_EQ(refused("Porto", R"([{"day":"2026-12-25","name":"a"},{"day":"2026-12-25","name":"b"}])"),
              "/items/1/day twice");
    EXPECT_EQ(refused("Porto", R"([{"day":"2026-12-25","name":")" + std::string(101, 'n') + "\"}]"),
              "/items/0/name too_long");
    std::string many;
    for (int day = 0; day < 101; ++day)
        many += (day == 0 ? "" : ",") + (R"({"day":")" + base::to_text(day_of(12, 1) + day) + R"(","name":""})");
    EXPECT_EQ(refused("Porto", "[" + many + "]"), "/items too_long");
    EXPECT_THAT(listed("?site=Porto"), IsEmpty());
}

TEST_F(SiteHolidays, are_read_from_a_calendar_file_and_kept_only_when_saved) {
    auto const read = [&](access::PersonId who, std::string body) {
        return door.as(who).send(http::Method::post, "/api/holiday-readings", std::move(body),
                                 {{"Content-Type", "text/calendar"}});
    };
    std::string const file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261225\r\n"
        "SUMMARY:Natal\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    auto const reply = read(cast.amir, file);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_THAT(reply.as<Holidays>().items, ElementsAre(NamedDay{day_of(12, 25), "Natal"}));
    EXPECT_THAT(listed(""), IsEmpty());
    EXPECT_EQ(read(cast.jo, "<html>Please sign in</html>").text("/errors/0/code"), "no_calendar");
    for (auto wrong : {cast.ana, cast.nina, cast.rosa}) EXPECT_EQ(read(wrong, file).status, 403);
    EXPECT_EQ(door.as(cast.jo).post("/api/holiday-readings", file).status, 415);
}

TEST_F(SiteHolidays, are_for_whoever_keeps_the_house_alone) {
    std::vector<access::PersonId> const others{cast.ana, cast.sofia, cast.lena, cast.nina, cast.rosa};
    for (auto wrong : others) {
        EXPECT_EQ(door.as(wrong).get("/api/holidays?site=Porto").status, 403);
        EXPECT_EQ(door.as(wrong).put("/api/holidays", kChristmas).status, 403);
    }
    EXPECT_EQ(door.nobody().put("/api/holidays", kChristmas).status, 401);
    // Another house has its own, and no such site.
    EXPECT_EQ(door.as(cast.otto).put("/api/holidays", kChristmas).text("/errors/0/code"), "unknown_site");
    ASSERT_EQ(door.as(cast.jo).put("/api/holidays", kChristmas).status, 200);
    EXPECT_THAT(door.as(cast.otto).get("/api/holidays?site=Porto").as<Holidays>().items, IsEmpty());
}

}  // namespace
}  // namespace meeting
