#include <atomic>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "platform/crypto/link.hpp"
#include "platform/crypto/secret.hpp"
#include "support/browser.hpp"

namespace {

using std::chrono::hours;
using std::chrono::minutes;

class PasswordLinkDoor : public testing::Test {
  protected:
    support::SignInHouse house_;
    support::Cast cast_ = support::make_cast(house_.database);
    std::string slug_ = cast_.organisation.text();

    PasswordLinkDoor() {
        for (auto person : {cast_.amir, cast_.jo}) house_.give_password(cast_.organisation, person);
    }

    support::Browser signed_in(std::string_view name) {
        support::Browser browser(house_);
        EXPECT_EQ(browser.sign_in(slug_, name).status, 204);
        return browser;
    }
    static std::string wanted(std::vector<access::PersonId> const& people, std::string_view delivery = "handed") {
        std::string body = R"({"people":[)";
        for (auto const& person : people) body += (person == people.front() ? "\"" : ",\"") + person.text() + "\"";
        return body + R"(],"delivery":")" + std::string(delivery) + "\"}";
    }
    // The path of the API for a link to `person`, made by `maker`.
    std::string link_to(access::PersonId person, std::string_view maker = "amir") {
        auto const reply = signed_in(maker).post("/api/password-links", wanted({person}));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return api_path(reply.text("/items/0/url"));
    }
    static std::string api_path(std::string const& url) { return "/api/activations/" + url.substr(url.rfind('/') + 1); }
    std::vector<std::string> mails_of(access::PersonId person) {
        return house_.database.read([&](db::Tx& tx) {
            return tx.values<std::string>(
                "SELECT kind FROM mails WHERE organisation_id = $1 AND person_id = $2 "
                "ORDER BY queued_at, id",
                cast_.organisation, person);
        });
    }
};

constexpr char const* kNewPassword = R"({"password":"a quiet harbour"})";

TEST_F(PasswordLinkDoor, lets_somebody_in_who_never_had_a_password) {
    auto const path = link_to(cast_.ana);
    support::Browser ana(house_);
    auto const shown = ana.get(path);
    EXPECT_EQ(shown.text("/name"), "Ana Moreira");
    EXPECT_EQ(shown.text("/sign_in_name"), "ana");
    EXPECT_EQ(shown.text("/purpose"), "activation");
    EXPECT_EQ(ana.put(path, kNewPassword).status, 204);
    EXPECT_TRUE(ana.is_signed_in());
    EXPECT_EQ(support::Browser(house_).sign_in(slug_, "ana", "a quiet harbour").status, 204);
}

TEST_F(PasswordLinkDoor, is_not_used_up_by_looking) {
    auto const path = link_to(cast_.ana);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(support::Browser(house_).get(path).status, 200) << "a mail scanner looks";
        EXPECT_EQ(support::Browser(house_).send(http::Method::head, path, "").status, 200);
    }
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).status, 204);
}

TEST_F(PasswordLinkDoor, opens_once) {
    auto const path = link_to(cast_.ana);
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).status, 204);
    EXPECT_EQ(support::Browser(house_).put(path, R"({"password":"another harbour"})").code(), "link_used");
    EXPECT_EQ(support::Browser(house_).get(path).code(), "link_used");
    EXPECT_EQ(support::Browser(house_).sign_in(slug_, "ana", "a quiet harbour").status, 204);
}

TEST_F(PasswordLinkDoor, opens_for_exactly_one_of_fifty_at_once) {
    auto const path = link_to(cast_.ana);
    std::atomic<int> opened{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 50; ++i)
        threads.emplace_back([&, i] {
            support::Browser browser(house_);
            auto const reply = browser.put(path, R"({"password":"quiet harbour )" + std::to_string(i) + R"("})");
            ++(reply.status == 204 ? opened : refused);
            EXPECT_EQ(reply.code(), reply.status == 204 ? "" : "link_used") << reply.body;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(refused, 49);
}

TEST_F(PasswordLinkDoor, is_too_old_after_thirty_days) {
    auto const path = link_to(cast_.ana);
    house_.clock.advance(hours(24 * 30) - minutes(1));
    EXPECT_EQ(support::Browser(house_).get(path).status, 200);
    house_.clock.advance(minutes(1));
    EXPECT_EQ(support::Browser(house_).get(path).code(), "link_expired");
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).code(), "link_expired");
}

