// The letter in the sponsor's name through the doors: written, agreed to, published, read.

#include "invitation/opening_letter_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/mail_programme.hpp"
#include "invitation/invitation_shapes.hpp"
#include "invitation/opening_letter_store.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"

namespace invitation {
namespace {

using enum LetterAction;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct OpeningLetters : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    void SetUp() override { support::make_ready_to_invite(door, cast); }
    std::string path(std::string const& rest = "") {
        return "/api/programmes/" + cast.programme.text() + "/opening-letter" + rest;
    }
    support::Reply write(std::int64_t version, std::string const& text = "This is not about replacing anyone.") {
        return door.as(cast.jo).put(path(), json::write(LetterInput{version, {{"en", text}}}));
    }
    static std::string read(std::int64_t version) { return R"({"version":)" + std::to_string(version) + "}"; }
    support::Reply put(std::string const& rest, std::int64_t version) {
        return door.as(cast.jo).put(path(rest), read(version));
    }
    void follow_up() {
        door.house().round();
        door.house().drain();
    }
    // Where the sponsor reads it.
    std::string link_of(support::Reply const& reply) {
        auto const link = reply.text("/link");
        return "/api/opening-letters/" + link.substr(link.rfind('/') + 1);
    }
    std::string ask(std::int64_t version = 1) {
        auto const asked = put("/request", version);
        EXPECT_EQ(asked.status, 200) << asked.body;
        follow_up();
        return link_of(asked);
    }
    void agree_to(std::string const& link, std::int64_t version = 1) {
        auto const agreed = door.nobody().put(link + "/agreement", read(version));
        EXPECT_EQ(agreed.status, 200) << agreed.body;
    }
    void publish_first() {
        EXPECT_EQ(write(0).status, 200);
        agree_to(ask());
        EXPECT_EQ(put("/publication", 1).status, 200);
    }
    std::vector<OwnLetter> letters_of(PersonId who) {
        auto const reply = door.as(who).get("/api/my-opening-letters");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<OwnLetters>().items;
    }
    std::int64_t mails_of(PersonId who, std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                    cast.organisation, who, kind)
                .value();
        });
    }
};

TEST_F(OpeningLetters, are_written_agreed_to_with_one_tap_published_and_read_by_everybody_who_takes_part) {
    EXPECT_EQ(door.as(cast.jo).get(path()).as<LetterAnswer>().version, 0);
    auto const written = write(0);
    ASSERT_EQ(written.status, 200) << written.body;
    EXPECT_THAT(written.as<LetterAnswer>().allowed_actions, ElementsAre(LetterAction::write, put_to_sponsor));
    EXPECT_EQ(put("/publication", 1).code(), "letter_not_agreed");
    EXPECT_THAT(letters_of(cast.ana), IsEmpty());

    auto const link = ask();
    EXPECT_EQ(mails_of(cast.marta, "letter_to_agree"), 1);
    auto const page = door.nobody().get(link);
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(page.text("/sponsor_name"), "Marta Kowalska");
    EXPECT_EQ(page.text("/texts/0/text"), "This is not about replacing anyone.");
    EXPECT_EQ(put("/publication", 1).code(), "letter_not_agreed") << "asked is not yet yes";
    agree_to(link);
    auto const agreed = door.as(cast.jo).get(path()).as<LetterAnswer>();
    EXPECT_TRUE(agreed.agreed_at);
    EXPECT_FALSE(agreed.link) << "nothing is left to answer";
    EXPECT_THAT(agreed.allowed_actions, ElementsAre(LetterAction::write, publish));
    EXPECT_THAT(letters_of(cast.ana), IsEmpty()) << "agreed is not yet published";

    auto const published = put("/publication", 1);
    ASSERT_EQ(published.status, 200) << published.body;
    EXPECT_TRUE(published.as<LetterAnswer>().is_published_as_written);
    for (auto who : {cast.ana, cast.sofia}) {
        auto const mine = letters_of(who);
        ASSERT_EQ(mine.size(), 1U);
        EXPECT_EQ(mine[0].text, "This is not about replacing anyone.");
        EXPECT_EQ(mine[0].sponsor_name, "Marta Kowalska");
        EXPECT_EQ(mine[0].programme.name, "Customers first");
    }
    EXPECT_THAT(letters_of(cast.lena), IsEmpty()) << "neither takes part nor is invited";
    EXPECT_THAT(letters_of(cast.otto), IsEmpty());
    EXPECT_EQ(put("/publication", 1).text("/published_at"), published.text("/published_at")) << "again is no change";

    ASSERT_EQ(door.as(cast.jo).remove(path("/publication")).status, 200);
    EXPECT_THAT(letters_of(cast.ana), IsEmpty());
}

