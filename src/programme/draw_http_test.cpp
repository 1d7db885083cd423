#include <algorithm>

#include "support/programmes.hpp"

namespace programme {
namespace {

struct TheDraw : Programmes {
    SetUpInput with_draw(bool is_comparison = false) {
        auto input = ready_input();
        input.settings.planned_pairs = 3;
        input.settings.waiting_order = WaitingOrder::lottery;
        input.settings.waiting_is_comparison = is_comparison;
        return input;
    }
    void three_more_come() {
        for (auto who : {cast.lena, cast.amir, cast.nina})
            door.database()
                .write([&](db::Tx& tx) {
                    auto programme = store::find_programme(tx, cast.organisation, cast.programme).value();
                    return join(tx, access::house(cast.organisation), programme, who, Side::mentor, door.clock().now());
                })
                .value();
    }
    void a_day_passes() {
        door.clock().advance(std::chrono::hours(24));
        door.database().write(
            [&](db::Tx& tx) { tend_waiting_lists(tx, cast.organisation, door.tools().keys, door.clock().now()); });
    }
    EnrolmentState state_of(PersonId who) {
        return door.as(who).get("/api/my-enrolments").as<OwnEnrolmentList>().items.front().state;
    }
    int waiting() {
        int waiting = 0;
        for (auto who : {cast.lena, cast.amir, cast.nina})
            if (state_of(who) == EnrolmentState::waiting) ++waiting;
        return waiting;
    }
};

TEST_F(TheDraw, lets_everybody_wait_for_it_whoever_came_first) {
    ASSERT_EQ(save(cast.jo, with_draw()).status, 200);
    three_more_come();
    a_day_passes();
    EXPECT_EQ(waiting(), 3) << "one place is free, and nobody has it before the draw";
    auto const own = door.as(cast.lena).get("/api/my-enrolments").as<OwnEnrolmentList>().items.front();
    EXPECT_TRUE(own.waiting->awaits_draw);
    auto const pause = "/api/enrolments/" + own.id.text() + "/pause";
    EXPECT_EQ(door.as(cast.lena).put(pause).text("/state"), "paused");
    EXPECT_EQ(door.as(cast.lena).remove(pause).text("/state"), "waiting") << "a pause is no way past it";
    EXPECT_EQ(door.as(cast.lena).get(path("/draw")).text("/seed"), "null");
}

TEST_F(TheDraw, is_drawn_once_and_checked_by_anybody_of_the_programme) {
    ASSERT_EQ(save(cast.jo, with_draw()).status, 200);
    three_more_come();
    expect_closed_to_others(door, cast, {http::Method::put, path("/draw")}, {cast.ana, cast.lena, cast.marta});
    auto const drawn = door.as(cast.jo).put(path("/draw"));
    ASSERT_EQ(drawn.status, 200) << drawn.body;
    EXPECT_EQ(waiting(), 2);
    auto const seen = door.as(cast.lena).get(path("/draw")).as<DrawShown>();
    ASSERT_EQ(seen.mentor.size(), 3U);
    std::vector<EnrolmentId> tickets;
    int yours = 0;
    for (auto const& one : seen.mentor) {
        tickets.push_back(one.ticket);
        EXPECT_EQ(one.number, draw_number(*seen.seed, one.ticket));
        EXPECT_EQ(one.place, static_cast<std::int32_t>(tickets.size()));
        if (one.is_yours) ++yours;
    }
    EXPECT_EQ(yours, 1);
    auto turned = tickets;
    std::ranges::reverse(turned);
    EXPECT_EQ(draw(turned, *seen.seed), tickets);
    EXPECT_EQ(door.as(cast.kim).put(path("/draw")).body.find(std::to_string(*seen.seed)) != std::string::npos, true);
    EXPECT_EQ(door.as(cast.otto).get(path("/draw")).status, 404);
    EXPECT_EQ(door.nobody().get(path("/draw")).status, 401);
}

TEST_F(TheDraw, is_the_order_in_which_places_become_free_unless_those_who_wait_are_the_comparison) {
    for (auto const is_comparison : {false, true}) {
        cast = support::make_cast(door.database());
        ASSERT_EQ(save(cast.jo, with_draw(is_comparison)).status, 200);
        three_more_come();
        ASSERT_EQ(door.as(cast.jo).put(path("/draw")).status, 200);
        EXPECT_EQ(waiting(), 2);
        ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
        a_day_passes();
        EXPECT_EQ(waiting(), is_comparison ? 2 : 1);
    }
    auto input = input_of(set_up(cast.jo));
    input.settings.waiting_is_comparison = false;
    ASSERT_EQ(save(cast.jo, input).status, 200) << "it may end, in the open";
    a_day_passes();
    EXPECT_EQ(waiting(), 1);
}

TEST_F(TheDraw, settles_how_places_are_given) {
    ASSERT_EQ(save(cast.jo, with_draw()).status, 200);
    three_more_come();
    ASSERT_EQ(door.as(cast.jo).put(path("/draw")).status, 200);
    auto input = input_of(set_up(cast.jo));
    input.settings.waiting_order = WaitingOrder::first_come;
    EXPECT_EQ(save(cast.jo, input).text("/errors/0/code"), "already_drawn");
    input = input_of(set_up(cast.jo));
    input.settings.waiting_is_comparison = true;
    EXPECT_EQ(save(cast.jo, input).text("/errors/0/code"), "already_drawn");
}

TEST_F(TheDraw, waits_for_somebody_to_wait) {
    ASSERT_EQ(save(cast.jo, with_draw()).status, 200);
    EXPECT_EQ(door.as(cast.jo).put(path("/draw")).code(), "nobody_waits");
    three_more_come();
    EXPECT_EQ(door.as(cast.jo).put(path("/draw")).status, 200);
}

TEST_F(TheDraw, is_not_for_programmes_with_another_order) {
    EXPECT_EQ(door.as(cast.jo).put(path("/draw")).code(), "no_draw_here");
    EXPECT_EQ(door.as(cast.ana).get(path("/draw")).code(), "no_draw_here");
}

}  // namespace
}  // namespace programme
