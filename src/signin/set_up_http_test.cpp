#include <gtest/gtest.h>

#include "organisation/installation_actions.hpp"
#include "signin/set_up_actions.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"

namespace {

class SetUpDoor : public testing::Test {
  protected:
    db::Database database_{{.address = support::fresh_address(support::Fresh::migrated)}};
    support::SignInHouse house_{database_};
    std::string code_ = database_.write([](db::Tx& tx) { return organisation::open_set_up(tx); }).value();

    support::Reply set_up(support::Browser& browser, std::string_view code,
                          std::string_view password = "a quiet harbour", std::string_view more = "") {
        return browser.post("/api/set-up", R"({"code":")" + std::string(code) +
                                               R"(","organisation_name":"Nordlys A/S","name":"Amir Haddad",)" +
                                               R"("sign_in_name":"amir","password":")" + std::string(password) + "\"" +
                                               std::string(more) + "}");
    }
};

TEST_F(SetUpDoor, makes_the_house_and_its_first_administrator) {
    support::Browser browser(house_);
    EXPECT_EQ(browser.get("/api/entrance").text("/state"), "set_up");
    auto const reply = set_up(browser, code_);
    EXPECT_EQ(reply.status, 204) << reply.body;
    auto const session = browser.get("/api/session").body;
    EXPECT_NE(session.find(R"("role":"administrator")"), std::string::npos) << session;
    EXPECT_NE(session.find(R"("role":"coordinator")"), std::string::npos) << session;
    auto const entrance = support::Browser(house_).get("/api/entrance");
    EXPECT_EQ(entrance.text("/state"), "sign_in");
    EXPECT_EQ(entrance.text("/organisation"), "nordlys-a-s");
    support::Browser again(house_);
    EXPECT_EQ(again.post("/api/session", R"({"sign_in_name":"amir","password":"a quiet harbour"})").status, 204)
        << "one organisation signs in at /";
}

TEST_F(SetUpDoor, opens_to_the_printed_code_alone) {
    support::Browser browser(house_);
    EXPECT_EQ(set_up(browser, "AAAA-BBBB-CCCC").text("/errors/0/code"), "wrong_code");
    EXPECT_EQ(set_up(browser, "").status, 422);
    EXPECT_EQ(browser.get("/api/entrance").text("/state"), "set_up");
}

TEST_F(SetUpDoor, opens_once) {
    support::Browser first(house_);
    support::Browser second(house_);
    EXPECT_EQ(set_up(first, code_).status, 204);
    EXPECT_EQ(set_up(second, code_).code(), "already_set_up");
}

TEST_F(SetUpDoor, keeps_the_code_while_a_field_is_wrong) {
    support::Browser browser(house_);
    EXPECT_EQ(set_up(browser, code_, "nordlys1").text("/errors/0/code"), "context_password");
    EXPECT_EQ(set_up(browser, code_, "a quiet harbour", R"(,"time_zone":"Mars/Base")").text("/errors/0/pointer"),
              "/time_zone");
    EXPECT_EQ(set_up(browser, code_).status, 204);
}

TEST_F(SetUpDoor, names_every_empty_field_at_once) {
    support::Browser browser(house_);
    auto const reply = browser.post("/api/set-up", R"({"code":"","organisation_name":"","name":"","sign_in_name":"",)"
                                                   R"("password":""})");
    EXPECT_EQ(reply.status, 422);
    for (auto const* field : {"/code", "/organisation_name", "/name", "/sign_in_name", "/password"})
        EXPECT_NE(reply.body.find(field), std::string::npos) << field;
}

TEST_F(SetUpDoor, is_made_by_the_command_line_with_a_link_to_print) {
    auto const made = database_.write([&](db::Tx& tx) {
        return signin::create_administrator(tx, {"Nordlys", "Amir Haddad", "amir", std::nullopt}, house_.clock.wall(),
                                            house_.clock.now());
    });
    ASSERT_TRUE(made) << made.refusal().detail;
    auto const path = signin::password_link_path(house_.keys, made->organisation, made->link);
    support::Browser browser(house_);
    EXPECT_EQ(browser
                  .put("/api" + std::string("/activations") + path.substr(path.rfind('/')),
                       R"({"password":"a quiet harbour"})")
                  .status,
              204);
    EXPECT_EQ(browser.get("/api/session").text("/roles/0/role"), "administrator");
}

TEST_F(SetUpDoor, adds_further_houses_by_the_command_line) {
    auto const create = [&](std::string organisation, std::string name) {
        return database_.write([&](db::Tx& tx) {
            return signin::create_administrator(tx, {std::move(organisation), "Amir Haddad", std::move(name), {}},
                                                house_.clock.wall(), house_.clock.now());
        });
    };
    EXPECT_EQ(create("Nordlys", "amir")->slug, "nordlys");
    EXPECT_EQ(create("Elsewhere", "amir")->slug, "elsewhere");
    EXPECT_EQ(create("nordlys", "second")->slug, "nordlys") << "an organisation that is there";
    EXPECT_EQ(support::Browser(house_).get("/api/entrance").text("/state"), "choose");
    EXPECT_EQ(support::Browser(house_).get("/api/entrance?organisation=nordlys").text("/name"), "Nordlys");
    EXPECT_EQ(support::Browser(house_).get("/api/entrance?organisation=nowhere").status, 404);
}

}  // namespace
