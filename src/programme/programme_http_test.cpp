#include "programme/programme_http.hpp"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/guesses.hpp"
#include "platform/crypto/link.hpp"
#include "programme/draw_shapes.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/open_call.hpp"
#include "programme/programme_store.hpp"
#include "programme/waiting_list.hpp"
#include "support/door.hpp"
#include "support/two_worlds.hpp"

namespace programme {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Programmes : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string path(std::string const& rest = "") { return "/api/programmes/" + cast.programme.text() + rest; }
    ::programme::SetUp set_up(PersonId by) { return door.as(by).get(path("/set-up")).as<::programme::SetUp>(); }
    static SetUpInput input_of(::programme::SetUp const& page) {
        return {page.version, page.settings, page.aims, page.words, page.eligibility, page.opened_tops};
    }
    support::Reply save(PersonId by, SetUpInput const& input) {
        return door.as(by).put(path("/set-up"), json::write(input));
    }
    SetUpInput ready_input() {
        auto input = input_of(set_up(cast.jo));
        input.settings.purpose = "See what customers see";
        input.settings.results_use = "The board answers three of the questions that come up.";
        input.settings.ends_on = base::parse_day("2027-06-30");
        input.aims = {{"be_heard", {}}};
        return input;
    }
    std::string ask_marta() {
        auto reply = door.as(cast.jo).put(path("/sponsor"), R"({"person_id":")" + cast.marta.text() + "\"}");
        EXPECT_EQ(reply.status, 200);
        auto const link = reply.text("/link");
        return link.substr(link.rfind('/') + 1);
    }
};

TEST_F(Programmes, are_listed_for_those_who_belong_to_them) {
    EXPECT_EQ(door.as(cast.ana).get("/api/programmes").text("/items/0/name"), "Customers first");
    EXPECT_EQ(door.as(cast.ana).get("/api/programmes").text("/items/0/takes_part"), "true");
    EXPECT_THAT(door.as(cast.lena).get("/api/programmes").as<ProgrammeList>().items, IsEmpty());
    EXPECT_EQ(door.as(cast.otto).get("/api/programmes").as<ProgrammeList>().items.size(), 1U);
    EXPECT_EQ(door.nobody().get("/api/programmes").status, 401);
}

TEST_F(Programmes, are_set_up_in_draft_by_a_coordinator_who_then_leads_them) {
    auto made = door.as(cast.jo).post("/api/programmes", R"({"name":" Compass  2027 "})");
    ASSERT_EQ(made.status, 201);
    auto page = door.as(cast.jo).get("/api/programmes/" + made.text("/id") + "/set-up").as<::programme::SetUp>();
    EXPECT_EQ(page.settings.name, "Compass 2027");
    EXPECT_EQ(page.state, State::draft);
    EXPECT_EQ(page.settings.suggestions_each, 1);
    EXPECT_THAT(page.missing, Contains(Missing::sponsor));
    EXPECT_THAT(page.allowed_actions, Not(Contains(ProgrammeAction::invite)));
    EXPECT_EQ(door.as(cast.ana).post("/api/programmes", R"({"name":"Mine"})").status, 403);
}

TEST_F(Programmes, keep_their_set_up_as_one_document) {
    auto input = ready_input();
    input.words = {{"de", "Kompass", "Sehen, was Kunden sehen", RoleWords{"Person A", "Personen A", "Seite A"}, {}}};
    input.eligibility.mentee.levels = {4, 5};
    input.opened_tops = {cast.marta};
    auto saved = save(cast.jo, input);
    ASSERT_EQ(saved.status, 200) << saved.body;
    auto page = saved.as<::programme::SetUp>();
    EXPECT_EQ(page.version, 2);
    EXPECT_THAT(page.aims, ElementsAre(Aim{"be_heard", {"voice"}}));
    EXPECT_EQ(page.words.front().mentor->plural, "Personen A");
    EXPECT_THAT(page.eligibility.mentee.levels, ElementsAre(4, 5));
    EXPECT_THAT(page.opened_tops, ElementsAre(cast.marta));
    EXPECT_EQ(page.questions.mentor.items, 6);
    EXPECT_EQ(page.counts.mentor.joined, 2);
}

