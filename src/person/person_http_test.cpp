#include <algorithm>
#include <array>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "person/person_store.hpp"
#include "support/door.hpp"

namespace person {
namespace {

class People : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());

    support::Reply add(std::string const& body) { return door_.as(cast_.amir).post("/api/people", body); }
    static std::string address(PersonId id) { return "/api/people/" + id.text(); }
    Person stored(PersonId id) {
        return door_.database().read([&](db::Tx& tx) { return store::find(tx, cast_.organisation, id).value(); });
    }
    std::int64_t epoch_of(PersonId id) { return stored(id).sign_in_epoch; }
    std::string grant(PersonId id, std::string const& body) {
        auto reply = door_.as(cast_.amir).post(address(id) + "/roles", body);
        return reply.status == 201 ? reply.text("/roles/0/id") : reply.code();
    }
};

TEST_F(People, are_listed_for_coordinators_and_administrators_only) {
    auto reply = door_.as(cast_.jo).get("/api/people");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("/total"), std::to_string(cast_.colleagues().size()));
    support::expect_closed_to_others(door_, cast_, {http::Method::get, address(cast_.ana)}, {cast_.ana, cast_.marta});
    EXPECT_EQ(door_.as(cast_.ana).get("/api/people").status, 403);
    EXPECT_EQ(door_.nobody().get("/api/people").status, 401);
}

TEST_F(People, of_another_organisation_are_not_there) {
    EXPECT_EQ(door_.as(cast_.otto).get("/api/people").text("/total"), "1");
    EXPECT_EQ(door_.as(cast_.otto).get(address(cast_.ana)).status, 404);
    EXPECT_EQ(door_.as(cast_.amir).get("/api/people/nonsense").status, 404);
}

TEST_F(People, are_found_by_part_of_a_name_whatever_its_case_and_accents_mean_themselves) {
    add(R"({"name":"Zoë 100% Åkerlund"})");
    auto find = [&](std::string const& search) {
        return door_.as(cast_.jo).get("/api/people?search=" + search).text("/total");
    };
    EXPECT_EQ(find("%C3%85KERL"), "1");
    EXPECT_EQ(find("100%25"), "1");
    EXPECT_EQ(find("1%25k"), "0") << "a wildcard is a letter";
}

TEST_F(People, whom_no_mail_reaches_are_listed_as_long_as_they_may_come_in) {
    auto listed = [&] {
        std::set<std::string> names;
        for (auto const& row : door_.as(cast_.jo).get("/api/people?state=without_address").as<PeoplePage>().items)
            names.insert(row.name);
        return names;
    };
    auto const before = listed();
    auto const eva = PersonId::parse(add(R"({"name":"Eva Fox"})").text("/id")).value();
    add(R"({"name":"Bo Lund","email":"bo@example.org"})");
    auto expected = before;
    expected.insert("Eva Fox");
    EXPECT_EQ(listed(), expected) << "a mail reaches Bo";
    auto with_address = door_.as(cast_.amir).patch(address(eva), R"({"version":1,"email":"eva@example.org"})");
    ASSERT_EQ(with_address.status, 200) << with_address.body;
    EXPECT_EQ(listed(), before);
    auto without = door_.as(cast_.amir).patch(address(eva), R"({"version":2,"email":null})");
    ASSERT_EQ(without.status, 200) << without.body;
    EXPECT_EQ(listed(), expected);
    ASSERT_EQ(door_.as(cast_.amir).put(address(eva) + "/deactivation").status, 200);
    EXPECT_EQ(listed(), before) << "whoever may not come in needs no letter";
    EXPECT_TRUE(door_.as(cast_.otto).get("/api/people?state=without_address").as<PeoplePage>().items.empty());
    EXPECT_EQ(door_.as(cast_.jo).get("/api/people?state=nobody").status, 422);
}

