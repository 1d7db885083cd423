// Announcements through the doors: previewed, sent once, read again; and nobody learns who is left out.

#include "invitation/announcement_http.hpp"

#include <array>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invitation/invitation_shapes.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"

namespace invitation {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct AnnouncementsMade : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    void SetUp() override { support::make_ready_to_invite(door, cast); }
    std::string path(std::string const& rest = "/announcements") {
        return "/api/programmes/" + cast.programme.text() + rest;
    }
    static std::string words(Audience audience, std::string const& title = "The first week") {
        return json::write(AnnouncementInput{audience, {{"en", title, "It begins on Monday.\nAll of you."}}});
    }
    support::Reply send(Audience audience, std::string const& title = "The first week") {
        auto reply = door.as(cast.jo).post(path(), words(audience, title));
        door.house().round();
        door.house().drain();
        return reply;
    }
    support::Reply preview(Audience audience) {
        return door.as(cast.jo).post(path("/announcement-previews"), words(audience));
    }
    Announcements list() { return door.as(cast.jo).get(path()).as<Announcements>(); }
    std::vector<std::string> titles_of(PersonId who) {
        auto const reply = door.as(who).get("/api/my-announcements");
        EXPECT_EQ(reply.status, 200) << reply.body;
        std::vector<std::string> titles;
        for (auto const& one : reply.as<OwnAnnouncements>().items) titles.push_back(one.title);
        return titles;
    }
    std::vector<std::int64_t> told(std::string const& table) {
        std::vector<std::int64_t> counts;
        for (auto who : {cast.ana, cast.bruno, cast.sofia, cast.david, cast.lena, cast.amir})
            counts.push_back(door.database().read([&](db::Tx& tx) {
                return tx
                    .value<std::int64_t>("SELECT COUNT(*) FROM " + table +
                                             " WHERE organisation_id = $1 AND person_id = $2 AND kind = 'announcement'",
                                         cast.organisation, who)
                    .value();
            }));
        return counts;
    }
    void invite_lena_and_amir() {
        auto const sent = door.as(cast.jo).post(
            path("/invitations"), json::write(InvitationsInput{programme::Side::mentor, {{cast.lena, cast.amir}}, {}}));
        EXPECT_EQ(sent.status, 200) << sent.body;
        door.house().round();
        door.house().drain();
    }
    void answer(PersonId who, std::string const& given) {
        auto const mine = door.as(who).get("/api/my-invitations").as<OwnInvitationList>();
        auto const said = door.as(who).put("/api/invitations/" + mine.items.at(0).id.text() + "/answer",
                                           R"({"answer":")" + given + "\"}");
        EXPECT_EQ(said.status, 200) << said.body;
    }
};

TEST_F(AnnouncementsMade, go_to_everybody_who_takes_part_or_to_one_side_and_are_read_again) {
    auto const sent = send(Audience::everyone);
    ASSERT_EQ(sent.status, 201) << sent.body;
    EXPECT_EQ(sent.text("/state"), "sent");
    EXPECT_THAT(told("notices"), ElementsAre(1, 1, 1, 1, 0, 0));
    EXPECT_THAT(told("mails"), ElementsAre(1, 1, 1, 1, 0, 0));
    door.clock().advance(std::chrono::hours(1));
    ASSERT_EQ(send(Audience::mentors, "For those who bring").status, 201);
    EXPECT_THAT(told("notices"), ElementsAre(2, 2, 1, 1, 0, 0));
    EXPECT_THAT(titles_of(cast.ana), ElementsAre("For those who bring", "The first week"));
    EXPECT_THAT(titles_of(cast.sofia), ElementsAre("The first week"));
    EXPECT_THAT(titles_of(cast.lena), IsEmpty());
    EXPECT_THAT(titles_of(cast.otto), IsEmpty());
    auto const kept = list();
    ASSERT_EQ(kept.items.size(), 2U);
    EXPECT_EQ(kept.items[0].people, 2);
    EXPECT_EQ(kept.items[1].people, 4);
    EXPECT_EQ(kept.items[1].sent_by, "Jo Byrne");
    EXPECT_EQ(kept.left_today, 1);
    door.house().round();
    door.house().drain();
    EXPECT_THAT(told("notices"), ElementsAre(2, 2, 1, 1, 0, 0)) << "told once";
}

