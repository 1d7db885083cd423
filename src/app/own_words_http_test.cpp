// A programme's own words in every answer to those who take part, by whoever reads (R03, rules G2), from its list to
// the mails: one walk for each reader.
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invitation/invitation_shapes.hpp"
#include "notice/notice_shapes.hpp"
#include "programme/called.hpp"
#include "programme/programme_shapes.hpp"
#include "support/door.hpp"

namespace app {
namespace {

using programme::Called;
using programme::RoleWords;
using programme::Words;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

RoleWords label(std::string const& word) {
    return {word + " one", word + " many", word};
}

Words compass() {
    return {"en", "Compass", "To find the way together", label("Partner A"), label("Partner B")};
}
Words kompass() {
    return {"de", "Kompass", std::nullopt, label("Seite A"), std::nullopt};
}

class OwnWords : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
    std::string programme_ = "/api/programmes/" + cast_.programme.text();

    void SetUp() override {
        door_.database().write([&](db::Tx& tx) {
            tx.run("UPDATE organisations SET is_demo = $2 WHERE organisation_id = $1", cast_.organisation, true);
            tx.run("UPDATE people SET email = sign_in_name || '@nordlys.example' WHERE organisation_id = $1",
                   cast_.organisation);
        });
        support::make_ready_to_invite(door_, cast_);
    }
    void call_it(std::vector<Words> words) {
        auto const page = door_.as(cast_.jo).get(programme_ + "/set-up").as<programme::SetUp>();
        programme::SetUpInput const input{page.version,     page.settings,    page.aims,
                                          std::move(words), page.eligibility, page.opened_tops};
        auto const saved = door_.as(cast_.jo).put(programme_ + "/set-up", json::write(input));
        ASSERT_EQ(saved.status, 200) << saved.body;
    }
    void reads(access::PersonId person, std::string const& language) {
        door_.database().write([&](db::Tx& tx) {
            tx.run("UPDATE people SET language = $3 WHERE organisation_id = $1 AND id = $2", cast_.organisation, person,
                   language);
        });
    }
    void put(access::PersonId who, std::string const& path, std::string body = "") {
        auto const reply = door_.as(who).put(path, std::move(body));
        ASSERT_TRUE(reply.status == 200 || reply.status == 204) << path << ": " << reply.body;
    }
    void follow_up() {
        door_.house().round();
        door_.house().drain();
    }
    void travel(int days) {
        for (int day = 0; day < days; ++day) {
            door_.clock().advance(std::chrono::hours(24));
            follow_up();
        }
    }
    // Ana and Sofia get to know each other; Lena is invited, and written to again.
    void let_it_run() {
        put(cast_.jo, programme_ + "/locks/" + cast_.ana.text() + "/" + cast_.sofia.text());
        auto const run = door_.as(cast_.jo).post("/api/match-runs",
                                                 R"({"seed":1,"programme_id":")" + cast_.programme.text() + "\"}");
        follow_up();
        put(cast_.jo, "/api/match-runs/" + run.text("/id") + "/publication");
        put(cast_.jo, programme_ + "/open-call", R"({"limited_by":"code","code":"harbour","closes_on":"2026-12-24"})");
        auto const invited = json::write(invitation::InvitationsInput{programme::Side::mentor, {{cast_.lena}}, {}});
        ASSERT_EQ(door_.as(cast_.jo).post(programme_ + "/invitations", invited).status, 200);
        follow_up();
        door_.clock().advance(std::chrono::hours(1));
        ASSERT_EQ(door_.as(cast_.jo).post(programme_ + "/invitation-reminders").status, 200);
        follow_up();
    }
    void bring_two_together() {
        for (auto who : {cast_.ana, cast_.sofia}) {
            auto const id = door_.as(who).get("/api/suggestions").text("/items/0/id");
            put(who, "/api/suggestions/" + id + "/answer",
                R"({"answer":"happy_to_meet","decides_nothing_confirmed":true})");
        }
        travel(8);
    }
    static std::string last_part(std::string const& link) { return link.substr(link.rfind('/') + 1); }
    support::Reply by_link(std::string const& path, std::string const& languages) {
        return door_.nobody().send(http::Method::get, path, "", {{"Accept-Language", languages}});
    }
    Called called(support::Reply const& reply, std::string const& at) {
        EXPECT_EQ(reply.status, 200) << reply.body;
        auto const text = [&](std::string const& name) { return reply.text(at + "/programme/" + name); };
        auto const word = [&](std::string const& name) {
            return text(name) == "null" ? std::nullopt : std::optional(text(name));
        };
        return {text("name"), word("purpose"), word("mentor"), word("mentee")};
    }
    void expect_called(support::Reply const& reply, std::string const& at, Called const& wanted) {
        EXPECT_EQ(json::write(called(reply, at)), json::write(wanted));
    }
    std::vector<notice::MailAnswer> mails_to(access::PersonId person) {
        auto mails = door_.as(cast_.amir).get("/api/mails?limit=100").as<notice::Mails>().items;
        std::erase_if(mails, [&](notice::MailAnswer const& mail) { return mail.person_id != person; });
        return mails;
    }
    void expect_every_answer(Called const& wanted) {
        expect_called(door_.as(cast_.ana).get(programme_), "", wanted);
        EXPECT_EQ(door_.as(cast_.ana).get("/api/programmes").text("/items/0/name"), wanted.name);
        expect_called(door_.as(cast_.ana).get("/api/my-enrolments"), "/items/0", wanted);
        expect_called(door_.as(cast_.ana).get("/api/suggestions"), "/items/0", wanted);
        expect_called(door_.as(cast_.lena).get("/api/my-invitations"), "/items/0", wanted);
        expect_called(door_.as(cast_.marta).get("/api/my-sponsorships"), "/items/0", wanted);
    }
};