TEST_F(Programmes, refuse_a_set_up_read_before_somebody_else_wrote) {
    auto const input = ready_input();
    ASSERT_EQ(save(cast.jo, input).status, 200);
    auto late = save(cast.kim, input);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.code(), "stale");
    EXPECT_EQ(late.text("/params/version"), std::to_string(input.version + 1)) << "the current one";
}

TEST_F(Programmes, say_all_that_is_wrong_with_a_set_up_at_once) {
    auto input = ready_input();
    input.settings.level_gap_least = 3;
    input.settings.level_gap_most = 1;
    input.aims = {{"be_young", {}}};
    auto reply = save(cast.jo, input);
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.text("/errors/0/pointer"), "/settings/level_gap_most");
    EXPECT_EQ(reply.text("/errors/1/pointer"), "/aims/0/aim");
    input = ready_input();
    input.opened_tops = {cast.otto};
    EXPECT_EQ(save(cast.jo, input).text("/errors/0/code"), "unknown_person");
}

TEST_F(Programmes, open_their_set_up_to_nobody_else) {
    expect_closed_to_others(door, cast, {http::Method::get, path("/set-up")},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.nina});
    expect_closed_to_others(door, cast, {http::Method::put, path("/set-up"), json::write(ready_input())},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.nina});
    expect_closed_to_others(door, cast, {http::Method::put, path("/state"), R"({"state":"running"})"},
                            {cast.ana, cast.marta});
    expect_closed_to_others(door, cast, {http::Method::put, path("/sponsor"), R"({"name":"X"})"},
                            {cast.ana, cast.marta});
    expect_closed_to_others(door, cast, {http::Method::get, path("/enrolments")}, {cast.ana, cast.marta, cast.lena});
}

TEST_F(Programmes, leave_draft_only_with_purpose_aims_end_sponsor_and_two_to_talk_to) {
    auto const id = door.as(cast.jo).post("/api/programmes", R"({"name":"Compass"})").text("/id");
    auto const here = "/api/programmes/" + id;
    auto refused = door.as(cast.jo).put(here + "/state", R"({"state":"enrolling"})");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("/params/missing"), "purpose,aims,end,results_use,sponsor,confidential_contacts");

    auto input = input_of(door.as(cast.jo).get(here + "/set-up").as<::programme::SetUp>());
    auto const ready = ready_input();
    input.settings.purpose = ready.settings.purpose;
    input.settings.results_use = ready.settings.results_use;
    input.settings.ends_on = ready.settings.ends_on;
    input.aims = ready.aims;
    ASSERT_EQ(door.as(cast.jo).put(here + "/set-up", json::write(input)).status, 200);
    auto asked = door.as(cast.jo).put(here + "/sponsor", R"({"name":"Ida Holm","email":"ida@example.net"})");
    auto const link = asked.text("/link");
    EXPECT_EQ(door.as(cast.jo).put(here + "/state", R"({"state":"enrolling"})").text("/params/missing"),
              "sponsor,confidential_contacts");
    ASSERT_EQ(door.nobody().put("/api/sponsor-acceptances/" + link.substr(link.rfind('/') + 1), "{}").status, 422);
    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + link.substr(link.rfind('/') + 1),
                       R"({"takes_part":"in_person","answers_within_days":14})")
                  .status,
              200);
    auto const state = [&] { return door.as(cast.jo).put(here + "/state", R"({"state":"enrolling"})"); };
    auto const name = [&](access::PersonId person, std::string const& more) {
        auto const named = door.as(cast.amir).post("/api/people/" + person.text() + "/roles",
                                                   R"({"role":"confidential_contact")" + more + "}");
        EXPECT_EQ(named.status, 201) << named.body;
    };
    name(cast.rosa, "");
    EXPECT_EQ(state().text("/params/missing"), "confidential_contacts") << "one is nobody to choose from";
    name(cast.lena, R"(,"programme_id":")" + id + R"(")");
    EXPECT_EQ(state().status, 200);
}

