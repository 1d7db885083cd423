// Peer circles through the doors: formed, told, dated, left.

#include "circle/circle_http.hpp"

#include <array>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "circle/circle_actions.hpp"
#include "circle/circle_store.hpp"
#include "meeting/meeting_shapes.hpp"
#include "programme/enrolment_store.hpp"
#include "support/pair.hpp"

namespace circle {
namespace {

using enum CircleAction;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kFirstOfDecember =
    R"({"version":0,"starts_local":"2026-12-01T10:00","time_zone":"Europe/Paris","minutes":60,"place":" Room 4 "})";

std::string date_at(int version, std::string const& starts_local) {
    return R"({"version":)" + std::to_string(version) + R"(,"starts_local":")" + starts_local +
           R"(","time_zone":"UTC","minutes":60,"place":""})";
}

// Ana, Bruno and Amir bring something.
struct Circles : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string programme = "/api/programmes/" + cast.programme.text();

    Circles() { joins(cast.amir); }

    void joins(PersonId person) {
        door.database().write([&](db::Tx& tx) {
            programme::store::NewEnrolment enrolment;
            enrolment.programme = cast.programme;
            enrolment.person = person;
            enrolment.now = door.clock().now();
            programme::store::insert_enrolment(tx, cast.organisation, enrolment);
        });
    }
    void run(std::string const& sql, PersonId person) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, person); });
    }
    FormingAnswer form(std::string const& body = "{}") {
        auto const reply = door.as(cast.jo).post(programme + "/circles", body);
        EXPECT_EQ(reply.status, 200) << reply.body;
        follow_up();
        return reply.as<FormingAnswer>();
    }
    void follow_up() {
        door.house().round();
        door.house().drain();
    }
    void let_days_pass(int days) {
        door.clock().advance(std::chrono::hours(24) * days);
        follow_up();
    }
    std::vector<CircleAnswer> circles_of(PersonId who) {
        return door.as(who).get("/api/circles").as<MyCircles>().items;
    }
    std::string circle_of(PersonId who) { return "/api/circles/" + circles_of(who).at(0).id.text(); }
    support::Reply set(PersonId who, std::string const& circle, std::string const& body = kFirstOfDecember) {
        auto reply = door.as(who).put(circle + "/date", body);
        follow_up();
        return reply;
    }
    std::int64_t told(PersonId who, std::string const& table, std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM " + table + " WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                    cast.organisation, who, kind)
                .value();
        });
    }
};

std::vector<std::string> names_in(CircleAnswer const& circle) {
    std::vector<std::string> names;
    for (auto const& member : circle.members) names.push_back(member.name);
    return names;
}

TEST_F(Circles, are_formed_by_a_press_told_to_their_members_and_joined_by_newcomers_at_the_next_one) {
    auto const formed = form();
    EXPECT_EQ(formed.formed, 1);
    EXPECT_EQ(formed.placed, 3);
    auto const mine = door.as(cast.ana).get("/api/circles").as<MyCircles>();
    ASSERT_THAT(mine.items, SizeIs(1));
    EXPECT_THAT(names_in(mine.items[0]), ElementsAre("Amir Haddad", "Ana Moreira", "Bruno Castelli"));
    EXPECT_EQ(mine.items[0].programme.name, "Customers first");
    EXPECT_THAT(mine.items[0].allowed_actions, ElementsAre(set_date, leave));
    EXPECT_FALSE(mine.agenda.rule.empty());
    EXPECT_EQ(told(cast.ana, "notices", "circle_formed"), 1);
    EXPECT_EQ(told(cast.ana, "mails", "circle_formed"), 1);
    EXPECT_EQ(told(cast.sofia, "notices", "circle_formed"), 0);

    EXPECT_EQ(form().placed, 0);
    joins(cast.rosa);
    auto const page = door.as(cast.jo).get(programme + "/circles").as<CirclePage>();
    EXPECT_EQ(page.waiting, 1);
    EXPECT_EQ(page.layout, Layout::one_for_all);
    auto const again = form();
    EXPECT_EQ(again.formed, 0);
    EXPECT_EQ(again.placed, 1);
    EXPECT_THAT(circles_of(cast.ana).at(0).members, SizeIs(4));
    EXPECT_EQ(told(cast.ana, "notices", "circle_formed"), 1) << "told once";
    EXPECT_EQ(told(cast.rosa, "notices", "circle_formed"), 1);
}

