#include <set>

#include <gtest/gtest.h>

#include "person/person_store.hpp"
#include "platform/crypto/secret.hpp"
#include "signin/session_shapes.hpp"
#include "support/browser.hpp"

namespace {

using std::chrono::hours;
using std::chrono::minutes;

class SessionDoor : public testing::Test {
  protected:
    support::SignInHouse house_;
    support::Cast cast_ = support::make_cast(house_.database);
    std::string slug_ = cast_.organisation.text();

    SessionDoor() { house_.give_password(cast_.organisation, cast_.ana); }

    support::Browser signed_in(std::string_view name = "ana") {
        support::Browser browser(house_);
        EXPECT_EQ(browser.sign_in(slug_, name).status, 204);
        return browser;
    }
    void execute(std::string_view sql, access::PersonId person) {
        house_.database.write([&](db::Tx& tx) { tx.run(sql, cast_.organisation, person); });
    }
    std::int64_t count(std::string_view table) {
        return house_.database
            .read([&](db::Tx& tx) {
                return tx.value<std::int64_t>(
                    "SELECT COUNT(*) FROM " + std::string(table) + " WHERE organisation_id = $1", cast_.organisation);
            })
            .value();
    }
};

TEST_F(SessionDoor, opens_to_the_right_password) {
    support::Browser browser(house_);
    auto const reply = browser.sign_in(slug_, "ana");
    EXPECT_EQ(reply.status, 204) << reply.body;
    EXPECT_EQ(reply.headers.count("Set-Cookie"), 2U);
    auto const session = browser.get("/api/session");
    EXPECT_EQ(session.status, 200);
    EXPECT_EQ(session.text("/person/name"), "Ana Moreira");
    EXPECT_EQ(session.text("/organisation/name"), "Nordlys");
    EXPECT_EQ(session.text("/language"), "en");
    EXPECT_EQ(session.text("/time_zone"), "Europe/London");
    EXPECT_EQ(session.text("/roles"), "[]");
}

TEST_F(SessionDoor, tells_what_day_it_is_in_the_house_and_not_on_the_wall) {
    auto browser = signed_in();
    house_.clock.set_travelled(hours(24 * 7));
    auto const session = browser.get("/api/session");
    EXPECT_EQ(session.as<signin::MySession>().now, house_.clock.wall() + hours(24 * 7)) << session.body;
}

TEST_F(SessionDoor, opens_to_the_address_and_to_any_spelling_of_the_name) {
    for (auto const* name : {"ana@example.org", "ANA", " Ana ", "Ana@Example.ORG"}) {
        support::Browser browser(house_);
        EXPECT_EQ(browser.sign_in(slug_, name).status, 204) << name;
    }
}

TEST_F(SessionDoor, tells_the_roles_of_whoever_is_in) {
    house_.give_password(cast_.organisation, cast_.jo);
    auto browser = signed_in("jo");
    EXPECT_EQ(browser.get("/api/session").text("/roles/0/role"), "coordinator");
    EXPECT_EQ(browser.get("/api/session").text("/roles/0/programme_id"), cast_.programme.text());
}

TEST_F(SessionDoor, gives_one_answer_for_everything_that_is_wrong) {
    execute("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast_.david);
    house_.give_password(cast_.organisation, cast_.david);
    struct Wrong {
        std::string slug, name;
        std::string_view password;
    };
    std::vector<Wrong> const all{{slug_, "ana", "wrong password"},
                                 {slug_, "nobody.here", support::kTestPassword},
                                 {slug_, "bruno", support::kTestPassword},
                                 {slug_, "david", support::kTestPassword},
                                 {cast_.elsewhere.text(), "ana", support::kTestPassword},
                                 {"no-such-house", "ana", support::kTestPassword},
                                 {slug_, "ana", ""},
                                 {slug_, "' OR 1=1 --", "x"}};
    std::set<std::string> answers;
    std::set<std::size_t> headers;
    for (auto const& wrong : all) {
        support::Browser browser(house_, "198.51.100.7");
        auto const reply = browser.sign_in(wrong.slug, wrong.name, wrong.password);
        EXPECT_EQ(reply.status, 401) << wrong.name;
        answers.insert(reply.body);
        headers.insert(reply.headers.all().size());
    }
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(headers.size(), 1U);
}

TEST_F(SessionDoor, works_as_hard_for_people_who_do_not_exist) {
    auto const before = house_.hashing.dummy_runs();
    support::Browser(house_).sign_in(slug_, "nobody.here");
    support::Browser(house_).sign_in(slug_, "bruno");
    support::Browser(house_).sign_in("no-such-house", "ana");
    EXPECT_EQ(house_.hashing.dummy_runs() - before, 3U);
}

TEST_F(SessionDoor, never_keeps_a_session_that_a_browser_brought_along) {
    support::Browser browser(house_);
    auto const planted = signed_in("ana").cookie("__Host-session");
    browser.set_cookie("__Host-session", planted);
    EXPECT_EQ(browser.sign_in(slug_, "ana").status, 204);
    EXPECT_NE(browser.cookie("__Host-session"), planted);
    support::Browser attacker(house_);
    attacker.set_cookie("__Host-session", planted);
    EXPECT_FALSE(attacker.is_signed_in());
}

TEST_F(SessionDoor, keeps_no_secret_that_opens_it) {
    auto browser = signed_in();
    auto const secret = browser.cookie("__Host-session").substr(23);
    auto const digest = crypto::sha256(secret);
    auto const kept = house_.database.read([&](db::Tx& tx) {
        return tx.value<meta::Bytes>("SELECT secret_digest FROM sessions WHERE organisation_id = $1",
                                     cast_.organisation);
    });
    EXPECT_EQ(kept->octets, std::vector<std::uint8_t>(digest.begin(), digest.end()));
    support::Browser thief(house_);
    thief.set_cookie("__Host-session",
                     crypto::to_base64url(cast_.organisation.bytes) + "." + crypto::to_base64url(kept->octets));
    EXPECT_FALSE(thief.is_signed_in());
}

TEST_F(SessionDoor, closes_after_a_week_without_use) {
    auto browser = signed_in();
    for (int i = 0; i < 4; ++i) {
        house_.clock.advance(hours(24 * 6));
        EXPECT_TRUE(browser.is_signed_in()) << i;
    }
    house_.clock.advance(hours(24 * 7));
    EXPECT_FALSE(browser.is_signed_in());
}

TEST_F(SessionDoor, closes_after_thirty_days_however_it_is_used) {
    auto browser = signed_in();
    for (int i = 0; i < 29; ++i) {
        house_.clock.advance(hours(24));
        ASSERT_TRUE(browser.is_signed_in()) << i;
    }
    house_.clock.advance(hours(24));
    EXPECT_FALSE(browser.is_signed_in());
}

TEST_F(SessionDoor, stays_open_while_the_demo_travels) {
    auto browser = signed_in();
    house_.clock.set_travelled(hours(24 * 365));
    EXPECT_TRUE(browser.is_signed_in());
}

TEST_F(SessionDoor, closes_behind_whoever_signs_out) {
    auto browser = signed_in();
    auto const cookie = browser.cookie("__Host-session");
    EXPECT_EQ(browser.remove("/api/session").status, 204);
    EXPECT_EQ(browser.cookie("__Host-session"), "");
    browser.set_cookie("__Host-session", cookie);
    EXPECT_FALSE(browser.is_signed_in());
    EXPECT_EQ(browser.remove("/api/session").status, 204) << "also for whoever is out already";
}

TEST_F(SessionDoor, closes_at_the_next_request_for_whoever_is_cut_off) {
    auto browser = signed_in();
    house_.database.write([&](db::Tx& tx) { person::store::raise_epoch(tx, cast_.organisation, cast_.ana); });
    EXPECT_EQ(browser.get("/api/session").status, 401);
    EXPECT_EQ(browser.put("/api/notices/reading").status, 401);
}

TEST_F(SessionDoor, closes_for_whoever_has_left) {
    auto browser = signed_in();
    execute("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast_.ana);
    EXPECT_EQ(browser.get("/api/session").status, 401);
}

TEST_F(SessionDoor, lists_my_browsers_and_ends_one) {
    auto here = signed_in();
    auto there = signed_in();
    auto const sessions = here.get("/api/sessions");
    EXPECT_EQ(sessions.json().at("items").as_array().size(), 2U);
    EXPECT_EQ(sessions.text("/items/0/browser"), "Firefox, Linux");
    auto const other = sessions.text("/items/0/is_this_one") == "true" ? "/items/1/id" : "/items/0/id";
    EXPECT_EQ(here.remove("/api/sessions/" + sessions.text(other)).status, 204);
    EXPECT_TRUE(here.is_signed_in());
    EXPECT_FALSE(there.is_signed_in());
}

TEST_F(SessionDoor, ends_nobody_elses_session) {
    house_.give_password(cast_.organisation, cast_.bruno);
    house_.give_password(cast_.elsewhere, cast_.otto);
    auto ana = signed_in();
    auto const id = ana.get("/api/sessions").text("/items/0/id");
    auto bruno = signed_in("bruno");
    support::Browser otto(house_);
    EXPECT_EQ(otto.sign_in(cast_.elsewhere.text(), "otto").status, 204);
    EXPECT_EQ(bruno.remove("/api/sessions/" + id).status, 404);
    EXPECT_EQ(otto.remove("/api/sessions/" + id).status, 404);
    EXPECT_EQ(otto.remove("/api/sessions/nonsense").status, 404);
    EXPECT_EQ(support::Browser(house_).remove("/api/sessions/" + id).status, 401);
    EXPECT_TRUE(ana.is_signed_in());
}

TEST_F(SessionDoor, signs_out_everywhere_at_once) {
    auto here = signed_in();
    auto there = signed_in();
    EXPECT_EQ(here.remove("/api/sessions").status, 204);
    EXPECT_FALSE(here.is_signed_in());
    EXPECT_FALSE(there.is_signed_in());
    EXPECT_EQ(count("sessions"), 0);
}

TEST_F(SessionDoor, changes_a_password_and_signs_the_others_out) {
    auto here = signed_in();
    auto there = signed_in();
    auto const before = here.cookie("__Host-session");
    auto const change = [&](std::string_view current, std::string_view wanted) {
        return here.put("/api/password", R"({"current_password":")" + std::string(current) + R"(","new_password":")" +
                                             std::string(wanted) + R"("})");
    };
    EXPECT_EQ(change("wrong password", "a quiet harbour").text("/errors/0/code"), "wrong_password");
    EXPECT_EQ(change(support::kTestPassword, "short").text("/errors/0/pointer"), "/new_password");
    EXPECT_EQ(change(support::kTestPassword, "nordlys2026").text("/errors/0/code"), "context_password");
    EXPECT_EQ(change(support::kTestPassword, "a quiet harbour").status, 204);
    EXPECT_NE(here.cookie("__Host-session"), before);
    EXPECT_TRUE(here.is_signed_in());
    EXPECT_FALSE(there.is_signed_in());
    EXPECT_EQ(support::Browser(house_).sign_in(slug_, "ana").status, 401);
    EXPECT_EQ(support::Browser(house_).sign_in(slug_, "ana", "a quiet harbour").status, 204);
    EXPECT_EQ(here.get("/api/notices").text("/items/0/kind"), "password_changed");
    EXPECT_EQ(support::Browser(house_).put("/api/password", R"({"current_password":"x","new_password":"y"})").status,
              401);
}

TEST_F(SessionDoor, hashes_again_when_the_cost_has_risen) {
    support::SignInHouse dearer(house_.database, {2, 8192});
    EXPECT_EQ(support::Browser(dearer).sign_in(slug_, "ana").status, 204);
    auto const hash = house_.database.read([&](db::Tx& tx) {
        return tx.value<std::string>("SELECT hash FROM passwords WHERE organisation_id = $1 AND person_id = $2",
                                     cast_.organisation, cast_.ana);
    });
    EXPECT_NE(hash->find("t=2"), std::string::npos) << *hash;
    EXPECT_EQ(support::Browser(dearer).sign_in(slug_, "ana").status, 204);
}

TEST_F(SessionDoor, lets_nobody_guess_a_thousand_times_from_one_address) {
    support::Browser guesser(house_, "198.51.100.7");
    int looked_at = 0;
    for (int i = 0; i < 1000; ++i) {
        house_.clock.advance(std::chrono::seconds(1));
        auto const reply =
            guesser.send(http::Method::post, "/api/session",
                         R"({"organisation":")" + slug_ + R"(","sign_in_name":"ana","password":"guess )" +
                             std::to_string(i) + R"("})",
                         {{"X-Forwarded-For", "203.0.113." + std::to_string(i % 250)}});
        if (reply.status == 401)
            ++looked_at;
        else
            ASSERT_EQ(reply.status, 429);
    }
    EXPECT_LT(looked_at, 12) << "in a thousand seconds";
}