TEST_F(Programmes, keep_two_people_to_talk_to_while_they_live) {
    support::make_ready_to_invite(door, cast);
    auto const role_of = [&](access::PersonId person) {
        for (auto const& held : door.as(cast.amir).get("/api/people/" + person.text()).as<person::PersonAnswer>().roles)
            if (held.role == access::Role::confidential_contact)
                return "/api/people/" + person.text() + "/roles/" + held.id.text();
        return std::string();
    };
    auto const refused = door.as(cast.amir).remove(role_of(cast.rosa));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "contacts_needed");
    EXPECT_EQ(refused.text("/params/programme"), "Customers first");
    auto const third =
        door.as(cast.amir).post("/api/people/" + cast.david.text() + "/roles", R"({"role":"confidential_contact"})");
    ASSERT_EQ(third.status, 201) << third.body;
    EXPECT_EQ(door.as(cast.amir).remove(role_of(cast.rosa)).status, 200) << "two are left";
    EXPECT_EQ(door.as(cast.amir).remove(role_of(cast.david)).code(), "contacts_needed");
    ASSERT_EQ(door.as(cast.amir).put("/api/people/" + cast.david.text() + "/deactivation").status, 200)
        << "whoever leaves the house goes";
    EXPECT_THAT(door.as(cast.jo).get(path("/set-up")).as<::programme::SetUp>().missing,
                ElementsAre(Missing::confidential_contacts))
        << "and the page says what is missing";
    EXPECT_EQ(door.as(cast.jo)
                  .post(path("/invitations"), R"({"side":"mentor","people":[")" + cast.nina.text() + "\"]}")
                  .code(),
              "programme_not_ready");
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1", cast.organisation);
    });
    EXPECT_EQ(door.as(cast.amir).remove(role_of(cast.lena)).status, 200) << "nobody turns to them any more";
}

TEST_F(Programmes, show_a_sponsor_only_after_they_accepted) {
    auto const token = ask_marta();
    EXPECT_EQ(door.as(cast.ana).get(path()).text("/sponsor"), "null");
    auto page = door.nobody().get("/api/sponsor-acceptances/" + token);
    ASSERT_EQ(page.status, 200);
    EXPECT_EQ(page.text("/sponsor_name"), "Marta Kowalska");
    EXPECT_EQ(page.text("/programme/name"), "Customers first");
    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + token,
                       R"({"takes_part":"by_delegate","delegate_name":"Bo","answers_within_days":7})")
                  .status,
              200);
    EXPECT_EQ(door.as(cast.ana).get(path()).text("/sponsor/name"), "Marta Kowalska");
    EXPECT_EQ(door.as(cast.ana).get(path()).text("/sponsor/delegate_name"), "Bo");
}

TEST_F(Programmes, are_shown_to_the_sponsor_who_is_asked_and_to_whoever_was_given_the_role) {
    auto const mine = [&](PersonId who) { return door.as(who).get("/api/my-sponsorships").as<Sponsorships>().items; };
    EXPECT_EQ(door.nobody().get("/api/my-sponsorships").status, 401);
    // Marta has the role; Ida from outside is asked, and her link is nobody else's.
    ASSERT_EQ(door.as(cast.jo).put(path("/sponsor"), R"({"name":"Ida Holm","email":"ida@example.net"})").status, 200);
    auto const named = mine(cast.marta);
    ASSERT_EQ(named.size(), 1U);
    EXPECT_FALSE(named.front().asked_at);
    EXPECT_FALSE(named.front().link);

    auto const token = ask_marta();
    auto const asked = mine(cast.marta);
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked.front().programme.name, "Customers first");
    EXPECT_FALSE(asked.front().accepted_at);
    EXPECT_TRUE(asked.front().link.value().ends_with("/sponsor/" + token));
    for (auto other : {cast.ana, cast.jo, cast.otto}) EXPECT_THAT(mine(other), IsEmpty());

    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + token, R"({"takes_part":"in_person","answers_within_days":7})")
                  .status,
              200);
    auto const accepted = mine(cast.marta).front();
    EXPECT_TRUE(accepted.accepted_at);
    EXPECT_EQ(accepted.answers_within_days, 7);
    EXPECT_FALSE(accepted.link) << "nothing is left to answer";
    auto const counts = set_up(cast.jo).counts;
    EXPECT_EQ(accepted.mentors_joined, counts.mentor.joined);
    EXPECT_EQ(accepted.mentees_joined, counts.mentee.joined);
    EXPECT_THAT(door.as(cast.marta).get("/api/my-sponsorships").body, Not(HasSubstr("Ana")));
}