TEST_F(OpeningLetters, stand_in_the_mail_that_invites_and_are_read_by_whoever_is_invited) {
    publish_first();
    auto const invited =
        door.as(cast.jo).post("/api/programmes/" + cast.programme.text() + "/invitations",
                              json::write(InvitationsInput{programme::Side::mentor, {{cast.lena}}, {}}));
    ASSERT_EQ(invited.status, 200) << invited.body;
    follow_up();
    EXPECT_EQ(letters_of(cast.lena).size(), 1U);
    auto const body = [&] {
        auto const mails = door.as(cast.amir).get("/api/mails?kind=invitation");
        EXPECT_EQ(mails.status, 200) << mails.body;
        return mails.as<notice::Mails>().items.at(0).body;
    };
    EXPECT_THAT(body(), HasSubstr("Marta Kowalska writes:\n\nThis is not about replacing anyone.\n\nYou can read"));
    ASSERT_EQ(door.as(cast.jo).remove(path("/publication")).status, 200);
    EXPECT_THAT(body(), Not(HasSubstr("replacing")));
    EXPECT_THAT(body(), HasSubstr("Customers first. You can read and answer it here."));
}

TEST_F(OpeningLetters, need_the_yes_again_when_they_are_written_again_and_show_what_was_agreed_to_till_then) {
    publish_first();
    auto const link = ask(1);
    ASSERT_EQ(write(1, "Other words.").status, 200);
    EXPECT_EQ(put("/publication", 2).code(), "letter_not_agreed");
    EXPECT_EQ(letters_of(cast.ana).at(0).text, "This is not about replacing anyone.");
    EXPECT_EQ(door.nobody().get(link).status, 404) << "nothing has been put to the sponsor";
    auto const again = ask(2);
    EXPECT_EQ(mails_of(cast.marta, "letter_to_agree"), 2);
    EXPECT_EQ(door.nobody().put(again + "/agreement", read(1)).code(), "stale") << "a yes to the earlier words";
    agree_to(again, 2);
    EXPECT_EQ(letters_of(cast.ana).at(0).text, "This is not about replacing anyone.");
    ASSERT_EQ(put("/publication", 2).status, 200);
    EXPECT_EQ(letters_of(cast.ana).at(0).text, "Other words.");
    EXPECT_EQ(write(2, "Other words.").text("/version"), "2") << "the same words are no change";
    EXPECT_EQ(door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT COUNT(*) FROM opening_letter_texts WHERE organisation_id = $1",
                                      cast.organisation);
    }),
              1)
        << "words that are neither written nor published are gone";
}

TEST_F(OpeningLetters, are_one_sponsors_and_go_with_them) {
    publish_first();
    auto const asked = door.as(cast.jo).put("/api/programmes/" + cast.programme.text() + "/sponsor",
                                            R"({"person_id":")" + cast.sofia.text() + "\"}");
    ASSERT_EQ(asked.status, 200) << asked.body;
    EXPECT_THAT(letters_of(cast.ana), IsEmpty());
    EXPECT_EQ(put("/request", 1).code(), "sponsor_not_accepted");
    EXPECT_EQ(put("/publication", 1).code(), "letter_not_agreed");
    auto const link = asked.text("/link");
    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + link.substr(link.rfind('/') + 1),
                       R"({"takes_part":"in_person","answers_within_days":14})")
                  .status,
              200);
    auto const waiting = door.as(cast.sofia).get("/api/my-opening-letters").as<OwnLetters>();
    EXPECT_THAT(waiting.to_agree, IsEmpty()) << "not put to her yet";
    agree_to(ask());
    EXPECT_EQ(mails_of(cast.sofia, "letter_to_agree"), 1);
    ASSERT_EQ(put("/publication", 1).status, 200);
    EXPECT_EQ(letters_of(cast.ana).at(0).sponsor_name, "Sofia Lind");
}

