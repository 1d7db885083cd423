#include "programme/programme_http.hpp"

#include "support/programmes.hpp"

namespace programme {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

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

}  // namespace
}  // namespace programme