TEST_F(PasswordLinkDoor, is_void_once_there_is_a_newer_one) {
    auto const older = link_to(cast_.ana);
    auto const newer = link_to(cast_.ana);
    EXPECT_NE(older, newer);
    EXPECT_EQ(support::Browser(house_).put(older, kNewPassword).code(), "link_replaced");
    EXPECT_EQ(support::Browser(house_).put(newer, kNewPassword).status, 204);
}

TEST_F(PasswordLinkDoor, stays_good_when_it_is_printed_again_and_is_none_for_whoever_has_a_password) {
    house_.give_password(cast_.organisation, cast_.bruno);
    auto jo = signed_in("jo");
    auto const made = jo.post("/api/password-links", wanted({cast_.ana, cast_.bruno, cast_.sofia}, "printed"));
    ASSERT_EQ(made.status, 200) << made.body;
    EXPECT_EQ(made.json().at("items").as_array().size(), 2U) << "Bruno can sign in already";
    auto const again = jo.post("/api/password-links", wanted({cast_.ana}, "printed"));
    EXPECT_EQ(again.text("/items/0/url"), made.text("/items/0/url"));
    EXPECT_EQ(support::Browser(house_).put(api_path(made.text("/items/0/url")), kNewPassword).status, 204);
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.ana}, "printed")).text("/items"), "[]");
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.marta}, "printed")).code(), "may_not_activate");
}

TEST_F(PasswordLinkDoor, is_not_there_for_whoever_makes_one_up) {
    auto path = link_to(cast_.ana);
    path.back() = path.back() == 'A' ? 'B' : 'A';
    EXPECT_EQ(support::Browser(house_).get(path).status, 404);
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).status, 404);
    EXPECT_EQ(support::Browser(house_).get("/api/activations/nonsense").status, 404);
    EXPECT_EQ(support::Browser(house_).get("/api/activations/" + std::string(5000, 'A')).status, 404);
}

TEST_F(PasswordLinkDoor, is_not_there_once_the_person_has_left) {
    auto const path = link_to(cast_.ana);
    house_.database.write([&](db::Tx& tx) {
        tx.run("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast_.organisation,
               cast_.ana);
    });
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).status, 404);
}

TEST_F(PasswordLinkDoor, asks_for_a_good_password_before_it_is_used_up) {
    auto const path = link_to(cast_.ana);
    EXPECT_EQ(support::Browser(house_).put(path, R"({"password":"short"})").text("/errors/0/code"), "too_short");
    EXPECT_EQ(support::Browser(house_).put(path, R"({"password":"moreira99"})").text("/errors/0/code"),
              "context_password");
    EXPECT_EQ(support::Browser(house_).put(path, R"({"password":"password1"})").text("/errors/0/code"),
              "common_password");
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).status, 204);
}

TEST_F(PasswordLinkDoor, is_computed_and_stands_in_no_column) {
    auto const path = link_to(cast_.ana);
    auto const link = crypto::open_link(house_.keys, "password", path.substr(path.rfind('/') + 1));
    ASSERT_TRUE(link);
    crypto::Keys const others{{{1, crypto::random_key()}}, {{1, crypto::random_key()}}};
    auto const forged = crypto::sign_link(others, *link);
    EXPECT_EQ(support::Browser(house_).get("/api/activations/" + forged).status, 404)
        << "the row alone, without the key, opens nothing";
}

TEST_F(PasswordLinkDoor, is_made_by_coordinators_only_for_people_without_password_and_role) {
    auto jo = signed_in("jo");
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.ana, cast_.sofia})).status, 200);
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.marta})).code(), "may_not_activate") << "a sponsor";
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.amir})).code(), "may_not_activate");
    link_to(cast_.marta, "amir");
    auto const listed = jo.get("/api/password-links");
    EXPECT_EQ(listed.json().at("items").as_array().size(), 2U);
    EXPECT_EQ(listed.body.find("Marta"), std::string::npos) << "nor does a coordinator see such a link";
    EXPECT_EQ(signed_in("amir").get("/api/password-links").json().at("items").as_array().size(), 3U);
}

