#include "invitation/invitation_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invitation/invitation_actions.hpp"
#include "support/door.hpp"
#include "support/two_worlds.hpp"

namespace invitation {
namespace {

using testing::IsEmpty;
using testing::Not;

struct Invitations : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    void SetUp() override { support::make_ready_to_invite(door, cast); }
    std::string path(std::string const& rest) { return "/api/programmes/" + cast.programme.text() + rest; }
    support::Reply invite(std::vector<PersonId> const& people) {
        return door.as(cast.jo).post(path("/invitations"),
                                     json::write(InvitationsInput{programme::Side::mentor, people, std::nullopt}));
    }
    InvitationCounts counts() { return door.as(cast.jo).get(path("/invitations")).as<InvitationCounts>(); }
    OwnInvitation own(PersonId person) {
        return door.as(person).get("/api/my-invitations").as<OwnInvitationList>().items.at(0);
    }
    support::Reply answer(PersonId person, std::string const& given) {
        return door.as(person).put("/api/invitations/" + own(person).id.text() + "/answer",
                                   R"({"answer":")" + given + "\"}");
    }
};

TEST_F(Invitations, are_sent_once_to_a_person_and_side) {
    auto sent = invite({cast.lena, cast.amir});
    ASSERT_EQ(sent.status, 200) << sent.body;
    EXPECT_EQ(sent.text("/invited"), "2");
    EXPECT_EQ(invite({cast.lena}).text("/invited_before"), "1");
    EXPECT_EQ(own(cast.lena).programme.name, "Customers first");
    EXPECT_EQ(own(cast.lena).sponsor_name, "Marta Kowalska");
}

TEST_F(Invitations, need_a_sponsor_who_accepted) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE sponsors SET accepted_at = NULL WHERE organisation_id = $1", cast.organisation);
    });
    auto refused = invite({cast.lena});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("/params/missing"), "sponsor");
}

TEST_F(Invitations, go_by_name_or_by_filter_and_never_by_both) {
    EXPECT_EQ(door.as(cast.jo).post(path("/invitations"), R"({"side":"mentor"})").status, 422);
    auto sent = door.as(cast.jo).post(path("/invitations"),
                                      R"({"side":"mentor","filter":{"levels":[2],"departments":[],"sites":[]}})");
    EXPECT_EQ(sent.text("/invited"), "5") << sent.body;
}

TEST_F(Invitations, leave_out_people_of_another_organisation) {
    EXPECT_EQ(invite({cast.otto}).text("/invited"), "0");
}

TEST_F(Invitations, enrol_whoever_says_yes) {
    ASSERT_EQ(invite({cast.lena}).status, 200);
    auto said = answer(cast.lena, "yes");
    ASSERT_EQ(said.status, 200) << said.body;
    EXPECT_EQ(door.as(cast.lena).get("/api/enrolments/" + said.text("/enrolment_id") + "/exchange").text("/side"),
              "mentor");
    EXPECT_EQ(counts().joined, 1);
    EXPECT_EQ(answer(cast.lena, "yes").text("/enrolment_id"), said.text("/enrolment_id"));
}

TEST_F(Invitations, count_open_not_now_and_no_as_one_number) {
    ASSERT_EQ(invite({cast.lena, cast.amir, cast.nina}).status, 200);
    answer(cast.lena, "not_now");
    answer(cast.amir, "no_dont_ask");
    EXPECT_EQ(counts().not_joined, 3);
    EXPECT_EQ(counts().may_be_written_again, 3);
}

TEST_F(Invitations, are_written_again_at_most_twice_and_always_answer_sent) {
    ASSERT_EQ(invite({cast.lena}).status, 200);
    answer(cast.lena, "no_dont_ask");
    for (int time = 0; time < 4; ++time) {
        door.clock().advance(std::chrono::hours(24));
        EXPECT_EQ(door.as(cast.jo).post(path("/invitation-reminders")).text("/state"), "sent");
    }
    EXPECT_EQ(counts().may_be_written_again, 0);
}

TEST_F(Invitations, let_people_change_their_mind_while_the_programme_takes_people) {
    ASSERT_EQ(invite({cast.lena}).status, 200);
    answer(cast.lena, "no_dont_ask");
    EXPECT_EQ(own(cast.lena).own_answer, Answer::no_dont_ask);
    EXPECT_EQ(answer(cast.lena, "yes").status, 200);
    EXPECT_EQ(own(cast.lena).own_answer, Answer::yes);
    EXPECT_EQ(answer(cast.lena, "not_now").status, 200);
    EXPECT_EQ(counts().joined, 0);
}

TEST_F(Invitations, are_printed_as_letters_that_let_people_in) {
    ASSERT_EQ(invite({cast.bruno, cast.ana}).status, 200);
    auto const letters = door.as(cast.jo).post(path("/letters")).as<signin::PasswordLinks>();
    ASSERT_EQ(letters.items.size(), 2U);
    EXPECT_EQ(letters.items.at(0).name, "Ana Moreira");
    auto const token = letters.items.at(0).url.substr(letters.items.at(0).url.rfind('/') + 1);
    EXPECT_EQ(door.nobody().get("/api/activations/" + token).text("/name"), "Ana Moreira");
    // A letter printed again is the same letter.
    auto const again = door.as(cast.jo).post(path("/letters")).as<signin::PasswordLinks>();
    EXPECT_EQ(again.items.at(0).url, letters.items.at(0).url);
}