TEST_F(Programmes, void_the_link_of_a_sponsor_asked_before) {
    auto const first = ask_marta();
    auto const second = ask_marta();
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + first).status, 404);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + second).status, 200);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + second + "x").status, 404);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/nonsense").status, 404);
}

TEST_F(Programmes, take_whoever_came_by_the_link_after_the_coordinators_yes) {
    support::name_two_to_talk_to(door, cast);
    ASSERT_EQ(save(cast.jo, ready_input()).status, 200);
    ASSERT_EQ(
        door.nobody()
            .put("/api/sponsor-acceptances/" + ask_marta(), R"({"takes_part":"in_person","answers_within_days":14})")
            .status,
        200);
    auto open =
        door.as(cast.jo).put(path("/open-call"), R"({"limited_by":"code","code":"compass","closes_on":"2026-12-24"})");
    ASSERT_EQ(open.status, 200) << open.body;
    auto const link = open.text("/link").substr(open.text("/link").rfind('/') + 1);
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

TEST_F(Programmes, let_nobody_guess_the_code_of_a_link_or_a_sponsors_link) {
    support::name_two_to_talk_to(door, cast);
    ASSERT_EQ(save(cast.jo, ready_input()).status, 200);
    auto const sponsor = ask_marta();
    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + sponsor, R"({"takes_part":"in_person","answers_within_days":14})")
                  .status,
              200);
    auto open =
        door.as(cast.jo).put(path("/open-call"), R"({"limited_by":"code","code":"7f3k","closes_on":"2026-12-24"})");
    auto const link = open.text("/link").substr(open.text("/link").rfind('/') + 1);
    auto const asks = "/api/programme-calls/" + link + "/join-requests";
    auto guess = [&](std::string const& code) {
        return door.nobody().post(asks, R"({"name":"Ida","side":"mentor","code":")" + code + "\"}").status;
    };
    int tries = 0;
    while (guess(std::to_string(tries)) == 422) ++tries;
    EXPECT_EQ(tries, access::Guesses::kPerAddress);
    EXPECT_EQ(guess("7f3k"), 429);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + sponsor).status, 429) << "the same guesser";
    door.clock().advance(access::Guesses::kForgottenAfter);
    EXPECT_EQ(guess("7f3k"), 200);
}

// At nine in the morning of the 25th in UTC it is still the 24th in Pago Pago.
TEST_F(Programmes, close_a_call_and_the_enrolment_by_the_day_it_is_in_the_house) {
    support::name_two_to_talk_to(door, cast);
    ASSERT_EQ(save(cast.jo, ready_input()).status, 200);
    auto const sponsor = ask_marta();
    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + sponsor, R"({"takes_part":"in_person","answers_within_days":14})")
                  .status,
              200);
    auto const open =
        door.as(cast.jo).put(path("/open-call"), R"({"limited_by":"code","code":"compass","closes_on":"2026-12-24"})");
    auto const link = open.text("/link").substr(open.text("/link").rfind('/') + 1);
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