TEST_F(PasswordLinkDoor, is_made_for_all_or_for_nobody) {
    auto jo = signed_in("jo");
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.ana, cast_.amir})).status, 403);
    EXPECT_EQ(jo.post("/api/password-links", wanted({cast_.ana, cast_.otto})).status, 404);
    EXPECT_EQ(jo.get("/api/password-links").text("/items"), "[]");
    EXPECT_EQ(jo.post("/api/password-links", R"({"people":[],"delivery":"handed"})").status, 422);
    EXPECT_EQ(
        jo.post("/api/password-links", R"({"people":["x"],"delivery":"pigeon"})").json().at("errors").as_array().size(),
        2U);
}

TEST_F(PasswordLinkDoor, is_closed_to_others) {
    for (auto person : {cast_.ana, cast_.nina}) house_.give_password(cast_.organisation, person);
    house_.give_password(cast_.elsewhere, cast_.otto);
    support::Browser otto(house_);
    EXPECT_EQ(otto.sign_in(cast_.elsewhere.text(), "otto").status, 204);
    auto const made = signed_in("amir").post("/api/password-links", wanted({cast_.bruno}));
    auto const code = "/api/password-links/" + made.text("/items/0/id") + "/qr-code";
    EXPECT_EQ(signed_in("jo").get(code).content_type, "image/svg+xml");
    EXPECT_EQ(otto.get(code).status, 404);
    EXPECT_EQ(otto.post("/api/password-links", wanted({cast_.bruno})).status, 404);
    EXPECT_EQ(otto.get("/api/password-links").text("/items"), "[]");
    for (auto const* name : {"ana", "nina"}) {
        EXPECT_EQ(signed_in(name).get(code).status, 403);
        EXPECT_EQ(signed_in(name).get("/api/password-links").status, 403);
        EXPECT_EQ(signed_in(name).post("/api/password-links", wanted({cast_.bruno})).status, 403);
    }
    support::Browser nobody(house_);
    EXPECT_EQ(nobody.get(code).status, 401);
    EXPECT_EQ(nobody.get("/api/password-links").status, 401);
    EXPECT_EQ(nobody.post("/api/password-links", wanted({cast_.bruno})).status, 401);
}

TEST_F(PasswordLinkDoor, resets_a_password_and_ends_every_session) {
    house_.give_password(cast_.organisation, cast_.ana);
    auto before = signed_in("ana");
    auto const path = link_to(cast_.ana);
    EXPECT_EQ(support::Browser(house_).get(path).text("/purpose"), "reset");
    EXPECT_TRUE(before.is_signed_in()) << "a link alone changes nothing";
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).status, 204);
    EXPECT_FALSE(before.is_signed_in());
    EXPECT_EQ(mails_of(cast_.ana), std::vector<std::string>{"password_changed"});
}

TEST_F(PasswordLinkDoor, is_mailed_only_to_people_with_an_address) {
    house_.database.write([&](db::Tx& tx) {
        tx.run("UPDATE people SET email = NULL WHERE organisation_id = $1 AND id = $2", cast_.organisation,
               cast_.bruno);
    });
    auto amir = signed_in("amir");
    auto const refused = amir.post("/api/password-links", wanted({cast_.ana, cast_.bruno}, "mailed"));
    EXPECT_EQ(refused.text("/errors/0/pointer"), "/people/1");
    EXPECT_EQ(refused.text("/errors/0/code"), "no_address");
    EXPECT_TRUE(mails_of(cast_.ana).empty());
    EXPECT_EQ(amir.post("/api/password-links", wanted({cast_.ana}, "mailed")).status, 200);
    EXPECT_EQ(mails_of(cast_.ana), std::vector<std::string>{"activation"});
}