TEST_F(People, are_paged_without_losing_or_repeating_anybody) {
    for (int i = 0; i < 12; ++i) ASSERT_EQ(add(R"({"name":"Same Name","department":"Retail"})").status, 201);
    for (std::string const sort : {"name", "department", "level"}) {
        std::set<std::string> seen;
        std::string after;
        int pages = 0;
        do {
            auto reply = door_.as(cast_.jo).get("/api/people?limit=5&sort=" + sort + after);
            ASSERT_EQ(reply.status, 200) << reply.body;
            auto page = reply.as<PeoplePage>();
            for (auto const& row : page.items) EXPECT_TRUE(seen.insert(row.id.text()).second);
            after.clear();
            if (page.next_cursor) {
                std::string escaped;
                for (auto c : *page.next_cursor) escaped += c == ' ' ? "%20" : std::string(1, c);
                after = "&cursor=" + escaped;
            }
        } while (!after.empty() && ++pages < 20);
        EXPECT_EQ(seen.size(), cast_.colleagues().size() + 12) << sort;
    }
    EXPECT_EQ(door_.as(cast_.jo).get("/api/people?cursor=nonsense").status, 422);
}

TEST_F(People, are_found_by_a_role_once_and_shown_under_their_manager) {
    auto const eva = add(R"({"name":"Eva Fox"})").text("/id");
    auto const bo = PersonId::parse(add(R"({"name":"Bo Lund","manager_id":")" + eva + R"("})").text("/id")).value();
    ASSERT_EQ(grant(bo, R"({"role":"analyst"})").size(), 36U);
    ASSERT_EQ(grant(bo, R"({"role":"analyst","programme_id":")" + cast_.programme.text() + R"("})").size(), 36U);
    auto const found = door_.as(cast_.amir).get("/api/people?role=analyst&search=lund").as<PeoplePage>();
    ASSERT_EQ(found.items.size(), 1U) << "once, however often they hold it";
    EXPECT_EQ(found.total, 1);
    EXPECT_EQ(found.items.front().manager_name, "Eva Fox");
    EXPECT_EQ(door_.as(cast_.otto).get("/api/people?role=analyst&search=lund").as<PeoplePage>().total, 0);
}

TEST_F(People, typed_in_get_a_sign_in_name_and_the_house_language) {
    auto reply = add(R"({"name":"  Eva   Fox ","email":"Eva@Example.ORG"})");
    ASSERT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(reply.text("/name"), "Eva Fox");
    EXPECT_EQ(reply.text("/sign_in_name"), "eva.fox");
    EXPECT_EQ(reply.text("/email"), "eva@example.org");
    EXPECT_EQ(reply.text("/line_state"), "broken");
    EXPECT_EQ(add(R"({"name":"Eva Fox"})").text("/sign_in_name"), "eva.fox2");
}

TEST_F(People, are_refused_with_every_wrong_field_at_once) {
    auto reply = add(R"({"name":" ","email":"x@y","time_zone":"Mars","language":"xx"})");
    EXPECT_EQ(reply.status, 422);
    for (auto const* pointer : {"/name", "/email", "/time_zone", "/language"})
        EXPECT_THAT(reply.body, testing::HasSubstr(pointer));
    EXPECT_EQ(add(R"({"name":"A","age":44})").status, 422) << "there is no such field";
    EXPECT_EQ(add(R"({"name":"A","email":"aa@example.org","external_id":"1"})").status, 201);
    EXPECT_EQ(add(R"({"name":"B","email":"AA@example.org"})").text("/errors/0/code"), "email_taken");
    EXPECT_EQ(add(R"({"name":"B","external_id":"1"})").text("/errors/0/code"), "external_id_taken");
}

TEST_F(People, are_changed_only_as_they_were_read) {
    auto version = stored(cast_.ana).version;
    auto body = R"({"version":)" + std::to_string(version) + R"(,"called_name":"Annie","email":null})";
    auto reply = door_.as(cast_.amir).patch(address(cast_.ana), body);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("/called_name"), "Annie");
    EXPECT_EQ(stored(cast_.ana).email, std::nullopt);
    auto late = door_.as(cast_.amir).patch(address(cast_.ana), body);
    EXPECT_EQ(late.code(), "stale");
    EXPECT_EQ(late.text("/params/version"), std::to_string(version + 1)) << "the current one";
    support::expect_closed_to_others(door_, cast_, {http::Method::patch, address(cast_.ana), body},
                                     {cast_.ana, cast_.jo});
}