// Lena manages Ana and Bruno, and Nina manages Ana's partner.
TEST_F(Circles, join_nobody_with_their_own_line_nor_with_the_manager_of_their_partner) {
    run("UPDATE people SET manager_id = $2 WHERE organisation_id = $1 AND name = 'Sofia Lind'", cast.nina);
    support::start_pair(door, cast);
    for (auto person : {cast.lena, cast.nina, cast.rosa, cast.kim}) joins(person);
    auto const formed = form();
    EXPECT_EQ(formed.placed, 7);
    EXPECT_EQ(formed.waiting, 0);
    auto const with_ana = names_in(circles_of(cast.ana).at(0));
    EXPECT_THAT(with_ana, Not(testing::Contains("Lena Vogel")));
    EXPECT_THAT(with_ana, Not(testing::Contains("Nina Roth")));
    EXPECT_THAT(names_in(circles_of(cast.bruno).at(0)), Not(testing::Contains("Lena Vogel")));
}

TEST_F(Circles, are_shown_to_whoever_coordinates_without_their_own) {
    joins(cast.kim);
    form();
    auto const circle = circle_of(cast.kim);
    auto const seen = door.as(cast.jo).get(programme + "/circles").as<CirclePage>();
    ASSERT_THAT(seen.items, SizeIs(1));
    EXPECT_EQ(seen.items[0].seat, Seat::coordinator);
    EXPECT_THAT(seen.items[0].allowed_actions, ElementsAre(set_date));
    EXPECT_THAT(door.as(cast.kim).get(programme + "/circles").as<CirclePage>().items, IsEmpty());
    EXPECT_EQ(door.as(cast.kim).get(circle).as<CircleAnswer>().seat, Seat::member);
    EXPECT_EQ(door.as(cast.jo).put(circle + "/departure").status, 404) << "nobody leaves what they are no member of";
    run("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND person_id = $2", cast.kim);
    EXPECT_EQ(door.as(cast.kim).get(circle).status, 404) << "nor do they see it as one who coordinates";
    EXPECT_THAT(circles_of(cast.kim), IsEmpty());
    EXPECT_THAT(circles_of(cast.ana).at(0).members, SizeIs(4)) << "the list stays as it was";
}

TEST_F(Circles, are_closed_to_others) {
    form();
    auto const circle = circle_of(cast.ana);
    auto const nobody_else = {cast.sofia, cast.david, cast.lena, cast.marta, cast.nina, cast.rosa};
    set(cast.ana, circle);
    expect_closed_to_others(door, cast, {http::Method::get, circle}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::get, circle + "/calendar"}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, circle + "/date", kFirstOfDecember}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::remove, circle + "/date?version=1"}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, circle + "/departure"}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::get, programme + "/circles"}, {cast.ana, cast.amir, cast.marta});
    expect_closed_to_others(door, cast, {http::Method::post, programme + "/circles", "{}"},
                            {cast.ana, cast.amir, cast.marta});
    for (auto who : nobody_else) EXPECT_THAT(circles_of(who), IsEmpty());
}

TEST_F(Circles, have_one_next_date_that_any_member_and_whoever_coordinates_set_move_and_cancel) {
    form();
    auto const circle = circle_of(cast.ana);
    auto const date = set(cast.ana, circle).as<CircleAnswer>();
    EXPECT_EQ(date.next->place, "Room 4");
    EXPECT_EQ(base::to_text(date.next->starts_at), "2026-12-01T09:00:00Z");
    for (auto who : {cast.ana, cast.bruno, cast.amir}) {
        EXPECT_EQ(told(who, "notices", "circle_date_set"), 1);
        EXPECT_EQ(told(who, "mails", "circle_date_set"), 1);
    }
    EXPECT_EQ(told(cast.jo, "mails", "circle_date_set"), 0);
    EXPECT_EQ(set(cast.bruno, circle).code(), "stale") << "somebody has set one meanwhile";
    EXPECT_EQ(set(cast.bruno, circle, date_at(1, "2026-11-01T10:00")).text("/errors/0/code"), "in_the_past");
    EXPECT_EQ(set(cast.bruno, circle, date_at(1, "soon")).status, 422);
    ASSERT_EQ(set(cast.bruno, circle, date_at(1, "2026-12-02T10:00")).status, 200);
    EXPECT_EQ(told(cast.ana, "notices", "circle_date_set"), 2);
    EXPECT_THAT(door.as(cast.amir).get(circle + "/calendar").body, HasSubstr("CLASS:PRIVATE"));

    ASSERT_EQ(door.as(cast.jo).remove(circle + "/date?version=2").status, 200);
    follow_up();
    EXPECT_EQ(told(cast.bruno, "notices", "circle_date_called_off"), 1);
    EXPECT_EQ(door.as(cast.ana).remove(circle + "/date?version=3").code(), "no_date");
    EXPECT_EQ(door.as(cast.ana).get(circle + "/calendar").code(), "no_date");
    EXPECT_EQ(door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>(
            "SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind LIKE 'circle.%' AND actor_id IS NOT NULL",
            cast.organisation);
    }),
              0)
        << "who set a date would say who comes";
}

