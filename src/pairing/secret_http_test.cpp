// That comparing two worlds through every door finds who said no, and who stopped, where a pair gives it away. That
// nothing gives it away is told of the whole house, with all that follows (app/private_acts_http_test.cpp).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/dispatcher.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "support/two_worlds.hpp"

namespace pairing {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::IsEmpty;
using testing::Not;

std::optional<std::string> const kSaidGoOn{"go_on"};
std::optional<std::string> const kSaidNo{"not_this_time"};
std::optional<std::string> const kSaidNothing;

PairingId open_for_ana_and_sofia(World& world) {
    auto opened = world.door.database().write([&](db::Tx& tx) {
        return open_pairing(tx, access::house(world.cast.organisation),
                            {world.cast.programme, Origin::run, world.cast.ana, world.cast.sofia, 0, {}},
                            world.door.clock().now());
    });
    world.ids.push_back(base::any(opened.value().id));
    return opened.value().id;
}

void let_days_pass(World& world, int days) {
    for (int day = 0; day < days; ++day) {
        world.door.clock().advance(std::chrono::hours(24));
        world.door.database().write([&](db::Tx& tx) {
            open_exploratory_answers(tx, world.cast.organisation, world.door.clock().now());
            release_closings(tx, world.cast.organisation, world.door.clock().now());
        });
    }
    audit::Dispatcher(world.door.database(), [](db::Tx&, access::OrganisationId, audit::ChainedEvent const&) {
    }).run(world.door.clock().now());
}

void put(World& world, access::PersonId by, PairingId id, std::string const& rest, std::string const& body) {
    auto reply = world.door.as(by).put("/api/pairings/" + id.text() + rest, body);
    ASSERT_EQ(reply.status, 200) << rest << ": " << reply.body;
}

// Open acts of one moment have no order of their own; a second apart they have the same one in both worlds.
void put_in_turn(World& world, access::PersonId by, PairingId id, std::string const& rest, std::string const& body) {
    world.door.clock().advance(std::chrono::seconds(1));
    put(world, by, id, rest, body);
}

enum class Planted { nothing, event_with_the_person, partner_set_aside_at_once };

// Ana and Sofia explore, answer (or do not), and `days` go by.
support::Story after_answers(std::optional<std::string> ana, std::optional<std::string> sofia, int days,
                             Planted planted = Planted::nothing) {
    return [=](World& world) {
        auto id = open_for_ana_and_sofia(world);
        world.door.clock().advance(std::chrono::hours(30));
        auto say = [&](access::PersonId who, std::optional<std::string> const& answer) {
            if (!answer) return;
            put(world, who, id, "/exploratory-answer", R"({"answer":")" + *answer + R"("})");
            if (answer == kSaidGoOn) return;
            world.door.database().write([&](db::Tx& tx) {
                if (planted == Planted::event_with_the_person)
                    audit::record(tx, support::viewer_of(tx, world.cast.organisation, who),
                                  audit::Kind{"exploratory_answer.given"}, base::any(id), {}, world.door.clock().now());
                if (planted == Planted::partner_set_aside_at_once)
                    tx.run("UPDATE pairings SET set_aside_at = $3 WHERE organisation_id = $1 AND id = $2",
                           world.cast.organisation, id, world.door.clock().now());
            });
        };
        say(world.cast.ana, ana);
        say(world.cast.sofia, sofia);
        let_days_pass(world, days);
    };
}

TEST(TheSecretThroughEveryDoor, is_lost_when_an_event_names_who_said_no) {
    EXPECT_THAT(told_apart(after_answers(kSaidNo, kSaidGoOn, 30, Planted::event_with_the_person),
                           after_answers(kSaidGoOn, kSaidNo, 30, Planted::event_with_the_person),
                           everybody_but({"ana", "sofia"})),
                Not(IsEmpty()));
}

TEST(TheSecretThroughEveryDoor, is_lost_when_a_no_takes_effect_at_once) {
    EXPECT_THAT(told_apart(after_answers(kSaidGoOn, kSaidNo, 3, Planted::partner_set_aside_at_once),
                           after_answers(kSaidGoOn, kSaidNothing, 3, Planted::partner_set_aside_at_once),
                           everybody_but({"sofia"})),
                Not(IsEmpty()));
}

// A started pair, and one of the two stops.
support::Story after_stopping(std::string leaver, std::string ending, int days) {
    return [=](World& world) {
        auto id = open_for_ana_and_sofia(world);
        for (auto who : {world.cast.ana, world.cast.sofia})
            put_in_turn(world, who, id, "/exploratory-answer", R"({"answer":"go_on"})");
        put_in_turn(world, world.cast.ana, id, "/agreement",
                    R"({"version":0,"cadence":"monthly","channel":"call","notice_days":2,"booking_side":"mentee",
                "leading_side":"mentor","ends_on":"2027-05-31","mentor_outcomes":["one"],"mentee_outcomes":["two"]})");
        for (auto who : {world.cast.ana, world.cast.sofia}) {
            put_in_turn(world, who, id, "/agreement/signature", R"({"version":1,"neither_decides":true})");
            put_in_turn(world, who, id, "/charter/signature", R"({"version":1})");
        }
        let_days_pass(world, 3);
        put_in_turn(world, support::person_named(world.cast, leaver), id, "/closure",
                    R"({"ending":")" + ending + R"("})");
        let_days_pass(world, days);
    };
}

TEST(StoppingThroughEveryDoor, is_seen_by_everybody_else_only_from_the_day_after) {
    auto going_on = [](World& world) {
        after_stopping("ana", "ended", 0)(world);
        world.door.database().write(
            [&](db::Tx& tx) { tx.run("DELETE FROM closures WHERE organisation_id = $1", world.cast.organisation); });
    };
    auto others = everybody_but({"ana", "sofia"});
    EXPECT_THAT(told_apart(after_stopping("ana", "ended", 0), going_on, others), IsEmpty());
    EXPECT_THAT(told_apart(after_stopping("ana", "ended", 1), going_on, others), Not(IsEmpty()));
}

}  // namespace
}  // namespace pairing