TEST_F(AnnouncementsMade, are_previewed_exactly_as_their_mail_is_read_and_nothing_is_sent) {
    auto const seen = preview(Audience::mentees);
    ASSERT_EQ(seen.status, 200) << seen.body;
    auto const shown = seen.as<AnnouncementPreview>();
    EXPECT_EQ(shown.people, 2);
    ASSERT_EQ(shown.mails.size(), 1U);
    EXPECT_EQ(shown.mails[0].subject, "Customers first: The first week");
    EXPECT_THAT(told("mails"), ElementsAre(0, 0, 0, 0, 0, 0));
    EXPECT_THAT(list().items, IsEmpty());
    ASSERT_EQ(send(Audience::mentees).status, 201);
    auto const mails = door.as(cast.amir).get("/api/mails?kind=announcement").as<notice::Mails>();
    ASSERT_EQ(mails.items.size(), 2U);
    for (auto const& mail : mails.items) {
        auto expected = shown.mails[0].body;
        expected.replace(expected.find("Alex Winter"), 11, mail.to_name);
        EXPECT_EQ(mail.body, expected);
        EXPECT_EQ(mail.subject, shown.mails[0].subject);
        EXPECT_THAT(mail.body, AllOf(HasSubstr("It begins on Monday.\nAll of you."), HasSubstr("Jo Byrne")));
    }
}

TEST_F(AnnouncementsMade, reach_those_who_have_not_joined_as_one_of_two_times_whatever_they_answered) {
    invite_lena_and_amir();
    EXPECT_EQ(list().reach.not_joined, 2);
    answer(cast.lena, "no_dont_ask");
    EXPECT_EQ(list().reach.not_joined, 2) << "a no changes no number";
    EXPECT_EQ(preview(Audience::not_joined).text("/people"), "2");
    ASSERT_EQ(send(Audience::not_joined).text("/state"), "sent");
    EXPECT_THAT(told("mails"), ElementsAre(0, 0, 0, 0, 1, 1)) << "a row for all alike";
    EXPECT_THAT(told("notices"), ElementsAre(0, 0, 0, 0, 0, 1));
    EXPECT_THAT(titles_of(cast.amir), ElementsAre("The first week"));
    EXPECT_THAT(titles_of(cast.lena), IsEmpty()) << "left out in silence";
    EXPECT_EQ(list().items.at(0).people, 2);

    answer(cast.amir, "yes");
    EXPECT_THAT(titles_of(cast.amir), IsEmpty());
    EXPECT_EQ(list().reach.not_joined, 1);
    ASSERT_EQ(send(Audience::not_joined, "Once more").status, 201) << "it would go to nobody, and says nothing of it";
    EXPECT_EQ(list().reach.not_joined, 0);
    EXPECT_EQ(send(Audience::not_joined, "And again").code(), "nobody_to_tell");
    auto const again = door.as(cast.jo).post(path("/invitation-reminders"));
    EXPECT_EQ(again.text("/state"), "sent");
    EXPECT_EQ(door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT MAX(written_again) FROM invitations WHERE organisation_id = $1",
                                      cast.organisation);
    }),
              2);
}

TEST_F(AnnouncementsMade, are_three_a_day) {
    for (int sent = 0; sent < 3; ++sent) ASSERT_EQ(send(Audience::everyone).status, 201);
    auto const refused = send(Audience::mentors);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.code(), "too_many_announcements");
    EXPECT_FALSE(list().may_send);
    EXPECT_EQ(preview(Audience::everyone).status, 200) << "to look at one is free";
    door.clock().advance(std::chrono::hours(25));
    EXPECT_EQ(send(Audience::mentors).status, 201);
}

