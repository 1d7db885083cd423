#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "care/concern_shapes.hpp"
#include "care/name_opening_actions.hpp"
#include "support/acquaintances.hpp"

namespace care {
namespace {

using support::expect_closed_to_others;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kNamelessConcern = "60000000-0000-4000-8000-000000000001";
constexpr char const* kNamelessWords = "60000000-0000-4000-8000-000000000002";
constexpr char const* kShownMessage = "60000000-0000-4000-8000-000000000003";
constexpr char const* kNameAskedFor = R"({"danger":"Somebody was threatened"})";

// Sofia writes to Ana, who shows it to Rosa, a confidential contact. Kim becomes an administrator beside Amir.
struct ANameBehindAConcern : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    acquaintance::AcquaintanceId id = support::talk_without_names(door, cast, {{cast.ana, cast.sofia}}).front();

    void SetUp() override {
        give(cast.rosa, "confidential_contact");
        auto const written = door.as(cast.sofia)
                                 .put("/api/acquaintances/" + id.text() + "/messages/" + kShownMessage,
                                      R"({"text":"You will be sorry"})");
        ASSERT_EQ(written.status, 200) << written.body;
    }
    void give(access::PersonId person, std::string const& role) {
        auto const reply =
            door.as(cast.amir).post("/api/people/" + person.text() + "/roles", R"({"role":")" + role + "\"}");
        ASSERT_EQ(reply.status, 201) << reply.body;
    }
    support::Reply raise(std::string const& contact) {
        return door.as(cast.ana).put("/api/programmes/" + cast.programme.text() + "/concerns/" + kNamelessConcern,
                                     R"({"contact_id":")" + contact + R"(","wish":"act","message_id":")" +
                                         kNamelessWords +
                                         R"(","text":"I am afraid","picked_without_names":{"acquaintance_id":")" +
                                         id.text() + R"(","message_ids":[")" + kShownMessage + "\"]}}");
    }
    void report() {
        door.clock().advance(std::chrono::hours(1));
        auto const reply = raise(cast.rosa.text());
        ASSERT_EQ(reply.status, 200) << reply.body;
    }
    ConcernAnswer seen_by_contact() {
        return door.as(cast.rosa).get(std::string("/api/concerns/") + kNamelessConcern).as<ConcernAnswer>();
    }
    support::Reply ask() {
        return door.as(cast.rosa).put(std::string("/api/concerns/") + kNamelessConcern + "/name-opening",
                                      kNameAskedFor);
    }
    NameOpenings openings(access::PersonId who) { return door.as(who).get("/api/name-openings").as<NameOpenings>(); }
    support::Reply agree(access::PersonId who, std::string const& opening) {
        return door.as(who).put("/api/name-openings/" + opening + "/agreement");
    }
};

TEST_F(ANameBehindAConcern, is_closed_to_the_contact_who_is_shown_what_was_picked) {
    EXPECT_EQ(raise(cast.rosa.text()).status, 404) << "Ana is not shown it yet";
    report();
    auto const concern = seen_by_contact();
    ASSERT_TRUE(concern.excerpt);
    EXPECT_EQ(concern.excerpt->partner, "");
    EXPECT_EQ(concern.excerpt->items.front().text, "You will be sorry");
    EXPECT_FALSE(concern.excerpt->items.front().is_own);
    EXPECT_THAT(concern.allowed_actions, Contains(ConcernAction::ask_name));
    EXPECT_THAT(door.as(cast.rosa).get(std::string("/api/concerns/") + kNamelessConcern).body, Not(HasSubstr("Sofia")));
}

TEST_F(ANameBehindAConcern, is_opened_by_two_together_and_both_people_are_told) {
    report();
    auto const asked = ask();
    ASSERT_EQ(asked.status, 200) << asked.body;
    EXPECT_THAT(asked.body, Not(HasSubstr("Sofia")));
    auto const waiting = openings(cast.amir).items;
    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting.front().danger, "Somebody was threatened");
    EXPECT_EQ(waiting.front().name, std::nullopt);
    auto const opening = waiting.front().id.text();
    EXPECT_THAT(agree(cast.amir, opening).body, HasSubstr("Sofia Lind"));
    EXPECT_EQ(seen_by_contact().name_opening->name, "Sofia Lind");
    EXPECT_EQ(seen_by_contact().name_opening->agreed_by, "Amir Haddad");
    for (auto who : {cast.ana, cast.sofia})
        EXPECT_THAT(door.as(who).get("/api/notices").body, HasSubstr("name_opened"));
    // As they were written: by their ids, whoever was reported and whatever their sides.
    for (auto const* table : {"notices", "mails"}) {
        auto const order = std::string(door.database().engine() == db::Engine::sqlite ? "rowid" : "ctid");
        auto const told = door.database().read([&](db::Tx& tx) {
            return tx.values<access::PersonId>("SELECT person_id FROM " + std::string(table) +
                                                   " WHERE organisation_id = $1 AND kind = 'name_opened' ORDER BY " +
                                                   order,
                                               cast.organisation);
        });
        EXPECT_THAT(told, testing::ElementsAre(std::min(cast.ana, cast.sofia), std::max(cast.ana, cast.sofia)));
    }
    support::let_hours_pass(door, 1);
    EXPECT_THAT(door.as(cast.amir).get("/api/audit-log").body, HasSubstr("name_opening.agreed"));
    give(cast.lena, "administrator");
    EXPECT_EQ(openings(cast.lena).items.front().name, std::nullopt) << "the two who opened it, and nobody else";
    EXPECT_THAT(agree(cast.lena, opening).body, Not(HasSubstr("Sofia")));
    EXPECT_THAT(door.as(cast.ana).get("/api/acquaintances/" + id.text()).body, Not(HasSubstr("Sofia")));
}