Called const kEnglish{"Compass", "To find the way together", "Partner A", "Partner B"};
// What German has no word for is said in the programme's own language.
Called const kGerman{"Kompass", "To find the way together", "Seite A", "Partner B"};

TEST_F(OwnWords, stand_in_every_answer_in_the_readers_language) {
    call_it({compass(), kompass()});
    let_it_run();
    expect_every_answer(kEnglish);
    for (auto who : {cast_.ana, cast_.lena, cast_.marta}) reads(who, "de");
    expect_every_answer(kGerman);
    for (auto who : {cast_.ana, cast_.lena, cast_.marta}) reads(who, "de-AT");
    expect_every_answer(kGerman);
    for (auto who : {cast_.ana, cast_.lena, cast_.marta}) reads(who, "fr");
    expect_every_answer(kEnglish);
}

TEST_F(OwnWords, stand_with_the_pair_too) {
    call_it({compass(), kompass()});
    let_it_run();
    bring_two_together();
    reads(cast_.sofia, "de");
    expect_called(door_.as(cast_.ana).get("/api/pairings"), "/items/0", kEnglish);
    expect_called(door_.as(cast_.sofia).get("/api/pairings"), "/items/0", kGerman);
}

TEST_F(OwnWords, are_nothing_where_there_are_none) {
    let_it_run();
    auto const settings = door_.as(cast_.jo).get(programme_ + "/set-up").as<programme::SetUp>().settings;
    expect_every_answer({settings.name, settings.purpose});
}

TEST_F(OwnWords, in_one_language_alone_are_for_those_who_read_it) {
    call_it({kompass()});
    let_it_run();
    auto const settings = door_.as(cast_.jo).get(programme_ + "/set-up").as<programme::SetUp>().settings;
    expect_every_answer({settings.name, settings.purpose});
    for (auto who : {cast_.ana, cast_.lena, cast_.marta}) reads(who, "de");
    expect_every_answer({"Kompass", settings.purpose, "Seite A"});
}

TEST_F(OwnWords, greet_whoever_comes_by_a_link_in_the_language_of_the_browser) {
    call_it({compass(), kompass()});
    let_it_run();
    auto const call =
        "/api/programme-calls/" + last_part(door_.as(cast_.jo).get(programme_ + "/open-call").text("/link"));
    auto const asked = door_.as(cast_.jo).put(programme_ + "/sponsor", R"({"name":"Ida Holm"})");
    auto const acceptance = "/api/sponsor-acceptances/" + last_part(asked.text("/link"));
    for (auto const& page : {call, acceptance}) {
        expect_called(by_link(page, "de-AT, en;q=0.7"), "", kGerman);
        expect_called(by_link(page, "fr"), "", kEnglish);
        expect_called(by_link(page, "'; DROP TABLE people; --"), "", kEnglish);
        expect_called(door_.nobody().get(page), "", kEnglish);
    }
    reads(cast_.marta, "de");
    expect_called(door_.as(cast_.marta).get(call), "", kGerman);
}