class ResetDoor : public PasswordLinkDoor {
  protected:
    ResetDoor() {
        house_.give_password(cast_.organisation, cast_.ana);
        house_.database.write([&](db::Tx& tx) {
            tx.run("UPDATE organisations SET is_demo = TRUE WHERE organisation_id = $1", cast_.organisation);
        });
    }
    support::Reply ask(std::string_view name, std::string address = "192.0.2.1",
                       std::vector<http::Header> headers = {}) {
        support::Browser browser(house_, std::move(address));
        return browser.send(http::Method::post, "/api/password-resets",
                            R"({"sign_in_name":")" + std::string(name) + R"(","organisation":")" + slug_ + R"("})",
                            std::move(headers));
    }
};

TEST_F(ResetDoor, gives_one_answer_for_known_and_unknown) {
    auto const known = ask("ana");
    auto const unknown = ask("nobody.here");
    EXPECT_EQ(known.status, 204);
    EXPECT_EQ(unknown.status, known.status);
    EXPECT_EQ(unknown.body, known.body);
    EXPECT_EQ(unknown.headers.all().size(), known.headers.all().size());
    EXPECT_EQ(mails_of(cast_.ana), std::vector<std::string>{"reset"});
}

TEST_F(ResetDoor, leads_from_the_mail_to_a_new_password) {
    ask("ana@example.org");
    auto const mail = signed_in("amir").get("/api/mails");
    auto const link = mail.text("/items/0/link");
    EXPECT_TRUE(link.starts_with("https://obverse.test/activation/")) << link;
    EXPECT_NE(mail.text("/items/0/body").find(link), std::string::npos);
    EXPECT_EQ(support::Browser(house_).put(api_path(link), kNewPassword).status, 204);
    EXPECT_EQ(support::Browser(house_).sign_in(slug_, "ana", "a quiet harbour").status, 204);
}

TEST_F(ResetDoor, takes_the_address_of_the_house_from_its_settings_alone) {
    ask("ana", "192.0.2.1", {{"Host", "evil.test"}, {"X-Forwarded-Host", "evil.test"}});
    auto const mail = signed_in("amir").get("/api/mails");
    EXPECT_EQ(mail.body.find("evil.test"), std::string::npos);
    EXPECT_TRUE(mail.text("/items/0/link").starts_with("https://obverse.test/"));
}

TEST_F(ResetDoor, is_open_for_an_hour) {
    ask("ana");
    auto const path = api_path(signed_in("amir").get("/api/mails").text("/items/0/link"));
    house_.clock.advance(hours(1));
    EXPECT_EQ(support::Browser(house_).put(path, kNewPassword).code(), "link_expired");
}

TEST_F(ResetDoor, sends_nobody_a_heap_of_mails) {
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(ask(i % 2 == 0 ? "ana" : "ana@example.org", "203.0.113." + std::to_string(i)).status, 204);
    EXPECT_EQ(mails_of(cast_.ana).size(), 3U);
    house_.clock.advance(hours(1));
    ask("ana");
    EXPECT_EQ(mails_of(cast_.ana).size(), 4U);
}

TEST_F(ResetDoor, asks_an_address_that_asks_for_everybody_to_wait) {
    int asked = 0;
    for (int i = 0; i < 100; ++i)
        if (ask("person" + std::to_string(i), "198.51.100.9").status == 204) ++asked;
    EXPECT_EQ(asked, 20);
}

TEST_F(ResetDoor, leaves_a_printed_letter_good) {
    auto const letter = link_to(cast_.bruno);
    ask("bruno", "198.51.100.10");
    EXPECT_EQ(mails_of(cast_.bruno), std::vector<std::string>{"activation"});
    EXPECT_EQ(support::Browser(house_).put(letter, kNewPassword).status, 204);
}

TEST_F(ResetDoor, shows_its_link_to_no_administrator_outside_a_demo) {
    ask("ana");
    house_.database.write([&](db::Tx& tx) {
        tx.run("UPDATE organisations SET is_demo = FALSE WHERE organisation_id = $1", cast_.organisation);
    });
    auto const mail = signed_in("amir").get("/api/mails");
    EXPECT_EQ(mail.text("/items/0/kind"), "reset");
    EXPECT_EQ(mail.text("/items/0/link"), "null");
    EXPECT_EQ(mail.body.find("/activation/"), std::string::npos);
}

}  // namespace