TEST_F(Invitations, have_no_letter_for_whoever_can_sign_in) {
    ASSERT_EQ(invite({cast.bruno}).status, 200);
    auto const letters = door.as(cast.jo).post(path("/letters")).as<signin::PasswordLinks>();
    auto const token = letters.items.at(0).url.substr(letters.items.at(0).url.rfind('/') + 1);
    ASSERT_EQ(door.nobody().put("/api/activations/" + token, R"({"password":"a lamp in the rain"})").status, 204);
    EXPECT_THAT(door.as(cast.jo).post(path("/letters")).as<signin::PasswordLinks>().items, IsEmpty());
}

TEST_F(Invitations, hand_no_coordinator_the_way_in_of_somebody_with_a_role) {
    ASSERT_EQ(invite({cast.amir}).status, 200);
    EXPECT_THAT(door.as(cast.jo).post(path("/letters")).as<signin::PasswordLinks>().items, IsEmpty());
}

TEST_F(Invitations, open_to_nobody_else) {
    ASSERT_EQ(invite({cast.lena}).status, 200);
    expect_closed_to_others(door, cast, {http::Method::get, path("/invitations")}, {cast.ana, cast.marta, cast.lena});
    expect_closed_to_others(
        door, cast, {http::Method::post, path("/invitations"), json::write(InvitationsInput{{}, {{cast.lena}}, {}})},
        {cast.ana, cast.marta});
    expect_closed_to_others(door, cast, {http::Method::post, path("/letters")}, {cast.ana, cast.marta});
    expect_closed_to_others(
        door, cast,
        {http::Method::put, "/api/invitations/" + own(cast.lena).id.text() + "/answer", R"({"answer":"yes"})"},
        {cast.ana, cast.jo, cast.amir});
}

// Two worlds (rules 4, D10): a no and a silence look the same to everybody else.
void all_are_invited(support::World& world) {
    support::make_ready_to_invite(world.door, world.cast);
    auto const& cast = world.cast;
    auto const body = json::write(InvitationsInput{programme::Side::mentor, {{cast.lena, cast.amir}}, {}});
    ASSERT_EQ(world.door.as(cast.jo).post("/api/programmes/" + cast.programme.text() + "/invitations", body).status,
              200);
}
void lena_answers(support::World& world, std::string const& given) {
    auto const list = world.door.as(world.cast.lena).get("/api/my-invitations").as<OwnInvitationList>();
    ASSERT_EQ(world.door.as(world.cast.lena)
                  .put("/api/invitations/" + list.items.at(0).id.text() + "/answer", R"({"answer":")" + given + "\"}")
                  .status,
              200);
}
void written_again(support::World& world) {
    ASSERT_EQ(world.door.as(world.cast.jo)
                  .post("/api/programmes/" + world.cast.programme.text() + "/invitation-reminders")
                  .status,
              200);
}

TEST(DecliningAnInvitation, looks_like_silence_to_everybody_else) {
    auto said_no = [](support::World& world) {
        all_are_invited(world);
        lena_answers(world, "no_dont_ask");
        written_again(world);
    };
    auto said_not_now = [](support::World& world) {
        all_are_invited(world);
        lena_answers(world, "not_now");
        written_again(world);
    };
    EXPECT_THAT(support::told_apart(said_no, said_not_now, support::everybody_but({"lena"})), IsEmpty());
}

TEST(DecliningAnInvitation, is_not_betrayed_by_who_did_it) {
    auto lena_said_no = [](support::World& world) {
        all_are_invited(world);
        lena_answers(world, "no_dont_ask");
    };
    auto amir_said_no = [](support::World& world) {
        all_are_invited(world);
        auto const list = world.door.as(world.cast.amir).get("/api/my-invitations").as<OwnInvitationList>();
        ASSERT_EQ(world.door.as(world.cast.amir)
                      .put("/api/invitations/" + list.items.at(0).id.text() + "/answer", R"({"answer":"no_dont_ask"})")
                      .status,
                  200);
    };
    EXPECT_THAT(support::told_apart(lena_said_no, amir_said_no, support::everybody_but({"lena", "amir"})), IsEmpty());
}

TEST(DecliningAnInvitation, would_be_found_out_by_the_attacker_if_it_leaked) {
    auto leaks = [](support::World& world) {
        all_are_invited(world);
        world.door.database().write([&](db::Tx& tx) {
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, world.cast.lena),
                          audit::Kind{"invitation.leaked"}, std::nullopt, audit::Facts(), world.door.clock().now());
        });
    };
    EXPECT_THAT(support::told_apart(leaks, all_are_invited, support::everybody_but({"lena"})), Not(IsEmpty()));
}

}  // namespace
}  // namespace invitation