TEST_F(People, who_move_take_everybody_under_them_along) {
    auto eva = add(R"({"name":"Eva Fox","manager_id":")" + cast_.lena.text() + R"("})");
    EXPECT_EQ(eva.text("/line_state"), "known");
    auto version = std::to_string(stored(cast_.lena).version);
    auto below =
        door_.as(cast_.amir)
            .patch(address(cast_.lena), R"({"version":)" + version + R"(,"manager_id":")" + cast_.ana.text() + R"("})");
    EXPECT_EQ(below.text("/errors/0/code"), "manager_below");
    auto alone = door_.as(cast_.amir).patch(address(cast_.lena), R"({"version":)" + version + R"(,"manager_id":null})");
    ASSERT_EQ(alone.status, 200) << alone.body;
    EXPECT_EQ(stored(cast_.ana).line_state, LineState::broken);
    EXPECT_EQ(stored(cast_.sofia).line_state, LineState::known);
}

TEST_F(People, who_leave_are_cut_off_at_once) {
    auto before = epoch_of(cast_.ana);
    auto reply = door_.as(cast_.amir).put(address(cast_.ana) + "/deactivation");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("/is_active"), "false");
    EXPECT_GT(epoch_of(cast_.ana), before);
    EXPECT_EQ(door_.as(cast_.amir).put(address(cast_.ana) + "/deactivation").code(), "already_inactive");
    EXPECT_EQ(door_.as(cast_.amir).remove(address(cast_.ana) + "/deactivation").status, 200);
    support::expect_closed_to_others(door_, cast_, {http::Method::put, address(cast_.bruno) + "/deactivation"},
                                     {cast_.bruno, cast_.jo});
}

TEST_F(People, get_roles_that_may_meet_in_one_person) {
    EXPECT_EQ(grant(cast_.ana, R"({"role":"confidential_contact"})").size(), 36U);
    EXPECT_EQ(grant(cast_.ana, R"({"role":"confidential_contact"})"), "role_already_held");
    EXPECT_EQ(grant(cast_.ana, R"({"role":"administrator"})"), "roles_exclude_each_other");
    EXPECT_EQ(grant(cast_.ana, R"({"role":"sponsor","programme_id":")" + cast_.programme.text() + R"("})"),
              "roles_exclude_each_other");
    EXPECT_EQ(door_.as(cast_.amir).post(address(cast_.ana) + "/roles", R"({"role":"king"})").status, 422);
    support::expect_closed_to_others(
        door_, cast_, {http::Method::post, address(cast_.bruno) + "/roles", R"({"role":"administrator"})"},
        {cast_.bruno, cast_.jo});
}

TEST_F(People, get_roles_for_programmes_of_their_own_house_alone) {
    auto role_for = [](std::string const& programme) {
        return R"({"role":"analyst","programme_id":")" + programme + R"("})";
    };
    auto foreign = door_.as(cast_.amir).post(address(cast_.ana) + "/roles", role_for(cast_.programme_elsewhere.text()));
    EXPECT_EQ(foreign.status, 422);
    EXPECT_EQ(foreign.text("/errors/0/code"), "unknown_programme");
    auto nowhere = door_.as(cast_.amir).post(address(cast_.ana) + "/roles", role_for(cast_.ana.text()));
    EXPECT_EQ(nowhere.text("/errors"), foreign.text("/errors")) << "not there and not yours are one answer";
    EXPECT_EQ(grant(cast_.ana, role_for(cast_.programme.text())).size(), 36U);
    EXPECT_EQ(grant(cast_.otto, role_for(cast_.programme.text())), "not_found");
}

