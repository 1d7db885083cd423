// Rules 4: who raised a concern is told by nothing that anybody but its contact is shown, sent or could find. The same
// words are sent by Ann in one world and by Bob in the other, or by nobody; a manager, the sponsor, coordinators, the
// analyst, the administrator and the employee representative are shown the same, and so is every other colleague.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/event.hpp"
#include "care/concern_shapes.hpp"
#include "notice/notice_actions.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr char const* kRaised = "40000000-0000-4000-8000-000000000001";
constexpr char const* kFirstWords = "40000000-0000-4000-8000-000000000002";
constexpr char const* kContactsWords = "40000000-0000-4000-8000-000000000003";
constexpr char const* kLastWords = "40000000-0000-4000-8000-000000000004";

support::Reply put_as(World& world, access::PersonId by, std::string const& target, std::string body = "") {
    auto reply =
        world.door.as(by).send(http::Method::put, target, std::move(body), {{"Idempotency-Key", "a key of one"}});
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    return reply;
}

void mornings_pass(World& world, int mornings) {
    for (int morning = 0; morning < mornings; ++morning) {
        world.door.clock().advance(std::chrono::hours(24));
        world.door.house().round();
        world.door.house().drain();
    }
}

enum class ConcernLeak { none, mail_at_once, event_with_the_person };

void plant_in_concern(World& world, ConcernLeak leak, access::PersonId person) {
    auto const now = world.door.clock().now();
    world.door.database().write([&](db::Tx& tx) {
        if (leak == ConcernLeak::mail_at_once)
            notice::tell(tx, world.cast.organisation, person, notice::round_result, std::nullopt, now);
        if (leak == ConcernLeak::event_with_the_person)
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, person), audit::Kind{"concern.planted"},
                          base::AnyId::parse(kRaised).value(), {}, now);
    });
}

// Whoever it is tells Marta's house nothing: they write to Eva, a colleague who is its confidential contact, are
// answered, read it and write again, and Eva closes it. Nobody: the same days pass.
support::Story concern_by(std::string const& name, int minutes, ConcernLeak leak = ConcernLeak::none) {
    return [=](World& world) {
        auto const added = world.door.as(world.cast.amir).post("/api/people", R"({"name":"Eva Fox"})");
        auto const eva = access::PersonId::parse(added.text("/id")).value();
        ASSERT_EQ(world.door.as(world.cast.amir)
                      .post("/api/people/" + eva.text() + "/roles", R"({"role":"confidential_contact"})")
                      .status,
                  201);
        world.ids.push_back(base::any(eva));
        for (auto const* id : {kRaised, kFirstWords, kContactsWords, kLastWords})
            world.ids.push_back(base::AnyId::parse(id).value());
        world.door.clock().advance(std::chrono::minutes(minutes));
        if (!name.empty()) {
            auto const person = support::person_named(world.cast, name);
            std::string const concern = std::string("/api/concerns/") + kRaised;
            put_as(world, person, "/api/programmes/" + world.cast.programme.text() + "/concerns/" + kRaised,
                   R"({"contact_id":")" + eva.text() + R"(","wish":"act","message_id":")" + kFirstWords +
                       R"(","text":"Something is wrong"})");
            plant_in_concern(world, leak, person);
            put_as(world, eva, concern + "/messages/" + kContactsWords, R"({"text":"Tell me more"})");
            put_as(world, person, concern + "/reading");
            put_as(world, person, concern + "/messages/" + kLastWords, R"({"text":"It has passed"})");
            put_as(world, eva, concern + "/note", R"({"text":"Nothing to do"})");
            put_as(world, eva, concern + "/closure");
        }
        world.door.clock().advance(std::chrono::minutes(90 - minutes));
        mornings_pass(world, 2);
    };
}

TEST(RaisingAConcern, would_be_found_out_by_a_mail_or_an_event_with_the_person) {
    auto const others = everybody_but({"ana", "bruno"});
    EXPECT_THAT(told_apart(concern_by("ana", 5, ConcernLeak::mail_at_once),
                           concern_by("bruno", 5, ConcernLeak::mail_at_once), others),
                Contains(HasSubstr("mails")));
    EXPECT_THAT(told_apart(concern_by("ana", 5, ConcernLeak::event_with_the_person),
                           concern_by("bruno", 5, ConcernLeak::event_with_the_person), others),
                Not(IsEmpty()));
}

TEST(RaisingAConcern, looks_the_same_whoever_did_it_and_at_what_minute) {
    EXPECT_THAT(told_apart(concern_by("ana", 5), concern_by("bruno", 70), everybody_but({"ana", "bruno"})), IsEmpty());
}

// Not even that there is one: what is told apart are rows that nobody of these is shown.
TEST(RaisingAConcern, looks_to_everybody_else_as_if_nobody_had) {
    auto raised = support::tell(concern_by("sofia", 5));
    auto silent = support::tell(concern_by("", 5));
    raised.recorded.clear();
    silent.recorded.clear();
    EXPECT_THAT(told_apart(raised, silent, everybody_but({"sofia"})), IsEmpty());
}

}  // namespace
}  // namespace app
