#include <thread>

#include <gtest/gtest.h>

#include "access/door.hpp"
#include "access/guesses.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"

namespace {

// A room of its own, with one table of the house: installation_facts.
struct Pebble {
    std::string name;
    std::int32_t weight = 0;
};
BOOST_DESCRIBE_STRUCT(Pebble, (), (name, weight))

struct PebbleQuery {
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(PebbleQuery, (), (name))

std::string unique_name(access::Visit const& visit) {
    return "pebble " + visit.viewer.organisation.text();
}

base::Result<Pebble> count_pebbles(access::Call& call, PebbleQuery const& query) {
    auto const found = call.tx.value<std::string>("SELECT value FROM installation_facts WHERE name = $1",
                                                  query.name.value_or(unique_name(call)));
    return Pebble{unique_name(call), found ? std::stoi(*found) : 0};
}

void count_one_more(db::Tx& tx, std::string const& name) {
    tx.run(R"(INSERT INTO installation_facts (name, value) VALUES ($1, '1') ON CONFLICT (name)
              DO UPDATE SET value = CAST(CAST(installation_facts.value AS INTEGER) + 1 AS TEXT))",
           name);
}

base::Result<Pebble> add_pebble(access::Call& call, Pebble const& pebble) {
    count_one_more(call.tx, unique_name(call));
    if (pebble.weight > 100) return base::conflict("too_heavy", "nobody can lift this");
    return pebble;
}

base::Result<Pebble> empty_sack(access::Visit& visit, Pebble const& pebble) {
    return visit.tools.database.write([&](db::Tx& tx) -> base::Result<Pebble> {
        count_one_more(tx, unique_name(visit));
        return pebble;
    });
}

base::Result<access::Nothing> drop_pebble(access::Visit& visit) {
    return visit.tools.database.write([&](db::Tx& tx) -> base::Result<access::Nothing> {
        tx.run("DELETE FROM installation_facts WHERE name = $1", unique_name(visit));
        return access::Nothing{};
    });
}

base::Result<access::Nothing> open_chest(access::Call& call) {
    if (call.parameter("code") != "sesame") return base::not_found("chest");
    return access::Nothing{};
}

constexpr auto kOnePebble = R"({"name":"a","weight":1})";

struct TheDoor : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    access::Routes routes;
    http::Router router;

    TheDoor() {
        routes.get("/pebbles", access::May::signed_in, count_pebbles, "Count");
        routes.post("/pebbles", access::May::administrator, add_pebble, "Add").creates();
        routes.post("/sacks", access::May::administrator, empty_sack, "Add a sack").creates();
        routes.remove("/pebbles/{id}", access::May::administrator, drop_pebble, "Drop");
        routes.get("/chests/{code}", access::May::anyone, open_chest, "Open");
        for (auto& route : access::open_door(routes, door.tools(), identify)) router.add(std::move(route));
    }

    static access::Viewer identify(db::Tx& tx, http::Request const& request, access::Tools const&) {
        auto const person = access::PersonId::parse(request.header("X-Who").value_or(""));
        if (!person) return access::nobody();
        auto const organisation =
            tx.value<access::OrganisationId>("SELECT organisation_id FROM people WHERE id = $1", *person);
        return support::viewer_of(tx, *organisation, *person);
    }

    http::Response send(std::optional<access::PersonId> who, http::Method method, std::string body = "",
                        std::string key = "") {
        http::Request request;
        request.method = method;
        request.path = method == http::Method::remove ? "/api/pebbles/x" : "/api/pebbles";
        request.body = std::move(body);
        request.headers.add("Origin", door.tools().public_url);
        if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
        if (!key.empty()) request.headers.add("Idempotency-Key", key);
        if (who) request.headers.add("X-Who", who->text());
        auto match = router.match(request.method, request.path);
        request.parameters = match.parameters;
        return http::answer(match, request);
    }
    http::Response drop_off(std::string const& key) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/sacks";
        request.body = kOnePebble;
        request.headers.add("Origin", door.tools().public_url);
        request.headers.add("Content-Type", "application/json");
        request.headers.add("Idempotency-Key", key);
        request.headers.add("X-Who", cast.amir.text());
        auto match = router.match(request.method, request.path);
        return http::answer(match, request);
    }
    int guess(std::string const& code, std::string const& address) {
        http::Request request;
        request.path = "/api/chests/" + code;
        request.client_address = address;
        auto match = router.match(http::Method::get, request.path);
        request.parameters = match.parameters;
        return http::answer(match, request).status;
    }
    std::int32_t pebbles() { return json::read<Pebble>(send(cast.amir, http::Method::get).body).value().weight; }
};

TEST_F(TheDoor, lets_in_whoever_may_and_nobody_else) {
    EXPECT_EQ(send(std::nullopt, http::Method::get).status, 401);
    EXPECT_EQ(send(cast.ana, http::Method::get).status, 200);
    EXPECT_EQ(send(cast.ana, http::Method::post, kOnePebble).status, 403);
    EXPECT_EQ(send(std::nullopt, http::Method::post, kOnePebble).status, 401);
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble).status, 201);
    EXPECT_EQ(send(cast.amir, http::Method::remove).status, 204);
}