TEST_F(People, get_no_two_roles_that_must_not_meet) {
    auto const of_programme = R"(,"programme_id":")" + cast_.programme.text() + R"(")";
    auto body = [](std::string const& role, std::string const& more) {
        return R"({"role":")" + role + R"(")" + more + "}";
    };
    for (std::string const other : {"coordinator", "sponsor", "analyst"}) {
        auto eva = PersonId::parse(add(R"({"name":"Eva Fox"})").text("/id")).value();
        ASSERT_EQ(grant(eva, body(other, of_programme)).size(), 36U);
        EXPECT_EQ(grant(eva, body("confidential_contact", of_programme)), "roles_exclude_each_other") << other;
        EXPECT_EQ(grant(eva, body("confidential_contact", "")), "roles_exclude_each_other") << other;
        auto ida = PersonId::parse(add(R"({"name":"Ida Holm"})").text("/id")).value();
        ASSERT_EQ(grant(ida, body("confidential_contact", of_programme)).size(), 36U);
        EXPECT_EQ(grant(ida, body(other, of_programme)), "roles_exclude_each_other") << other;
    }
    EXPECT_EQ(grant(cast_.jo, R"({"role":"conflicts"})"), "roles_exclude_each_other");
    EXPECT_EQ(grant(cast_.ana, body("conflicts", of_programme)), "invalid");
}

TEST_F(People, keep_one_administrator_though_two_take_the_role_at_once) {
    grant(cast_.ana, R"({"role":"administrator"})");
    auto role_of = [&](PersonId id) {
        for (auto const& role : door_.as(cast_.amir).get(address(id)).as<PersonAnswer>().roles)
            if (role.role == access::Role::administrator) return address(id) + "/roles/" + role.id.text();
        return std::string();
    };
    std::array const paths{role_of(cast_.ana), role_of(cast_.amir)};
    std::array<int, 2> statuses{};
    {
        std::jthread one([&] { statuses[0] = door_.as(cast_.amir).remove(paths[0]).status; });
        std::jthread other([&] { statuses[1] = door_.as(cast_.ana).remove(paths[1]).status; });
    }
    EXPECT_EQ(door_.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>(
            "SELECT COUNT(*) FROM roles WHERE organisation_id = $1 AND role = 'administrator'", cast_.organisation);
    }),
              1);
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 200), 1);
}

TEST_F(People, lose_their_sessions_with_a_role) {
    auto role = grant(cast_.ana, R"({"role":"administrator"})");
    auto before = epoch_of(cast_.ana);
    EXPECT_EQ(door_.as(cast_.amir).remove(address(cast_.ana) + "/roles/" + role).status, 200);
    EXPECT_GT(epoch_of(cast_.ana), before);
    EXPECT_EQ(door_.as(cast_.amir).remove(address(cast_.ana) + "/roles/" + role).status, 404);
}

TEST_F(People, keep_one_administrator) {
    auto roles = door_.as(cast_.amir).get(address(cast_.amir)).as<PersonAnswer>().roles;
    auto last = address(cast_.amir) + "/roles/" + roles.at(0).id.text();
    EXPECT_EQ(door_.as(cast_.amir).remove(last).code(), "last_administrator");
    EXPECT_EQ(door_.as(cast_.amir).put(address(cast_.amir) + "/deactivation").code(), "last_administrator");
    grant(cast_.ana, R"({"role":"administrator"})");
    EXPECT_EQ(door_.as(cast_.amir).remove(last).status, 200);
}

TEST_F(People, show_their_leaving_date_to_administrators_only) {
    auto version = std::to_string(stored(cast_.ana).version);
    auto changed =
        door_.as(cast_.amir).patch(address(cast_.ana), R"({"version":)" + version + R"(,"left_on":"2027-01-31"})");
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(door_.as(cast_.amir).get(address(cast_.ana)).text("/left_on"), "2027-01-31");
    EXPECT_NE(door_.as(cast_.jo).get(address(cast_.ana)).text("/left_on"), "2027-01-31");
}

}  // namespace
}  // namespace person