TEST_F(SessionDoor, lets_nobody_guess_one_account_from_a_thousand_addresses) {
    int looked_at = 0;
    for (int i = 0; i < 300; ++i) {
        support::Browser guesser(house_, "203.0." + std::to_string(i / 250) + "." + std::to_string(i % 250));
        if (guesser.sign_in(slug_, "ana", "guess").status == 401) ++looked_at;
    }
    EXPECT_EQ(looked_at, 5);
    EXPECT_EQ(count("events"), 1) << "the organisation hears of it once";
}

TEST_F(SessionDoor, counts_a_name_and_its_address_as_one_account) {
    support::Browser guesser(house_, "198.51.100.7");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(guesser.sign_in(slug_, "ana", "guess").status, 401);
    EXPECT_EQ(guesser.sign_in(slug_, "ana@example.org", "guess").status, 429);
}

TEST_F(SessionDoor, lets_nobody_try_one_password_over_all_accounts) {
    support::Browser guesser(house_, "198.51.100.8");
    int looked_at = 0;
    for (int i = 0; i < 300; ++i)
        if (guesser.sign_in(slug_, "person" + std::to_string(i), "Summer2026!").status == 401) ++looked_at;
    EXPECT_EQ(looked_at, 50);
}

TEST_F(SessionDoor, says_when_to_try_again) {
    support::Browser guesser(house_, "198.51.100.7");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(guesser.sign_in(slug_, "ana", "guess").status, 401);
    auto const reply = guesser.sign_in(slug_, "ana");
    EXPECT_EQ(reply.status, 429);
    EXPECT_EQ(reply.code(), "too_many_attempts");
    EXPECT_EQ(reply.headers.find("Retry-After"), "30");
    house_.clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(guesser.sign_in(slug_, "ana").status, 204);
}

