#include "person/conflict_http.hpp"

#include <set>

#include <gmock/gmock.h>

#include "person/person_shapes.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"

namespace person {
namespace {

class Conflicts : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());

    void SetUp() override {
        auto granted =
            door_.as(cast_.amir).post("/api/people/" + cast_.nina.text() + "/roles", R"({"role":"conflicts"})");
        ASSERT_EQ(granted.status, 201) << granted.body;
    }
    support::Reply enter(std::string const& one, std::string const& other) {
        return door_.as(cast_.nina).put("/api/conflicts", json::write(ConflictInput{one, other}));
    }
};

TEST_F(Conflicts, are_entered_by_name_listed_and_taken_back) {
    auto entered = enter(" ana   MOREIRA ", "Sofia Lind");
    ASSERT_EQ(entered.status, 200) << entered.body;
    EXPECT_EQ(entered.text("/items/0/one"), "Ana Moreira");
    EXPECT_EQ(entered.text("/items/0/other"), "Sofia Lind");
    EXPECT_EQ(enter("Sofia Lind", "Ana Moreira").as<ConflictPage>().items.size(), 1U) << "it is there already";
    EXPECT_EQ(door_.as(cast_.nina).get("/api/conflicts?search=lin").as<ConflictPage>().items.size(), 1U);
    EXPECT_EQ(door_.as(cast_.nina).get("/api/conflicts?search=bruno").as<ConflictPage>().items.size(), 0U);
    auto id = entered.text("/items/0/id");
    EXPECT_EQ(door_.as(cast_.nina).remove("/api/conflicts/" + id).as<ConflictPage>().items.size(), 0U);
    EXPECT_EQ(door_.as(cast_.nina).remove("/api/conflicts/" + id).status, 404);
}

TEST_F(Conflicts, say_which_name_they_do_not_know) {
    auto nobody = enter("Ana Moreira", "Nobody At All");
    EXPECT_EQ(nobody.status, 422);
    EXPECT_EQ(nobody.text("/errors/0/pointer"), "/other");
    EXPECT_EQ(nobody.text("/errors/0/code"), "nobody_of_this_name");
    EXPECT_EQ(enter("Ana Moreira", "ana moreira").text("/errors/0/code"), "same_person");
    EXPECT_EQ(enter("Ana Moreira", "Otto Brandt").text("/errors/0/code"), "nobody_of_this_name")
        << "he works elsewhere";
    ASSERT_EQ(door_.as(cast_.amir).post("/api/people", R"({"name":"Sofia Lind","external_id":"S-2"})").status, 201);
    EXPECT_EQ(enter("Ana Moreira", "Sofia Lind").text("/errors/0/code"), "several_of_this_name");
    EXPECT_EQ(enter("Ana Moreira", "S-2").status, 200);
    EXPECT_EQ(enter("", "x").status, 422);
    EXPECT_EQ(enter(std::string(301, 'a'), "x").status, 422);
    EXPECT_EQ(door_.as(cast_.nina).get("/api/conflicts?cursor=nonsense").status, 422);
}

TEST_F(Conflicts, are_closed_to_everybody_without_the_role) {
    auto id = enter("Ana Moreira", "Sofia Lind").text("/items/0/id");
    auto const path = "/api/conflicts/" + id;
    auto const body = json::write(ConflictInput{"Ana Moreira", "Sofia Lind"});
    for (auto other : {cast_.ana, cast_.sofia, cast_.jo, cast_.amir, cast_.marta, cast_.rosa}) {
        EXPECT_EQ(door_.as(other).get("/api/conflicts").status, 403);
        EXPECT_EQ(door_.as(other).put("/api/conflicts", body).status, 403);
        EXPECT_EQ(door_.as(other).remove(path).status, 403);
    }
    EXPECT_EQ(door_.nobody().get("/api/conflicts").status, 401);
    EXPECT_EQ(door_.nobody().put("/api/conflicts", body).status, 401);
    EXPECT_EQ(door_.nobody().remove(path).status, 401);
    // Otto holds the role, elsewhere.
    EXPECT_EQ(door_.as(cast_.otto).get("/api/conflicts").as<ConflictPage>().items.size(), 0U);
    EXPECT_EQ(door_.as(cast_.otto).put("/api/conflicts", body).text("/errors/0/code"), "nobody_of_this_name");
    EXPECT_EQ(door_.as(cast_.otto).remove(path).status, 404);
    EXPECT_EQ(door_.as(cast_.nina).get("/api/conflicts").as<ConflictPage>().items.size(), 1U);
}

TEST_F(Conflicts, are_never_the_coordinators) {
    EXPECT_EQ(door_.as(cast_.amir).post("/api/people/" + cast_.jo.text() + "/roles", R"({"role":"conflicts"})").code(),
              "roles_exclude_each_other");
    EXPECT_EQ(door_.as(cast_.amir)
                  .post("/api/people/" + cast_.nina.text() + "/roles",
                        R"({"role":"coordinator","programme_id":")" + cast_.programme.text() + R"("})")
                  .code(),
              "roles_exclude_each_other");
}

TEST_F(Conflicts, leave_no_event_that_says_between_whom) {
    auto events = [&] {
        return door_.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM events WHERE organisation_id = $1", cast_.organisation)
                .value();
        });
    };
    auto before = events();
    enter("Ana Moreira", "Sofia Lind");
    EXPECT_EQ(events(), before);
}

TEST_F(Conflicts, come_page_by_page) {
    for (auto const* other : {"Sofia Lind", "Bruno Castelli", "Lena Vogel"})
        ASSERT_EQ(enter("Ana Moreira", other).status, 200);
    std::set<std::string> seen;
    std::string after;
    do {
        auto page = door_.as(cast_.nina).get("/api/conflicts?limit=1" + after).as<ConflictPage>();
        ASSERT_EQ(page.items.size(), 1U);
        EXPECT_TRUE(seen.insert(page.items[0].id.text()).second);
        after = page.next_cursor ? "&cursor=" + *page.next_cursor : "";
    } while (!after.empty());
    EXPECT_EQ(seen.size(), 3U);
}

}  // namespace
}  // namespace person
