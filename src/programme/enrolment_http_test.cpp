#include <map>

#include "support/programmes.hpp"

namespace programme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Programmes, take_whoever_came_by_the_link_after_the_coordinators_yes) {
    accept_for_marta();
    auto const link = open_call("compass");
    auto const asks = "/api/programme-calls/" + link + "/join-requests";
    EXPECT_EQ(door.nobody().get("/api/programme-calls/" + link).text("/programme/name"), "Customers first");
    EXPECT_EQ(door.nobody().post(asks, R"({"name":"Ida Holm","side":"mentor","code":"guess"})").status, 422);
    auto const ida = R"({"name":"Ida Holm","side":"mentor","code":"Compass"})";
    EXPECT_EQ(door.nobody().post(asks, ida).text("/state"), "asked");
    EXPECT_EQ(door.nobody().post(asks, ida).text("/state"), "asked");
    auto waiting = door.as(cast.jo).get(path("/join-requests")).as<JoinRequestList>();
    ASSERT_EQ(waiting.items.size(), 1U);
    auto const answer = "/api/join-requests/" + waiting.items.front().id.text() + "/answer";
    expect_closed_to_others(door, cast, {http::Method::put, answer, R"({"is_welcome":true})"}, {cast.ana, cast.marta});
    EXPECT_THAT(door.as(cast.jo).put(answer, R"({"is_welcome":true})").as<JoinRequestList>().items, IsEmpty());
    EXPECT_EQ(door.as(cast.jo).get(path("/enrolments?search=ida")).as<EnrolmentPage>().items.size(), 1U);
    EXPECT_EQ(door.as(cast.jo).remove(path("/open-call")).status, 204);
    EXPECT_EQ(door.nobody().post(asks, ida).status, 404);
}

TEST_F(Programmes, list_who_takes_part_by_name_and_search) {
    auto all = door.as(cast.jo).get(path("/enrolments")).as<EnrolmentPage>();
    ASSERT_EQ(all.items.size(), 4U);
    EXPECT_EQ(all.items.front().name, "Ana Moreira");
    auto found = door.as(cast.jo).get(path("/enrolments?search=logi")).as<EnrolmentPage>();
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items.front().name, "Sofia Lind");
    EXPECT_THAT(door.as(cast.jo).get(path("/enrolments?search=%25")).as<EnrolmentPage>().items, IsEmpty());
    EXPECT_EQ(door.as(cast.jo).get(path("/enrolments?side=mentee")).as<EnrolmentPage>().items.size(), 2U);
}

TEST_F(Programmes, page_through_who_takes_part) {
    std::vector<std::string> names;
    std::string after;
    for (int pages = 0; pages < 4; ++pages) {
        auto page = door.as(cast.jo).get(path("/enrolments?limit=1" + after)).as<EnrolmentPage>();
        names.push_back(page.items.front().name);
        if (!page.next_cursor) break;
        after = "&cursor=" + *page.next_cursor;
    }
    EXPECT_THAT(names, ElementsAre("Ana Moreira", "Bruno Castelli", "David Okafor", "Sofia Lind"));
}

TEST_F(Programmes, let_people_pause_and_take_part_again) {
    auto const own = "/api/enrolments/" + cast.ana_enrolled.text() + "/pause";
    EXPECT_EQ(door.as(cast.ana).put(own).text("/state"), "paused");
    EXPECT_EQ(door.as(cast.ana).put(own).text("/state"), "paused");
    EXPECT_EQ(door.as(cast.ana).remove(own).text("/state"), "joined");
    expect_closed_to_others(door, cast, {http::Method::put, own}, {cast.bruno, cast.jo, cast.amir});
}

TEST_F(Programmes, take_whoever_left_off_every_list) {
    ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
    EXPECT_EQ(door.as(cast.jo).get(path("/enrolments")).as<EnrolmentPage>().items.size(), 3U);
    EXPECT_EQ(set_up(cast.jo).counts.mentor.joined, 1);
    EXPECT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/pause").code(),
              "enrolment_state");
}

TEST_F(Programmes, keep_whoever_comes_after_the_last_place_waiting_with_an_honest_status) {
    auto input = ready_input();
    input.settings.planned_pairs = 2;
    ASSERT_EQ(save(cast.jo, input).status, 200);
    auto joined = door.database().write([&](db::Tx& tx) {
        auto programme = store::find_programme(tx, cast.organisation, cast.programme).value();
        return join(tx, access::house(cast.organisation), programme, cast.lena, Side::mentor, door.clock().now());
    });
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->state, EnrolmentState::waiting);
    auto own = door.as(cast.lena).get("/api/my-enrolments").as<OwnEnrolmentList>().items.front();
    ASSERT_TRUE(own.waiting);
    EXPECT_EQ(own.waiting->position, 1);
    EXPECT_EQ(own.waiting->status, WaitingStatus::no_place_yet);
}