TEST_F(SessionDoor, does_not_lock_the_rightful_person_out) {
    auto ana = signed_in();
    support::Browser guesser(house_, "198.51.100.7");
    for (int i = 0; i < 100; ++i) guesser.sign_in(slug_, "ana", "guess");
    EXPECT_TRUE(ana.is_signed_in()) << "a session is not touched";
    ana.remove("/api/session");
    EXPECT_EQ(ana.sign_in(slug_, "ana").status, 204) << "nor is a browser that was in before";
    EXPECT_EQ(guesser.sign_in(slug_, "ana").status, 429);
}

TEST_F(SessionDoor, tells_the_same_of_an_account_that_does_not_exist_when_it_is_guessed_at) {
    support::Browser guesser(house_, "198.51.100.7");
    for (int i = 0; i < 5; ++i) guesser.sign_in(slug_, "nobody.here", "guess");
    EXPECT_EQ(guesser.sign_in(slug_, "nobody.here", "guess").status, 429);
}

TEST_F(SessionDoor, refuses_other_sites) {
    auto const body = R"({"organisation":")" + slug_ + R"(","sign_in_name":"ana","password":")" +
                      std::string(support::kTestPassword) + R"("})";
    auto const attempt = [&](std::vector<http::Header> headers) {
        support::Browser browser(house_);
        return browser.send(http::Method::post, "/api/session", body, std::move(headers)).status;
    };
    EXPECT_EQ(attempt({{"Origin", "https://evil.test"}}), 403);
    EXPECT_EQ(attempt({{"Origin", "null"}}), 403);
    EXPECT_EQ(attempt({{"Origin", "https://obverse.test:8443"}}), 403);
    EXPECT_EQ(attempt({{"Origin", ""}}), 403);
    EXPECT_EQ(attempt({{"Sec-Fetch-Site", "cross-site"}}), 403);
    EXPECT_EQ(attempt({{"Content-Type", "text/plain"}}), 415);
    EXPECT_EQ(attempt({{"Content-Type", "application/x-www-form-urlencoded"}}), 415);
    EXPECT_EQ(attempt({{"Content-Type", "multipart/form-data; boundary=x"}}), 415);
    auto ana = signed_in();
    EXPECT_EQ(ana.send(http::Method::remove, "/api/session", "", {{"Origin", "https://evil.test"}}).status, 403);
    EXPECT_TRUE(ana.is_signed_in());
}

TEST_F(SessionDoor, refuses_unknown_and_read_only_fields) {
    support::Browser browser(house_);
    EXPECT_EQ(browser.post("/api/session", R"({"sign_in_name":"ana","password":"x","role":"administrator"})")
                  .text("/errors/0/code"),
              "unknown");
    EXPECT_EQ(browser.post("/api/session", R"({"sign_in_name":"ana"})").text("/errors/0/pointer"), "/password");
    EXPECT_EQ(browser.post("/api/session", "[]").status, 422);
    EXPECT_EQ(browser.post("/api/session", "{").status, 400);
}

TEST_F(SessionDoor, records_who_changed_a_password_but_not_who_was_here) {
    auto ana = signed_in();
    ana.remove("/api/session");
    EXPECT_EQ(count("events"), 0);
    auto again = signed_in();
    again.remove("/api/sessions");
    EXPECT_EQ(count("events"), 1);
}

}  // namespace
