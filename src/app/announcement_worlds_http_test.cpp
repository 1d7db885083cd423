// Rules D10: whoever coordinates writes to all who have not joined, and learns nothing of what any of them answered.
// Lena said *don't ask again* in one world, Amir in the other, nobody in a third; the number before and after, the
// preview, the answer, the list, the mails and everything else that anybody else is shown are the same.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invitation/announcement_shapes.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

enum class AnnouncementLeak { none, mail_left_out, number_without_them };

struct Declined {
    std::string who;    // nobody when empty
    std::string given;  // the private answer
    AnnouncementLeak leak = AnnouncementLeak::none;
};

support::Reply ok(support::Reply reply, int status = 200) {
    EXPECT_EQ(reply.status, status) << reply.body;
    return reply;
}

void let_house_work(World& world) {
    world.door.house().round();
    world.door.house().drain();
}

void invite_two(World& world) {
    auto const& cast = world.cast;
    support::make_ready_to_invite(world.door, cast);
    ok(world.door.as(cast.jo).post(
        "/api/programmes/" + cast.programme.text() + "/invitations",
        json::write(invitation::InvitationsInput{programme::Side::mentor, {{cast.lena, cast.amir}}, {}})));
    let_house_work(world);
}

void decline(World& world, Declined const& declined) {
    auto const who = support::person_named(world.cast, declined.who);
    auto const mine = ok(world.door.as(who).get("/api/my-invitations")).as<invitation::OwnInvitationList>();
    auto const target = "/api/invitations/" + mine.items.at(0).id.text() + "/answer";
    ok(world.door.as(who).put(target, R"({"answer":")" + declined.given + "\"}"));
}

void plant(World& world, Declined const& declined) {
    auto const who = support::person_named(world.cast, declined.who);
    auto const run = [&](std::string const& sql, auto const&... arguments) {
        world.door.database().write([&](db::Tx& tx) { tx.run(sql, world.cast.organisation, arguments...); });
    };
    if (declined.leak == AnnouncementLeak::mail_left_out)
        run("DELETE FROM mails WHERE organisation_id = $1 AND person_id = $2 AND kind = 'announcement'", who);
    if (declined.leak == AnnouncementLeak::number_without_them)
        run("UPDATE announcements SET people = people - 1 WHERE organisation_id = $1");
}

// What whoever coordinates compares by hand: the number and the preview before and after, and the answer.
support::Story written_to(Declined const& declined, std::vector<std::string>* by_hand = nullptr) {
    return [=](World& world) {
        invite_two(world);
        auto const jo = world.door.as(world.cast.jo);
        auto const programme = "/api/programmes/" + world.cast.programme.text();
        auto const words = json::write(invitation::AnnouncementInput{
            invitation::Audience::not_joined, {{"en", "Until Friday", "There is room for more of you."}}});
        auto const look = [&] {
            auto const page = ok(jo.get(programme + "/announcements")).as<invitation::Announcements>();
            if (by_hand) by_hand->push_back(json::write(page.reach));
            auto const preview = ok(jo.post(programme + "/announcement-previews", words));
            if (by_hand) by_hand->push_back(preview.body);
        };
        look();
        if (!declined.who.empty()) decline(world, declined);
        look();
        world.door.clock().advance(std::chrono::hours(24));
        auto const sent = ok(jo.post(programme + "/announcements", words), 201);
        world.ids.push_back(base::AnyId::parse(sent.text("/id")).value());
        if (by_hand) by_hand->push_back(sent.text("/state"));
        let_house_work(world);
        if (!declined.who.empty()) plant(world, declined);
        world.door.clock().advance(std::chrono::hours(1));
        let_house_work(world);
    };
}

TEST(WhoSaidNotToBeAsked, would_be_found_out_by_a_mail_that_is_left_out_or_a_number_without_them) {
    auto const others = everybody_but({"lena", "amir"});
    auto const by_mail = [&](std::string const& who) {
        return written_to({who, "no_dont_ask", AnnouncementLeak::mail_left_out});
    };
    EXPECT_THAT(told_apart(by_mail("lena"), by_mail("amir"), others), Contains(HasSubstr("mails")));
    auto const by_number = written_to({"lena", "no_dont_ask", AnnouncementLeak::number_without_them});
    EXPECT_THAT(told_apart(by_number, written_to({}), everybody_but({"lena"})), Contains(HasSubstr("jo sees")));
}

TEST(WhoSaidNotToBeAsked, is_told_to_nobody_by_writing_to_all_who_have_not_joined) {
    std::vector<std::string> by_lena;
    std::vector<std::string> by_amir;
    std::vector<std::string> by_nobody;
    auto const lena_said_no = support::tell(written_to({"lena", "no_dont_ask"}, &by_lena));
    auto const amir_said_no = support::tell(written_to({"amir", "no_dont_ask"}, &by_amir));
    auto const nobody_did = support::tell(written_to({}, &by_nobody));
    EXPECT_THAT(told_apart(lena_said_no, amir_said_no, everybody_but({"lena", "amir"})), IsEmpty());
    EXPECT_THAT(told_apart(lena_said_no, nobody_did, everybody_but({"lena"})), IsEmpty());
    EXPECT_EQ(by_lena.size(), 5U);
    EXPECT_EQ(by_lena, by_amir);
    EXPECT_EQ(by_lena, by_nobody);
}

TEST(NotNow, looks_like_silence_to_whoever_writes_to_all_who_have_not_joined) {
    EXPECT_THAT(told_apart(written_to({"lena", "not_now"}), written_to({}), everybody_but({"lena"})), IsEmpty());
}

}  // namespace
}  // namespace app
