#include "pairing/introduction_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/introduction_actions.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace pairing {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr char const* kYes = R"({"answer":"yes"})";
constexpr char const* kNotNow = R"({"answer":"not_now"})";

// Ana and Sofia, started; Sofia introduces Ana to Lena.
struct Introducing : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    PairingId pair = support::start_pair(door, cast);

    std::string path(IntroductionId id) { return "/api/pairings/" + pair.text() + "/introductions/" + id.text(); }
    std::string answer_path(IntroductionId id) { return "/api/introductions/" + id.text() + "/answer"; }
    IntroductionId new_id() {
        return door.database().write([](db::Tx& tx) { return tx.make_id<IntroductionId>(); });
    }
    support::Reply ask(PersonId by, IntroductionId id, std::string const& colleague, std::string const& why = "") {
        return door.as(by).put(path(id), R"({"colleague":")" + colleague + R"(","why":")" + why + "\"}");
    }
    IntroductionId asked(std::string const& colleague = "Lena Brandt") {
        auto const id = new_id();
        auto const reply = ask(cast.sofia, id, colleague, "You both look after the shops");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return id;
    }
    MyIntroductions seen(PersonId who) { return door.as(who).get("/api/introductions").as<MyIntroductions>(); }
    std::vector<std::string> told(std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx.values<std::string>(
                "SELECT p.name FROM notices n JOIN people p ON p.organisation_id = n.organisation_id "
                "AND p.id = n.person_id WHERE n.organisation_id = $1 AND n.kind = $2",
                cast.organisation, kind);
        });
    }
    void let_days_pass(int days) {
        door.clock().advance(std::chrono::hours(24 * days));
        door.database().write(
            [&](db::Tx& tx) { tell_introductions(tx, door.tools().keys, cast.organisation, door.clock().now()); });
    }
    std::string name_of(PersonId id) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::string>("SELECT name FROM people WHERE organisation_id = $1 AND id = $2", cast.organisation,
                                    id)
                .value();
        });
    }
};

TEST_F(Introducing, asks_the_partner_then_the_colleague_and_tells_all_three_when_it_is_made) {
    auto const id = asked(name_of(cast.lena));
    EXPECT_THAT(seen(cast.sofia).may_introduce, SizeIs(1));
    EXPECT_THAT(seen(cast.ana).may_introduce, IsEmpty()) << "who stands lower introduces nobody";
    EXPECT_THAT(seen(cast.lena).items, IsEmpty());
    EXPECT_EQ(door.as(cast.lena).put(answer_path(id), kYes).status, 404) << "not asked yet";
    ASSERT_EQ(door.as(cast.ana).put(answer_path(id), kYes).status, 200);
    auto const asked_colleague = seen(cast.lena).items.at(0);
    EXPECT_EQ(asked_colleague.why, "You both look after the shops");
    EXPECT_EQ(asked_colleague.pairing_id, std::nullopt) << "nothing of the pair";
    EXPECT_TRUE(asked_colleague.may_answer);
    EXPECT_THAT(told("introduction_waits"), UnorderedElementsAre(name_of(cast.ana), name_of(cast.lena)));
    ASSERT_EQ(door.as(cast.lena).put(answer_path(id), kYes).status, 200);
    for (auto who : {cast.ana, cast.sofia, cast.lena}) EXPECT_EQ(seen(who).items.at(0).state, IntroductionState::made);
    EXPECT_THAT(told("introduction_news"),
                UnorderedElementsAre(name_of(cast.ana), name_of(cast.sofia), name_of(cast.lena)));
    EXPECT_EQ(door.as(cast.sofia).remove(path(id)).code(), "introduction_over");
}

TEST_F(Introducing, tells_the_introducer_no_difference_between_a_no_and_silence) {
    auto const by_lena = asked(name_of(cast.lena));
    auto const by_ana = asked(name_of(cast.marta));
    auto const by_nobody = asked(name_of(cast.david));
    ASSERT_EQ(door.as(cast.ana).put(answer_path(by_lena), kYes).status, 200);
    ASSERT_EQ(door.as(cast.lena).put(answer_path(by_lena), kNotNow).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(answer_path(by_ana), kNotNow).status, 200);
    auto const alike = [&](IntroductionState state) {
        auto const items = seen(cast.sofia).items;
        ASSERT_THAT(items, SizeIs(3));
        for (auto const& item : items) {
            EXPECT_EQ(item.state, state);
            EXPECT_EQ(item.own_answer, std::nullopt);
            EXPECT_EQ(item.closes_on, items[0].closes_on);
        }
    };
    alike(IntroductionState::waiting);
    let_days_pass(14);
    alike(IntroductionState::not_going_ahead);
    EXPECT_THAT(seen(cast.lena).items, IsEmpty()) << "the colleague is shown no ending";
    EXPECT_EQ(door.as(cast.lena).put(answer_path(by_lena), kYes).code(), "introduction_over");
    auto const news = told("introduction_news");
    EXPECT_EQ(std::ranges::count(news, name_of(cast.sofia)), 3);
    EXPECT_EQ(std::ranges::count(news, name_of(cast.ana)), 3);
    EXPECT_EQ(std::ranges::count(news, name_of(cast.lena)), 0);
    (void)by_nobody;
}