TEST_F(TheDoor, tells_a_stranger_nothing_about_what_is_wrong_with_the_body) {
    EXPECT_EQ(send(std::nullopt, http::Method::post, "{}").status, 401);
    EXPECT_EQ(send(cast.ana, http::Method::post, "{}").status, 403);
    EXPECT_EQ(send(cast.amir, http::Method::post, "{}").status, 422);
}

TEST_F(TheDoor, takes_back_what_a_refused_write_had_done) {
    EXPECT_EQ(send(cast.amir, http::Method::post, R"({"name":"a","weight":101})").status, 409);
    EXPECT_EQ(pebbles(), 0);
}

TEST_F(TheDoor, answers_a_repeated_write_as_the_first_time) {
    auto const first = send(cast.amir, http::Method::post, kOnePebble, "key-1");
    auto const again = send(cast.amir, http::Method::post, kOnePebble, "key-1");
    EXPECT_EQ(again.status, first.status);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(pebbles(), 1);
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, "key-2").status, 201);
    EXPECT_EQ(pebbles(), 2);
}

TEST_F(TheDoor, refuses_a_key_that_was_used_for_another_request) {
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, "key-1").status, 201);
    EXPECT_EQ(send(cast.amir, http::Method::post, R"({"name":"b","weight":2})", "key-1").status, 422);
    EXPECT_EQ(pebbles(), 1);
}

TEST_F(TheDoor, refuses_a_key_that_it_could_not_keep) {
    for (auto const& key :
         {std::string(256, 'k'), std::string("a key"), std::string("cl\xE9"), std::string("cl\xC3\xA9")})
        EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, key).status, 400) << key;
    EXPECT_EQ(pebbles(), 0);
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, std::string(255, 'k')).status, 201);
}

TEST_F(TheDoor, answers_a_repeated_visit_as_the_first_time) {
    auto const first = drop_off("key-1");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(drop_off("key-1").body, first.body);
    EXPECT_EQ(pebbles(), 1);
    EXPECT_EQ(drop_off("key-2").status, 201);
    EXPECT_EQ(pebbles(), 2);
}

TEST_F(TheDoor, looks_at_a_refused_write_afresh) {
    EXPECT_EQ(send(cast.amir, http::Method::post, R"({"name":"a","weight":101})", "key-1").status, 409);
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, "key-1").status, 201);
}

TEST_F(TheDoor, lets_nobody_guess_on_from_one_address) {
    for (int wrong = 0; wrong < access::Guesses::kPerAddress; ++wrong)
        EXPECT_EQ(guess("wrong" + std::to_string(wrong), "2001:db8::1"), 404);
    EXPECT_EQ(guess("sesame", "2001:db8::1"), 429) << "the right one opens nothing either";
    EXPECT_EQ(guess("sesame", "2001:db8::2"), 429) << "one household";
    EXPECT_EQ(guess("sesame", "2001:db8:0:1::1"), 204);
    door.clock().advance(access::Guesses::kForgottenAfter);
    EXPECT_EQ(guess("sesame", "2001:db8::1"), 204);
}

TEST_F(TheDoor, lets_many_addresses_not_guess_one_code_together) {
    for (int wrong = 0; wrong < access::Guesses::kPerPath; ++wrong)
        EXPECT_EQ(guess("open", "192.0.2." + std::to_string(wrong)), 404);
    EXPECT_EQ(guess("open", "198.51.100.1"), 429);
    EXPECT_EQ(guess("sesame", "198.51.100.1"), 204);
}

TEST_F(TheDoor, keeps_keys_apart_between_people) {
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, "key-1").status, 201);
    EXPECT_EQ(send(cast.otto, http::Method::post, R"({"name":"c","weight":3})", "key-1").status, 201);
}

TEST_F(TheDoor, forgets_a_key_after_a_day) {
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, "key-1").status, 201);
    door.clock().advance(std::chrono::hours(25));
    EXPECT_EQ(send(cast.amir, http::Method::post, kOnePebble, "key-1").status, 201);
    EXPECT_EQ(pebbles(), 2);
}

TEST_F(TheDoor, does_a_write_once_when_it_comes_twice_at_the_same_moment) {
    std::vector<std::thread> threads;
    std::atomic<int> created{0};
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            if (send(cast.amir, http::Method::post, kOnePebble, "key-1").status == 201) ++created;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(pebbles(), 1);
    EXPECT_GE(created, 1);
}

TEST_F(TheDoor, refuses_another_site) {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/api/pebbles";
    request.body = kOnePebble;
    request.headers.add("Content-Type", "application/json");
    request.headers.add("X-Who", cast.amir.text());
    auto match = router.match(request.method, request.path);
    EXPECT_EQ(http::answer(match, request).status, 403);
    request.headers.add("Origin", "https://evil.example");
    EXPECT_EQ(http::answer(match, request).status, 403);
}

}  // namespace