TEST_F(AnnouncementsMade, are_sent_once_however_often_the_request_comes) {
    auto const ask = [&] {
        return door.as(cast.jo).send(http::Method::post, path(), words(Audience::everyone),
                                     {{"Idempotency-Key", "the-first-week"}});
    };
    auto const first = ask();
    ASSERT_EQ(first.status, 201);
    EXPECT_EQ(ask().body, first.body);
    std::array<int, 4> statuses{};
    {
        std::vector<std::jthread> threads;
        for (auto& status : statuses) threads.emplace_back([&] { status = ask().status; });
    }
    for (auto status : statuses) EXPECT_EQ(status, 201);
    EXPECT_EQ(list().items.size(), 1U);
}

TEST_F(AnnouncementsMade, speak_the_readers_language_or_the_programmes) {
    auto const both = json::write(
        AnnouncementInput{Audience::everyone, {{"en", "Hello", "In English"}, {"de", "Hallo", "Auf Deutsch"}}});
    ASSERT_EQ(door.as(cast.jo).post(path(), both).status, 201);
    auto const preview = door.as(cast.jo).post(path("/announcement-previews"), both).as<AnnouncementPreview>();
    EXPECT_EQ(preview.mails.size(), 2U);
    EXPECT_THAT(titles_of(cast.ana), ElementsAre("Hello"));
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET language = 'de-CH' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.ana);
    });
    EXPECT_THAT(titles_of(cast.ana), ElementsAre("Hallo"));
}

TEST_F(AnnouncementsMade, refuse_nonsense) {
    auto const refused = [&](AnnouncementInput const& input) {
        auto const reply = door.as(cast.jo).post(path(), json::write(input));
        EXPECT_EQ(reply.status, 422) << reply.body;
        return reply.text("/errors/0/pointer") + " " + reply.text("/errors/0/code");
    };
    EXPECT_EQ(refused({Audience::everyone, {{"de", "Titel", "Text"}}}), "/texts own_language");
    EXPECT_EQ(refused({Audience::everyone, {{"en", " ", "Text"}}}), "/texts/0/title too_short");
    EXPECT_EQ(refused({Audience::everyone, {{"en", "Title", "\r\n"}}}), "/texts/0/text too_short");
    refused({Audience::everyone, {}});
    refused({Audience::everyone, {{"en", std::string(121, 'x'), "Text"}}});
    refused({Audience::everyone, {{"en", "Title", std::string(4001, 'x')}}});
    EXPECT_EQ(door.as(cast.jo).post(path(), R"({"audience":"the board","texts":[]})").status, 422);
    EXPECT_EQ(send(Audience::not_joined).code(), "nobody_to_tell") << "nobody is invited";
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE sponsors SET accepted_at = NULL WHERE organisation_id = $1", cast.organisation);
    });
    EXPECT_EQ(send(Audience::not_joined).code(), "programme_not_ready");
    EXPECT_EQ(send(Audience::everyone).status, 201) << "those who take part may hear of it";
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    EXPECT_EQ(send(Audience::everyone).code(), "programme_closed");
    EXPECT_THAT(titles_of(cast.ana), IsEmpty());
}

TEST_F(AnnouncementsMade, are_closed_to_others) {
    auto const nobody_else = {cast.ana, cast.sofia, cast.lena, cast.marta, cast.nina, cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, path()}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::post, path(), words(Audience::everyone)}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::post, path("/announcement-previews"), words(Audience::everyone)},
                            nobody_else);
    EXPECT_THAT(list().items, IsEmpty());
    EXPECT_EQ(door.nobody().get("/api/my-announcements").status, 401);
}

}  // namespace
}  // namespace invitation