TEST_F(ANameBehindAConcern, is_asked_for_by_the_contact_alone_and_agreed_to_by_administrators) {
    report();
    expect_closed_to_others(
        door, cast,
        {http::Method::put, std::string("/api/concerns/") + kNamelessConcern + "/name-opening", kNameAskedFor},
        {cast.ana, cast.sofia, cast.jo, cast.amir});
    ASSERT_EQ(ask().status, 200);
    auto const opening = openings(cast.amir).items.front().id.text();
    for (auto who : {cast.ana, cast.rosa, cast.jo}) EXPECT_EQ(door.as(who).get("/api/name-openings").status, 403);
    EXPECT_EQ(door.nobody().get("/api/name-openings").status, 401);
    EXPECT_THAT(openings(cast.otto).items, IsEmpty());
    expect_closed_to_others(door, cast, {http::Method::put, "/api/name-openings/" + opening + "/agreement"},
                            {cast.ana, cast.rosa, cast.jo});
}

TEST_F(ANameBehindAConcern, is_not_shown_to_wait_to_an_administrator_who_is_one_of_the_two) {
    report();
    ASSERT_EQ(ask().status, 200);
    auto const opening = openings(cast.amir).items.front().id.text();
    give(cast.sofia, "administrator");
    EXPECT_THAT(openings(cast.sofia).items, IsEmpty());
    EXPECT_EQ(agree(cast.sofia, opening).status, 404);
}

TEST_F(ANameBehindAConcern, is_never_behind_a_concern_told_to_that_very_person) {
    give(cast.sofia, "confidential_contact");
    door.clock().advance(std::chrono::hours(1));
    EXPECT_EQ(raise(cast.sofia.text()).status, 404);
}

TEST_F(ANameBehindAConcern, is_none_where_nothing_was_picked_from_an_acquaintance) {
    auto const reply =
        door.as(cast.ana).put("/api/programmes/" + cast.programme.text() + "/concerns/" + kNamelessConcern,
                              R"({"contact_id":")" + cast.rosa.text() + R"(","wish":"act","message_id":")" +
                                  kNamelessWords + R"(","text":"a"})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_THAT(seen_by_contact().allowed_actions, Not(Contains(ConcernAction::ask_name)));
    EXPECT_EQ(ask().status, 404);
}

TEST(OpeningANameOfTwo, takes_two_different_people) {
    NameOpening opening;
    opening.asked_by.bytes[0] = 1;
    access::PersonId other;
    other.bytes[0] = 2;
    auto const today = base::make_day(2026, 6, 1).value();
    EXPECT_FALSE(agree(opening, opening.asked_by, today));
    auto const agreed = agree(opening, other, today).value();
    EXPECT_TRUE(is_shown_name(agreed, other));
    EXPECT_TRUE(is_shown_name(agreed, opening.asked_by));
    EXPECT_FALSE(is_shown_name(opening, opening.asked_by)) << "asking alone opens nothing";
    EXPECT_FALSE(is_shown_name(agreed, access::PersonId{}));
}

}  // namespace
}  // namespace care