TEST_F(OwnWords, name_the_programme_in_every_mail_about_it_as_its_recipient_reads) {
    call_it({compass(), kompass()});
    reads(cast_.ana, "de");
    reads(cast_.lena, "de");
    let_it_run();
    bring_two_together();
    auto const to_lena = mails_to(cast_.lena);
    ASSERT_EQ(to_lena.size(), 2U) << "invited, and written to again";
    for (auto const& mail : to_lena) EXPECT_THAT(mail.subject, HasSubstr("Nordlys: Kompass"));
    for (auto const& mail : mails_to(cast_.ana)) {
        EXPECT_THAT(mail.body, HasSubstr(": Kompass\n\n")) << mail.kind;
        EXPECT_THAT(mail.subject, Not(HasSubstr("Kompass"))) << mail.kind;
    }
    auto const to_sofia = mails_to(cast_.sofia);
    ASSERT_FALSE(to_sofia.empty());
    for (auto const& mail : to_sofia) EXPECT_THAT(mail.body, HasSubstr(": Compass\n\n")) << mail.kind;
    for (auto const& mail : mails_to(cast_.marta)) EXPECT_THAT(mail.body, HasSubstr("Nordlys: Compass."));
    for (auto const& mail : door_.as(cast_.amir).get("/api/mails?limit=100").as<notice::Mails>().items)
        EXPECT_THAT(mail.subject + mail.body, AllOf(Not(HasSubstr("Partner ")), Not(HasSubstr("Seite "))));
}

TEST_F(OwnWords, find_and_sort_programmes_by_the_name_that_is_read) {
    call_it({compass(), kompass()});
    auto const found = [&](access::PersonId who, std::string const& part) {
        return door_.as(who).get("/api/programmes?search=" + part).as<programme::ProgrammeList>().items.size();
    };
    EXPECT_EQ(found(cast_.ana, "compa"), 1U);
    EXPECT_EQ(found(cast_.ana, "kompa"), 0U);
    reads(cast_.ana, "de");
    EXPECT_EQ(found(cast_.ana, "kompa"), 1U);
    EXPECT_EQ(door_.as(cast_.marta).get("/api/my-sponsorships?search=compass").text("/items/0/programme/name"),
              "Compass");
}

TEST_F(OwnWords, are_refused_too_long_empty_or_with_what_cannot_be_printed) {
    auto const page = door_.as(cast_.jo).get(programme_ + "/set-up").as<programme::SetUp>();
    auto const refused = [&](Words const& words) {
        programme::SetUpInput const input{page.version, page.settings,    page.aims,
                                          {words},      page.eligibility, page.opened_tops};
        auto const reply = door_.as(cast_.jo).put(programme_ + "/set-up", json::write(input));
        EXPECT_EQ(reply.status, 422) << reply.body;
        return reply.text("/errors/0/pointer") + " " + reply.text("/errors/0/code");
    };
    auto words = compass();
    words.name = std::string(121, 'x');
    EXPECT_EQ(refused(words), "/words/0/name too_long");
    words = compass();
    words.mentee->plural = std::string(61, 'x');
    EXPECT_EQ(refused(words), "/words/0/mentee/plural too_long");
    words = compass();
    words.mentor->neutral = " ";
    EXPECT_EQ(refused(words), "/words/0/mentor/neutral too_short");
    words = compass();
    words.name = "Com\apass";
    EXPECT_EQ(refused(words), "/words/0/name format");
    expect_called(door_.as(cast_.ana).get(programme_), "", {page.settings.name, page.settings.purpose});
}

TEST_F(OwnWords, are_read_by_nobody_of_another_organisation) {
    call_it({compass(), kompass()});
    for (auto const& path : {programme_, programme_ + "/set-up"})
        EXPECT_EQ(door_.as(cast_.otto).get(path).status, 404) << path;
    for (auto const* path : {"/api/programmes", "/api/my-enrolments", "/api/my-invitations", "/api/suggestions",
                             "/api/pairings", "/api/my-sponsorships", "/api/mails"})
        EXPECT_THAT(door_.as(cast_.otto).get(path).body, AllOf(Not(HasSubstr("Compass")), Not(HasSubstr("Kompass"))))
            << path;
}

}  // namespace
}  // namespace app