TEST_F(OpeningLetters, wait_on_the_page_of_the_sponsor_who_signs_in) {
    ASSERT_EQ(write(0).status, 200);
    auto const link = ask();
    auto const waiting = door.as(cast.marta).get("/api/my-opening-letters").as<OwnLetters>();
    ASSERT_EQ(waiting.to_agree.size(), 1U);
    EXPECT_TRUE(waiting.to_agree[0].link.ends_with(link.substr(link.rfind('/') + 1)));
    EXPECT_THAT(door.as(cast.ana).get("/api/my-opening-letters").as<OwnLetters>().to_agree, IsEmpty());
    agree_to(link);
    EXPECT_THAT(door.as(cast.marta).get("/api/my-opening-letters").as<OwnLetters>().to_agree, IsEmpty());
}

TEST_F(OpeningLetters, speak_the_readers_language_or_the_programmes) {
    ASSERT_EQ(door.as(cast.jo).put(path(), json::write(LetterInput{0, {{"en", "Hello"}, {"de", "Hallo"}}})).status,
              200);
    agree_to(ask());
    ASSERT_EQ(put("/publication", 1).status, 200);
    auto const speak = [&](std::string const& language) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE people SET language = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
                   cast.ana, language);
        });
        return letters_of(cast.ana).at(0).text;
    };
    EXPECT_EQ(speak("de-AT"), "Hallo");
    EXPECT_EQ(speak("fr"), "Hello");
}

TEST_F(OpeningLetters, refuse_nonsense) {
    EXPECT_EQ(put("/request", 1).status, 404) << "nothing is written";
    EXPECT_EQ(put("/publication", 1).status, 404);
    EXPECT_EQ(door.as(cast.jo).remove(path("/publication")).status, 404);
    EXPECT_EQ(door.as(cast.jo).put(path(), R"({"version":0,"texts":[]})").status, 422);
    EXPECT_EQ(door.as(cast.jo).put(path(), json::write(LetterInput{0, {{"de", "Hallo"}}})).text("/errors/0/code"),
              "own_language");
    EXPECT_EQ(
        door.as(cast.jo).put(path(), json::write(LetterInput{0, {{"en", "a"}, {"en", "b"}}})).text("/errors/0/pointer"),
        "/texts/1/language");
    EXPECT_EQ(write(0, std::string(5001, 'x')).status, 422);
    EXPECT_EQ(write(0, " \n ").text("/errors/0/code"), "too_short");
    EXPECT_EQ(write(7).code(), "stale");
    ASSERT_EQ(write(0).status, 200);
    EXPECT_EQ(door.as(cast.kim).put(path(), json::write(LetterInput{0, {{"en", "What Kim wrote meanwhile"}}})).code(),
              "stale");
    EXPECT_EQ(door.nobody().get("/api/opening-letters/nonsense").status, 404);
    auto const acceptance = door.as(cast.jo).get("/api/programmes/" + cast.programme.text() + "/sponsor").text("/link");
    ask();
    EXPECT_EQ(door.nobody().get("/api/opening-letters/" + acceptance.substr(acceptance.rfind('/') + 1)).status, 404)
        << "the link of the acceptance opens nothing here";
}

TEST_F(OpeningLetters, are_closed_to_others_and_with_the_programme) {
    auto const nobody_else = {cast.ana, cast.sofia, cast.lena, cast.marta, cast.nina, cast.rosa};
    auto const words = json::write(LetterInput{0, {{"en", "Hello"}}});
    expect_closed_to_others(door, cast, {http::Method::get, path()}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, path(), words}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, path("/request"), read(1)}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, path("/publication"), read(1)}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::remove, path("/publication")}, nobody_else);
    publish_first();
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    EXPECT_EQ(write(1, "Later").code(), "programme_closed");
    EXPECT_THAT(letters_of(cast.ana), IsEmpty());
    EXPECT_THAT(door.as(cast.jo).get(path()).as<LetterAnswer>().allowed_actions, IsEmpty());
}

}  // namespace
}  // namespace invitation