// Rules 13: whoever runs a programme and takes part does not see their own rows there, and is not alone.
TEST_F(Programmes, show_a_coordinator_who_takes_part_nothing_of_themselves) {
    auto join_as = [&](PersonId who) {
        return door.database().write([&](db::Tx& tx) {
            auto programme = store::find_programme(tx, cast.organisation, cast.programme).value();
            return join(tx, access::house(cast.organisation), programme, who, Side::mentor, door.clock().now());
        });
    };
    auto const enrolled = join_as(cast.jo);
    ASSERT_TRUE(enrolled);
    EXPECT_EQ(door.as(cast.jo).get(path("/enrolments")).as<EnrolmentPage>().items.size(), 4U);
    EXPECT_EQ(door.as(cast.kim).get(path("/enrolments")).as<EnrolmentPage>().items.size(), 5U);
    auto const topics = path("/enrolments/" + enrolled->id.text() + "/topics");
    EXPECT_EQ(door.as(cast.jo).get(topics).status, 404);
    EXPECT_EQ(door.as(cast.kim).get(topics).status, 200);
    door.database().write([&](db::Tx& tx) {
        tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2", cast.organisation, cast.jo);
    });
    auto const refused = join_as(cast.kim);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "needs_second_coordinator");
}

TEST_F(Programmes, take_a_not_with_this_person_by_name_and_show_it_to_its_owner_alone) {
    auto said = door.as(cast.ana).put("/api/exclusions", R"({"person":"sofia lind"})");
    ASSERT_EQ(said.status, 200) << said.body;
    EXPECT_EQ(said.as<ExclusionList>().items.front().person_id, cast.sofia);
    EXPECT_THAT(door.as(cast.sofia).get("/api/exclusions").as<ExclusionList>().items, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put("/api/exclusions", R"({"person":"Otto Brandt"})").text("/errors/0/code"),
              "nobody_of_this_name");
    EXPECT_EQ(door.as(cast.ana).put("/api/exclusions/" + cast.otto.text()).status, 404);
    EXPECT_EQ(door.as(cast.ana).remove("/api/exclusions/" + cast.sofia.text()).as<ExclusionList>().items.size(), 0U);
    EXPECT_EQ(door.nobody().get("/api/exclusions").status, 401);
}

// Two worlds (rules 4): everybody but the two sees the same.
void ana_excludes_sofia(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.ana).put("/api/exclusions/" + world.cast.sofia.text()).status, 200);
}
void bruno_excludes_david(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.bruno).put("/api/exclusions/" + world.cast.david.text()).status, 200);
}

void sofia_excludes_ana(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.sofia).put("/api/exclusions/" + world.cast.ana.text()).status, 200);
}

TEST(NotWithThisPerson, is_told_to_nobody) {
    EXPECT_THAT(support::told_apart(ana_excludes_sofia, sofia_excludes_ana, support::everybody_but({"ana", "sofia"})),
                IsEmpty());
}

// Which two are "not available to each other" may be asked (rules 7); besides the answer to that nothing differs.
TEST(NotWithThisPerson, shows_in_no_other_place_than_why_not) {
    auto lines =
        support::told_apart(ana_excludes_sofia, bruno_excludes_david, support::everybody_but({"ana", "bruno"}));
    std::erase_if(lines, [](auto const& line) { return line.find("/why-not?") != line.npos; });
    EXPECT_THAT(lines, IsEmpty());
}

TEST(NotWithThisPerson, would_be_found_out_by_the_attacker_if_it_leaked) {
    auto leaking = [](support::World& world) {
        ana_excludes_sofia(world);
        world.door.database().write([&](db::Tx& tx) {
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, world.cast.ana),
                          audit::Kind{"exclusion.leaked"}, base::any(world.cast.sofia), audit::Facts(),
                          world.door.clock().now());
        });
    };
    EXPECT_THAT(support::told_apart(leaking, sofia_excludes_ana, support::everybody_but({"ana", "sofia"})),
                Not(IsEmpty()));
}

}  // namespace
}  // namespace programme
