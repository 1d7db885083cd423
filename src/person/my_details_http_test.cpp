#include <algorithm>

#include <gmock/gmock.h>

#include "person/person_store.hpp"
#include "support/door.hpp"

namespace person {
namespace {

class OwnDetails : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());

    support::Visitor ana() { return door_.as(cast_.ana); }
    std::string version() { return ana().get("/api/my-details").text("/version"); }
    support::Reply change(std::string const& fields) {
        return ana().patch("/api/my-details", R"({"version":)" + version() + "," + fields + "}");
    }
    std::int64_t changes_recorded() {
        return door_.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind = 'person.own_details_changed'",
                    cast_.organisation)
                .value();
        });
    }
};

TEST_F(OwnDetails, are_read_and_changed_by_the_person) {
    auto const before = ana().get("/api/my-details");
    ASSERT_EQ(before.status, 200) << before.body;
    EXPECT_EQ(before.text("/name"), "Ana Moreira");
    EXPECT_EQ(before.text("/language"), "en");

    auto const after =
        change(R"("called_name":"  Annie ","pronouns":"she/her","time_zone":"Europe/Berlin","language":"en")");
    ASSERT_EQ(after.status, 200) << after.body;
    EXPECT_EQ(after.text("/called_name"), "Annie");
    EXPECT_EQ(after.text("/pronouns"), "she/her");
    EXPECT_EQ(after.text("/time_zone"), "Europe/Berlin");
    EXPECT_EQ(ana().get("/api/my-details").text("/time_zone"), "Europe/Berlin") << "from the next request on";
    EXPECT_EQ(changes_recorded(), 1);
}

TEST_F(OwnDetails, keep_what_is_left_out_and_forget_what_is_null) {
    ASSERT_EQ(change(R"("called_name":"Annie","pronouns":"she/her")").status, 200);
    auto const after = change(R"("called_name":null)");
    EXPECT_EQ(after.as<MyDetails>().called_name, std::nullopt);
    EXPECT_EQ(after.text("/pronouns"), "she/her");
    EXPECT_EQ(after.text("/time_zone"), "Europe/London");
}

TEST_F(OwnDetails, are_refused_with_every_wrong_field_at_once) {
    auto const reply = change(R"("time_zone":"Mars/Olympus","language":"xx")");
    EXPECT_EQ(reply.status, 422);
    EXPECT_THAT(reply.body, testing::HasSubstr("/time_zone"));
    EXPECT_THAT(reply.body, testing::HasSubstr("/language"));
    EXPECT_EQ(change(R"("called_name":")" + std::string(101, 'x') + "\"").status, 422);
    EXPECT_EQ(change(R"("time_zone":null)").status, 200) << "left as it is";
}

TEST_F(OwnDetails, hold_nothing_that_the_house_says_of_somebody) {
    for (std::string const field : {R"("name":"Boss")", R"("level":9)", R"("department":"Board")",
                                    R"("manager_id":null)", R"("email":"a@b.org")"})
        EXPECT_EQ(change(field).status, 422) << field;
    auto const stored =
        door_.database().read([&](db::Tx& tx) { return store::find(tx, cast_.organisation, cast_.ana).value(); });
    EXPECT_EQ(stored.name, "Ana Moreira");
    EXPECT_EQ(stored.level, 1);
    EXPECT_EQ(changes_recorded(), 0);
}

TEST_F(OwnDetails, are_changed_only_as_they_were_read) {
    auto const body = R"({"version":)" + version() + R"(,"called_name":"Annie"})";
    EXPECT_EQ(ana().patch("/api/my-details", body).status, 200);
    auto const late = ana().patch("/api/my-details", body);
    EXPECT_EQ(late.code(), "stale");
    EXPECT_EQ(late.text("/params/version"), version());
    EXPECT_EQ(changes_recorded(), 1);
}

TEST_F(OwnDetails, are_nobody_elses) {
    EXPECT_EQ(door_.nobody().get("/api/my-details").status, 401);
    EXPECT_EQ(door_.nobody().patch("/api/my-details", R"({"version":1})").status, 401);
    EXPECT_EQ(door_.as(cast_.otto).get("/api/my-details").text("/name"), "Otto Brandt");
    ASSERT_EQ(change(R"("called_name":"Annie")").status, 200);
    EXPECT_EQ(door_.as(cast_.bruno).get("/api/my-details").as<MyDetails>().called_name, std::nullopt);
}

using Places = OwnDetails;

TEST_F(Places, are_listed_for_whoever_sets_a_programme_up) {
    auto const sites = door_.as(cast_.jo).get("/api/sites").as<SitePage>();
    ASSERT_EQ(sites.items.size(), 1U);
    EXPECT_EQ(sites.items[0].name, "Leeds");
    for (std::string const list : {"/api/sites", "/api/levels"}) {
        EXPECT_EQ(door_.as(cast_.ana).get(list).status, 403);
        EXPECT_EQ(door_.nobody().get(list).status, 401);
        EXPECT_EQ(door_.as(cast_.jo).get(list + "?cursor=nonsense").status, 422);
    }
}

TEST_F(Places, are_levels_lowest_first_page_by_page_with_how_many_stand_there) {
    std::vector<std::int32_t> seen;
    std::int64_t people = 0;
    std::string cursor;
    do {
        auto const page = door_.as(cast_.jo).get("/api/levels?limit=1" + cursor).as<LevelPage>();
        for (auto const& level : page.items) {
            seen.push_back(level.level);
            people += level.people;
        }
        cursor = page.next_cursor ? "&cursor=" + *page.next_cursor : "";
    } while (!cursor.empty() && seen.size() < 20);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_EQ(seen.front(), 1);
    EXPECT_EQ(seen.back(), 5);
    EXPECT_EQ(people, std::ssize(cast_.colleagues()));
}

}  // namespace
}  // namespace person