TEST_F(Introducing, never_asks_a_colleague_who_does_not_want_the_partner) {
    ASSERT_LT(door.as(cast.lena).put("/api/exclusions/" + cast.ana.text()).status, 300);
    auto const id = asked(name_of(cast.lena));
    ASSERT_EQ(door.as(cast.ana).put(answer_path(id), kYes).status, 200);
    EXPECT_THAT(seen(cast.lena).items, IsEmpty());
    EXPECT_EQ(door.as(cast.lena).put(answer_path(id), kYes).status, 404);
    EXPECT_THAT(told("introduction_waits"), UnorderedElementsAre(name_of(cast.ana)));
    let_days_pass(14);
    EXPECT_EQ(seen(cast.sofia).items.at(0).state, IntroductionState::not_going_ahead);
}

TEST_F(Introducing, is_taken_back_and_asked_twice_alike) {
    auto const id = asked(name_of(cast.lena));
    EXPECT_EQ(ask(cast.sofia, id, name_of(cast.lena)).status, 200) << "the same again";
    EXPECT_EQ(ask(cast.sofia, new_id(), name_of(cast.lena)).code(), "introduced_lately");
    EXPECT_EQ(door.as(cast.ana).remove(path(id)).status, 404) << "by the introducer alone";
    ASSERT_EQ(door.as(cast.sofia).remove(path(id)).status, 200);
    EXPECT_THAT(seen(cast.ana).items, IsEmpty());
}

TEST_F(Introducing, refuses_nonsense) {
    EXPECT_EQ(ask(cast.sofia, new_id(), "Nobody At All").text("/errors/0/code"), "nobody_of_this_name");
    EXPECT_EQ(ask(cast.sofia, new_id(), name_of(cast.ana)).text("/errors/0/code"), "one_of_you");
    EXPECT_EQ(ask(cast.sofia, new_id(), "").status, 422);
    EXPECT_EQ(ask(cast.sofia, new_id(), name_of(cast.lena), std::string(501, 'x')).status, 422);
    EXPECT_EQ(ask(cast.ana, new_id(), name_of(cast.lena)).status, 404) << "who stands lower introduces nobody";
    auto const id = asked(name_of(cast.lena));
    EXPECT_EQ(door.as(cast.ana).put(answer_path(id), R"({"answer":"maybe"})").status, 422);
    EXPECT_EQ(door.as(cast.sofia).put(answer_path(id), kYes).status, 404) << "whoever introduces does not answer";
}

TEST_F(Introducing, is_for_the_three_alone_and_sealed) {
    auto const id = asked(name_of(cast.lena));
    std::vector<PersonId> others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa};
    support::expect_closed_to_others(
        door, cast, {http::Method::put, path(new_id()), R"({"colleague":"Lena Brandt","why":""})"}, others);
    support::expect_closed_to_others(door, cast, {http::Method::remove, path(id)}, others);
    support::expect_closed_to_others(door, cast, {http::Method::put, answer_path(id), kYes}, others);
    EXPECT_EQ(door.nobody().get("/api/introductions").status, 401);
    for (auto who : others) EXPECT_THAT(seen(who).items, IsEmpty());
    auto const sealed = door.database().read([&](db::Tx& tx) {
        return tx
            .value<meta::Bytes>("SELECT sealed_why FROM introductions WHERE organisation_id = $1", cast.organisation)
            .value();
    });
    EXPECT_THAT(std::string(sealed.octets.begin(), sealed.octets.end()), Not(HasSubstr("shops")));
    EXPECT_THAT(door.as(cast.amir).get("/api/mails?limit=100").body, Not(HasSubstr("introduction")));
}

TEST_F(Introducing, is_counted_for_whoever_has_accepted_to_stand_for_the_programme_without_a_role) {
    auto const count = "/api/programmes/" + cast.programme.text() + "/introduction-count";
    support::make_ready_to_invite(door, cast);
    door.database().write([&](db::Tx& tx) {
        tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2", cast.organisation, cast.marta);
    });
    EXPECT_EQ(door.as(cast.marta).get(count).text("/made"), "0");
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE sponsors SET accepted_at = NULL WHERE organisation_id = $1", cast.organisation);
    });
    EXPECT_EQ(door.as(cast.marta).get(count).status, 404) << "asked, and not accepted";
}

TEST_F(Introducing, is_counted_for_those_who_run_the_programme_when_it_is_made) {
    auto const count = "/api/programmes/" + cast.programme.text() + "/introduction-count";
    auto const id = asked(name_of(cast.lena));
    EXPECT_EQ(door.as(cast.jo).get(count).text("/made"), "0") << "what only waits is nobody's";
    ASSERT_EQ(door.as(cast.ana).put(answer_path(id), kYes).status, 200);
    ASSERT_EQ(door.as(cast.lena).put(answer_path(id), kYes).status, 200);
    for (auto who : {cast.jo, cast.marta, cast.nina}) EXPECT_EQ(door.as(who).get(count).text("/made"), "1");
    support::expect_closed_to_others(door, cast, {http::Method::get, count},
                                     {cast.ana, cast.sofia, cast.lena, cast.amir, cast.rosa});
}

}  // namespace
}  // namespace pairing
