// Rules 14: which two are joined is told by nothing that anybody is shown, sent or could find. Ana and Sofia in one
// world, Ana and David in the other, who do and write the same; a coordinator, the administrator, the sponsor and every
// colleague are shown the same, and so is Ana herself until both names are open.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notice/notice_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "support/acquaintances.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

enum class NameLeak { none, pairing_too_early, mail_of_the_acquaintance };

// What the first does with their name and whether they leave: private both.
struct Course {
    bool is_crossed = false;
    bool first_opens = false;
    bool second_leaves = false;
    int minutes = 5;
    NameLeak leak = NameLeak::none;
};

void put_ok(World& world, access::PersonId by, std::string const& target, std::string body = "") {
    auto const reply =
        world.door.as(by).send(http::Method::put, target, std::move(body), {{"Idempotency-Key", "of one"}});
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
}

void plant(World& world, NameLeak leak, support::Couples const& couples, acquaintance::AcquaintanceId first) {
    auto const now = world.door.clock().now();
    auto const organisation = world.cast.organisation;
    world.door.database().write([&](db::Tx& tx) {
        if (leak == NameLeak::pairing_too_early)
            (void)pairing::open_pairing(
                tx, access::house(organisation),
                {world.cast.programme, pairing::Origin::run, couples.front().first, couples.front().second, 0, {}},
                now);
        if (leak == NameLeak::mail_of_the_acquaintance)
            for (auto person : {couples.front().first, couples.front().second})
                notice::tell(tx, organisation, person, notice::round_result, base::any(first), now);
    });
}

support::Story couples_of(Course const& course) {
    return [=](World& world) {
        auto const& cast = world.cast;
        support::Couples const couples{{cast.ana, course.is_crossed ? cast.david : cast.sofia},
                                       {cast.bruno, course.is_crossed ? cast.sofia : cast.david}};
        auto const ids = support::talk_without_names(world.door, cast, couples);
        for (auto const& id : ids) world.ids.push_back(base::any(id));
        for (auto const* id : {"50000000-0000-4000-8000-000000000001", "50000000-0000-4000-8000-000000000002"})
            world.ids.push_back(base::AnyId::parse(id).value());
        auto const first = "/api/acquaintances/" + ids[0].text();
        auto const second = "/api/acquaintances/" + ids[1].text();
        world.door.clock().advance(std::chrono::minutes(course.minutes));
        put_ok(world, cast.ana, first + "/messages/50000000-0000-4000-8000-000000000001", R"({"text":"Hello"})");
        world.door.clock().advance(std::chrono::minutes(60 - course.minutes));
        put_ok(world, couples[0].second, first + "/messages/50000000-0000-4000-8000-000000000002",
               R"({"text":"Hello to you"})");
        if (course.first_opens) put_ok(world, couples[0].second, first + "/name-choice", R"({"opens":true})");
        if (course.second_leaves) put_ok(world, cast.bruno, second + "/departure");
        plant(world, course.leak, couples, ids[0]);
        support::let_hours_pass(world.door, 2);
    };
}

// Whoever is not one of the three whose own page shows which couple they are in.
auto const kWithAna = everybody_but({"bruno", "sofia", "david"});

TEST(WhoIsJoinedWithoutNames, would_be_found_out_by_a_pairing_or_a_mail) {
    Course straight{.leak = NameLeak::pairing_too_early};
    Course crossed{.is_crossed = true, .leak = NameLeak::pairing_too_early};
    EXPECT_THAT(told_apart(couples_of(straight), couples_of(crossed), {"jo"}), Contains(HasSubstr("jo sees")));
    EXPECT_THAT(told_apart(couples_of(straight), couples_of(crossed), {"ana"}), Contains(HasSubstr("ana sees")));
    straight.leak = crossed.leak = NameLeak::mail_of_the_acquaintance;
    EXPECT_THAT(told_apart(couples_of(straight), couples_of(crossed), kWithAna), Contains(HasSubstr("mails")));
}

TEST(WhoIsJoinedWithoutNames, is_told_to_nobody_and_not_to_the_two) {
    EXPECT_THAT(told_apart(couples_of({}), couples_of({.is_crossed = true, .minutes = 40}), kWithAna), IsEmpty());
}

TEST(AChoiceToOpenAName, is_told_to_nobody_before_the_other_chooses_it_too) {
    EXPECT_THAT(told_apart(couples_of({}), couples_of({.first_opens = true}), everybody_but({"sofia"})), IsEmpty());
}

TEST(LeavingWithoutAName, is_told_to_nobody_but_the_other) {
    EXPECT_THAT(told_apart(couples_of({}), couples_of({.second_leaves = true}), everybody_but({"bruno", "david"})),
                IsEmpty());
}

}  // namespace
}  // namespace app