TEST_F(Programmes, give_a_place_that_became_free_to_whoever_waits_first) {
    auto input = ready_input();
    input.settings.planned_pairs = 2;
    ASSERT_EQ(save(cast.jo, input).status, 200);
    auto tend = [&] {
        door.database().write([&](db::Tx& tx) {
            auto programme = store::find_programme(tx, cast.organisation, cast.programme).value();
            tend_waiting_list(tx, access::house(cast.organisation), programme, door.tools().keys, door.clock().now());
        });
    };
    door.database()
        .write([&](db::Tx& tx) {
            auto programme = store::find_programme(tx, cast.organisation, cast.programme).value();
            return join(tx, access::house(cast.organisation), programme, cast.lena, Side::mentor, door.clock().now());
        })
        .value();
    tend();
    auto state = [&] {
        return door.as(cast.lena).get("/api/my-enrolments").as<OwnEnrolmentList>().items.front().state;
    };
    EXPECT_EQ(state(), EnrolmentState::waiting);
    ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
    tend();
    EXPECT_EQ(state(), EnrolmentState::joined);
}

TEST_F(Programmes, give_a_place_by_need_to_whoever_needs_it_most) {
    auto input = ready_input();
    input.settings.planned_pairs = 2;
    input.settings.waiting_order = WaitingOrder::by_need;
    ASSERT_EQ(save(cast.jo, input).status, 200);
    std::map<PersonId, EnrolmentId> enrolled;
    for (auto who : {cast.lena, cast.amir}) {
        door.clock().advance(std::chrono::minutes(1));
        enrolled[who] =
            door.database()
                .write([&](db::Tx& tx) {
                    auto programme = store::find_programme(tx, cast.organisation, cast.programme).value();
                    return join(tx, access::house(cast.organisation), programme, who, Side::mentee, door.clock().now());
                })
                .value()
                .id;
    }
    door.database().write([&](db::Tx& tx) {
        for (auto const& [who, need] :
             {std::pair(cast.lena, Need::nice_to_have), std::pair(cast.amir, Need::need_it_now)}) {
            auto profile = store::load_profile(tx, cast.organisation, enrolled[who], door.tools().keys);
            profile.need_check = NeedCheck{need, need, need};
            store::save_profile(tx, cast.organisation, enrolled[who], 1, profile, door.tools().keys);
        }
    });
    ASSERT_EQ(door.as(cast.sofia).put("/api/enrolments/" + cast.sofia_enrolled.text() + "/withdrawal").status, 200);
    door.database().write(
        [&](db::Tx& tx) { tend_waiting_lists(tx, cast.organisation, door.tools().keys, door.clock().now()); });
    auto state = [&](PersonId who) {
        return door.as(who).get("/api/my-enrolments").as<OwnEnrolmentList>().items.front().state;
    };
    EXPECT_EQ(state(cast.amir), EnrolmentState::joined);
    EXPECT_EQ(state(cast.lena), EnrolmentState::waiting);
}

// At nine in the morning of the 25th in UTC it is still the 24th in Pago Pago.
TEST_F(Programmes, close_a_call_and_the_enrolment_by_the_day_it_is_in_the_house) {
    accept_for_marta();
    auto const link = open_call("compass");
    auto const set = [&](std::string const& what) {
        door.database().write(
            [&](db::Tx& tx) { tx.run("UPDATE " + what + " WHERE organisation_id = $1", cast.organisation); });
    };
    auto const asked_by = [&](std::string const& name) {
        return door.nobody()
            .post("/api/programme-calls/" + link + "/join-requests",
                  R"({"side":"mentor","code":"compass","name":")" + name + "\"}")
            .status;
    };
    auto const state_of_joining = [&](PersonId who) {
        return door.database().write([&](db::Tx& tx) {
            auto const programme = store::find_programme(tx, cast.organisation, cast.programme).value();
            return join(tx, access::house(cast.organisation), programme, who, Side::mentor, door.clock().now())->state;
        });
    };
    set("programmes SET enrolment_closes_on = '2026-12-24', planned_pairs = 50");
    door.clock().advance(*base::parse_instant("2026-12-25T09:00:00Z") - door.clock().now());
    set("organisations SET time_zone = 'Pacific/Pago_Pago'");
    EXPECT_EQ(asked_by("Ida"), 200);
    EXPECT_EQ(state_of_joining(cast.kim), EnrolmentState::joined);
    set("organisations SET time_zone = 'Europe/Copenhagen'");
    EXPECT_EQ(asked_by("Ole"), 409);
    EXPECT_EQ(state_of_joining(cast.rosa), EnrolmentState::waiting);
}

}  // namespace
}  // namespace programme
