// A programme comes to its end by itself: reminded, announced by the house, looked back on, closed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "programme/closing_shapes.hpp"
#include "programme/programme_shapes.hpp"
#include "support/pair.hpp"

namespace programme {
namespace {

// The cast's time is 2026-11-22; the programme ends on 2027-06-30.
struct AnEnd : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    void SetUp() override { support::make_ready_to_invite(door, cast); }
    std::string path(std::string const& rest) { return "/api/programmes/" + cast.programme.text() + rest; }
    void let_days_pass(int days) {
        door.clock().advance(std::chrono::hours(24) * days);
        door.house().round();
        door.house().drain();
    }
    ::programme::SetUp set_up() { return door.as(cast.jo).get(path("/set-up")).as<::programme::SetUp>(); }
    ClosingAnswer closing() { return door.as(cast.jo).get(path("/closing")).as<ClosingAnswer>(); }
    std::int64_t told(access::PersonId who, std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                    cast.organisation, who, kind)
                .value();
        });
    }
    support::Reply save_end(std::optional<base::Day> day) {
        auto page = set_up();
        page.settings.ends_on = day;
        return door.as(cast.jo).put(path("/set-up"),
                                    json::write(SetUpInput{page.version, page.settings, page.aims, page.words,
                                                           page.eligibility, page.opened_tops}));
    }
};

TEST_F(AnEnd, that_nobody_announces_is_announced_by_the_house_and_closes_the_programme) {
    EXPECT_EQ(base::to_text(closing().announced_by_house_on.value()), "2027-06-16");
    EXPECT_EQ(base::to_text(closing().last_day_by_house.value()), "2027-06-30");
    let_days_pass(191);  // 1 June
    EXPECT_EQ(told(cast.jo, "programme_ends"), 0);
    let_days_pass(1);
    EXPECT_EQ(told(cast.jo, "programme_ends"), 1);
    EXPECT_EQ(told(cast.ana, "programme_ends"), 0) << "those who run it are reminded, and nobody else is told";
    let_days_pass(13);
    EXPECT_FALSE(closing().closes_on);
    let_days_pass(1);  // 16 June
    EXPECT_EQ(base::to_text(closing().closes_on.value()), "2027-06-30");
    EXPECT_FALSE(closing().announced_by_house_on);
    EXPECT_EQ(told(cast.ana, "closing_announced"), 1);
    EXPECT_EQ(told(cast.jo, "programme_ends"), 2);
    EXPECT_EQ(set_up().state, State::reviewing);
    let_days_pass(14);
    EXPECT_EQ(set_up().state, State::reviewing) << "the last day itself";
    let_days_pass(1);
    EXPECT_EQ(set_up().state, State::closed);
    EXPECT_EQ(told(cast.ana, "programme_closed"), 1);
}

TEST_F(AnEnd, gives_way_to_whatever_a_coordinator_says) {
    let_days_pass(192);
    ASSERT_EQ(save_end(base::parse_day("2027-07-31")).status, 200);
    let_days_pass(20);
    EXPECT_FALSE(closing().closes_on) << "another end is reminded of by itself";
    let_days_pass(20);  // 12 July: reminded on 4 July
    EXPECT_EQ(told(cast.jo, "programme_ends"), 2);
    ASSERT_EQ(door.as(cast.jo).put(path("/closing"), R"({"version":0,"closes_on":"2027-08-20"})").status, 200);
    let_days_pass(20);
    EXPECT_EQ(base::to_text(closing().closes_on.value()), "2027-08-20");
    EXPECT_NE(set_up().state, State::reviewing);
    let_days_pass(6);  // 7 August
    EXPECT_EQ(set_up().state, State::reviewing);
    ASSERT_EQ(door.as(cast.jo).put(path("/closing"), R"({"version":1,"closes_on":"2027-10-30"})").status, 200);
    EXPECT_EQ(set_up().state, State::running) << "people may come in again";
    let_days_pass(1);
    EXPECT_EQ(set_up().state, State::running);
}

TEST_F(AnEnd, can_be_moved_but_not_taken_away_once_people_may_have_been_invited) {
    auto const refused = save_end(std::nullopt);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("/errors/0/pointer"), "/settings/ends_on");
    EXPECT_EQ(refused.text("/errors/0/code"), "required");
    EXPECT_EQ(save_end(base::parse_day("2027-01-31")).status, 200);
}

}  // namespace
}  // namespace programme