TEST_F(Circles, are_due_again_six_to_eight_weeks_after_they_met_and_lose_their_date_when_the_programme_closes) {
    form();
    auto const circle = circle_of(cast.ana);
    set(cast.ana, circle);
    let_days_pass(12);
    auto const after = circles_of(cast.ana).at(0);
    EXPECT_FALSE(after.next);
    EXPECT_EQ(base::to_text(after.due.value().from_on), "2027-01-12");
    EXPECT_EQ(base::to_text(after.due.value().until_on), "2027-01-26");
    set(cast.bruno, circle, date_at(0, "2027-01-20T10:00"));
    run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND $2 = $2", cast.jo);
    let_days_pass(1);
    EXPECT_FALSE(circles_of(cast.ana).at(0).next);
    EXPECT_EQ(told(cast.ana, "notices", "circle_date_called_off"), 1);
    EXPECT_EQ(set(cast.ana, circle, date_at(0, "2027-01-21T10:00")).code(), "programme_closed");
    EXPECT_EQ(door.as(cast.jo).post(programme + "/circles", "{}").code(), "programme_closed");
}

// What others could tell of it is asked in app/private_acts_http_test.cpp.
TEST_F(Circles, can_be_left_for_oneself_alone_and_come_back_to) {
    form();
    auto const circle = circle_of(cast.ana);
    auto const left = door.as(cast.ana).put(circle + "/departure").as<CircleAnswer>();
    EXPECT_EQ(left.seat, Seat::departed);
    EXPECT_THAT(left.allowed_actions, ElementsAre(come_back));
    EXPECT_EQ(door.as(cast.ana).put(circle + "/departure").status, 200) << "again it changes nothing";
    EXPECT_EQ(set(cast.ana, circle).code(), "has_left_circle");
    set(cast.bruno, circle);
    EXPECT_EQ(told(cast.ana, "notices", "circle_date_set"), 0);
    EXPECT_EQ(told(cast.ana, "mails", "circle_date_set"), 1) << "a row like everybody's";
    EXPECT_THAT(circles_of(cast.bruno).at(0).members, SizeIs(3));
    auto const feed = door.as(cast.ana).post("/api/calendar-feed").text("/address");
    auto const address = feed.substr(feed.find("/calendar/"));
    EXPECT_THAT(door.nobody().get(address).body, Not(HasSubstr("VEVENT")));
    EXPECT_EQ(door.as(cast.ana).remove(circle + "/departure").as<CircleAnswer>().seat, Seat::member);
    EXPECT_THAT(door.nobody().get(address).body, HasSubstr("SUMMARY:A conversation in a small group"));
    EXPECT_EQ(set(cast.ana, circle, date_at(1, "2026-12-03T10:00")).status, 200);
    EXPECT_EQ(told(cast.ana, "notices", "circle_date_set"), 1);
}

// Also for whoever has left: a slot that opens would tell their partner.
TEST_F(Circles, keep_their_date_free_of_a_pairs_times) {
    form();
    auto const pair = support::start_pair(door, cast);
    auto const slots = [&] {
        return door.as(cast.sofia).get("/api/pairings/" + pair.text() + "/slots").as<meeting::Slots>();
    };
    auto const first = slots().items.at(0);
    auto const offers = [&](base::Instant at) {
        auto const found = slots().items;
        return std::ranges::count(found, at, &meeting::Slot::starts_at) > 0;
    };
    ASSERT_EQ(set(cast.bruno, circle_of(cast.bruno), date_at(0, meeting::local_text(first.starts_at, "UTC"))).status,
              200);
    EXPECT_FALSE(offers(first.starts_at));
    ASSERT_EQ(door.as(cast.ana).put(circle_of(cast.ana) + "/departure").status, 200);
    EXPECT_FALSE(offers(first.starts_at));
}

// Two circles: Ana and Bruno in one, Amir and Rosa in the other.
struct TwoCircles : Circles {
    std::string first;
    std::string second;

    void SetUp() override {
        joins(cast.rosa);
        form();
        first = circle_of(cast.ana);
        door.database().write([&](db::Tx& tx) {
            Circle other;
            other.id = tx.make_id<CircleId>();
            other.programme_id = cast.programme;
            other.number = 2;
            other.formed_on = base::utc_day(door.clock().now());
            store::insert_circle(tx, cast.organisation, other);
            auto const from = circles_of_in(tx, cast.amir);
            for (auto who : {cast.amir, cast.rosa}) store::move_member(tx, cast.organisation, from, other.id, who);
            second = "/api/circles/" + other.id.text();
        });
    }
    CircleId circles_of_in(db::Tx& tx, PersonId who) {
        return store::find_circle_of(tx, cast.organisation, cast.programme, who).value();
    }
    support::Reply move(PersonId who, std::string const& to) {
        auto reply = door.as(cast.jo).put(to + "/members/" + who.text());
        follow_up();
        return reply;
    }
};

