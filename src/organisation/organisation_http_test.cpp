#include <gtest/gtest.h>

#include "support/door.hpp"

namespace {

class OrganisationDoor : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
};

TEST_F(OrganisationDoor, tells_everybody_inside_whose_house_it_is) {
    auto const reply = door_.as(cast_.ana).get("/api/organisation");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.text("/name"), "Nordlys");
    EXPECT_EQ(reply.text("/version"), "1");
    EXPECT_EQ(door_.as(cast_.otto).get("/api/organisation").text("/name"), "Elsewhere");
    EXPECT_EQ(door_.nobody().get("/api/organisation").status, 401);
}

TEST_F(OrganisationDoor, is_changed_by_its_administrator) {
    auto const reply =
        door_.as(cast_.amir)
            .patch("/api/organisation", R"({"name":"Nordlys ASA","time_zone":"Europe/Oslo","version":1})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("/name"), "Nordlys ASA");
    EXPECT_EQ(reply.text("/version"), "2");
    EXPECT_EQ(door_.as(cast_.ana).get("/api/organisation").text("/time_zone"), "Europe/Oslo");
    EXPECT_EQ(door_.as(cast_.otto).get("/api/organisation").text("/name"), "Elsewhere");
}

TEST_F(OrganisationDoor, is_closed_to_others) {
    auto const body = R"({"name":"Mine","version":1})";
    EXPECT_EQ(door_.nobody().patch("/api/organisation", body).status, 401);
    for (auto person : {cast_.ana, cast_.jo, cast_.marta})
        EXPECT_EQ(door_.as(person).patch("/api/organisation", body).status, 403);
    EXPECT_EQ(door_.as(cast_.otto).patch("/api/organisation", body).status, 200) << "the outsider changes their own";
    EXPECT_EQ(door_.as(cast_.ana).get("/api/organisation").text("/name"), "Nordlys");
}

TEST_F(OrganisationDoor, does_not_write_over_what_another_changed) {
    EXPECT_EQ(door_.as(cast_.amir).patch("/api/organisation", R"({"name":"One","version":1})").status, 200);
    auto const reply = door_.as(cast_.amir).patch("/api/organisation", R"({"name":"Two","version":1})");
    EXPECT_EQ(reply.status, 409);
    EXPECT_EQ(reply.code(), "stale");
    EXPECT_EQ(reply.text("/params/version"), "2") << "the current one";
    EXPECT_EQ(door_.as(cast_.ana).get("/api/organisation").text("/name"), "One");
}

TEST_F(OrganisationDoor, refuses_nonsense_field_by_field) {
    auto const reply =
        door_.as(cast_.amir).patch("/api/organisation", R"({"language":"tlh","time_zone":"Mars/Base","version":1})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.text("/errors/0/pointer"), "/language");
    EXPECT_EQ(reply.text("/errors/1/pointer"), "/time_zone");
    EXPECT_EQ(door_.as(cast_.amir).patch("/api/organisation", R"({"is_demo":true,"version":1})").status, 422);
    EXPECT_EQ(door_.as(cast_.amir).patch("/api/organisation", R"({"slug":"x","version":1})").status, 422);
}

}  // namespace