TEST_F(TwoCircles, let_whoever_coordinates_move_somebody_who_is_told_of_the_new_dates_alone) {
    ASSERT_EQ(set(cast.ana, first).status, 200);
    ASSERT_EQ(set(cast.amir, second, date_at(0, "2026-12-03T10:00")).status, 200);
    auto const moved = move(cast.bruno, second);
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_THAT(names_in(moved.as<CircleAnswer>()), ElementsAre("Amir Haddad", "Bruno Castelli", "Rosa Lima"));
    EXPECT_EQ(circle_of(cast.bruno), second);
    EXPECT_EQ(told(cast.bruno, "mails", "circle_formed"), 2);
    EXPECT_EQ(told(cast.bruno, "mails", "circle_date_called_off"), 1);
    EXPECT_EQ(told(cast.bruno, "mails", "circle_date_set"), 2);
    EXPECT_EQ(told(cast.ana, "mails", "circle_date_called_off"), 0);
    EXPECT_EQ(move(cast.bruno, second).status, 200) << "again";
    EXPECT_EQ(told(cast.bruno, "mails", "circle_date_set"), 2);
    EXPECT_THAT(door.as(cast.amir).get("/api/audit-log").body, Not(HasSubstr("Bruno")));
    expect_closed_to_others(door, cast, {http::Method::put, second + "/members/" + cast.ana.text()},
                            {cast.ana, cast.sofia});
}

TEST_F(TwoCircles, take_somebody_over_once_though_two_coordinators_press_at_once) {
    std::array<support::Reply, 2> replies;
    auto const target = second + "/members/" + cast.bruno.text();
    {
        std::jthread const neighbour([&] { replies[1] = door.as(cast.kim).put(target); });
        replies[0] = door.as(cast.jo).put(target);
    }
    follow_up();
    for (auto const& reply : replies) EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(circle_of(cast.bruno), second);
    EXPECT_EQ(told(cast.bruno, "mails", "circle_formed"), 2);
}

TEST_F(TwoCircles, keep_it_to_themselves_who_has_left_when_somebody_is_moved) {
    ASSERT_EQ(door.as(cast.bruno).put(first + "/departure").status, 200);
    ASSERT_EQ(set(cast.amir, second).status, 200);
    ASSERT_EQ(move(cast.bruno, second).status, 200);
    EXPECT_EQ(circles_of(cast.bruno).at(0).seat, Seat::departed);
    EXPECT_EQ(told(cast.bruno, "notices", "circle_date_set"), 0);
    EXPECT_EQ(told(cast.bruno, "mails", "circle_date_set"), 1) << "a row like everybody's, which goes nowhere";
}

TEST_F(TwoCircles, are_looked_at_again_after_a_reorganisation_and_join_nobody_with_their_line) {
    auto const seen = [&] { return door.as(cast.jo).get(second).as<CircleAnswer>().to_part; };
    EXPECT_THAT(seen(), IsEmpty());
    run("UPDATE people SET manager_id = (SELECT id FROM people WHERE organisation_id = $1 AND name = 'Rosa Lima') "
        "WHERE organisation_id = $1 AND id = $2",
        cast.amir);
    for (int again = 0; again < 2; ++again)
        door.database().write([&](db::Tx& tx) { recheck_circles(tx, cast.organisation, door.clock().now()); });
    EXPECT_EQ(told(cast.jo, "notices", "lines_met"), 1);
    for (auto who : {cast.amir, cast.rosa, cast.ana}) EXPECT_EQ(told(who, "notices", "lines_met"), 0);
    ASSERT_THAT(seen(), SizeIs(1));
    EXPECT_EQ(seen()[0].one, cast.amir);
    EXPECT_THAT(door.as(cast.amir).get(second).as<CircleAnswer>().to_part, IsEmpty()) << "for whoever coordinates";
    ASSERT_EQ(move(cast.amir, first).status, 200);
    EXPECT_THAT(seen(), IsEmpty());
    auto const recheck = [&] {
        door.database().write([&](db::Tx& tx) { recheck_circles(tx, cast.organisation, door.clock().now()); });
    };
    recheck();
    EXPECT_EQ(told(cast.jo, "notices", "lines_met"), 1) << "it is settled";
    run("UPDATE people SET manager_id = $2 WHERE organisation_id = $1 AND name = 'Bruno Castelli'", cast.amir);
    for (int again = 0; again < 2; ++again) recheck();
    EXPECT_EQ(told(cast.jo, "notices", "lines_met"), 2) << "another reorganisation";
    run("UPDATE people SET manager_id = NULL WHERE organisation_id = $1 AND manager_id = $2", cast.amir);
    EXPECT_EQ(move(cast.rosa, first).code(), "kept_apart");
    EXPECT_EQ(move(cast.sofia, first).status, 404);
}

}  // namespace
}  // namespace circle
