#pragma once
// Requests through the real routes and the real database, without a socket and without a sign-in: the cookie is
// replaced by saying who is asking.
//
//   support::Door door;
//   auto cast = support::make_cast(door.database());
//   auto reply = door.as(cast.ana).put("/api/pairings/" + id + "/exploratory-answer", R"({"answer":"go_on"})");
//   EXPECT_EQ(reply.status, 200);
//   EXPECT_EQ(reply.text("/own_answer"), "go_on");

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "app/wiring.hpp"
#include "platform/clock.hpp"
#include "platform/json.hpp"
#include "support/cast.hpp"
#include "support/temporary_folder.hpp"

namespace support {

struct Reply {
    int status = 0;
    http::Headers headers;
    std::string content_type;
    std::string body;

    [[nodiscard]] boost::json::value json() const;
    // The text, or the written value, at a JSON pointer; "" when there is none.
    [[nodiscard]] std::string text(std::string_view pointer) const;
    [[nodiscard]] std::string code() const { return text("/code"); }
    // The body as its described struct; a test fails loudly when it is not one.
    template <class Shape>
    [[nodiscard]] Shape as() const {
        return json::read<Shape>(body).value();
    }
};

class Door;

// Somebody at the door. Cheap to copy; lives no longer than its door.
class Visitor {
  public:
    Visitor(Door& door, std::optional<access::PersonId> person) : door_(door), person_(person) {}

    [[nodiscard]] Reply get(std::string_view target) const { return send(http::Method::get, target, ""); }
    [[nodiscard]] Reply post(std::string_view target, std::string body = "") const {
        return send(http::Method::post, target, std::move(body));
    }
    [[nodiscard]] Reply put(std::string_view target, std::string body = "") const {
        return send(http::Method::put, target, std::move(body));
    }
    [[nodiscard]] Reply patch(std::string_view target, std::string body) const {
        return send(http::Method::patch, target, std::move(body));
    }
    [[nodiscard]] Reply remove(std::string_view target) const { return send(http::Method::remove, target, ""); }
    // With headers of one's own; one that the door would set is replaced.
    [[nodiscard]] Reply send(http::Method method, std::string_view target, std::string body,
                             std::vector<http::Header> headers = {}) const;

  private:
    Door& door_;
    std::optional<access::PersonId> person_;
};

class Door {
  public:
    // On the database of this test program, at the cast's time.
    Door();
    explicit Door(db::Database& database, base::Instant now = cast_time());
    // Whose mails leave.
    explicit Door(mail::Server server);

    [[nodiscard]] Visitor as(access::PersonId person) { return {*this, person}; }
    [[nodiscard]] Visitor nobody() { return {*this, std::nullopt}; }

    [[nodiscard]] db::Database& database() { return database_; }
    [[nodiscard]] platform::TestClock& clock() { return clock_; }
    [[nodiscard]] app::House& house() { return house_; }
    [[nodiscard]] access::Tools& tools() { return house_.tools(); }

  private:
    Door(db::Database& database, base::Instant now, std::optional<mail::Server> server);

    db::Database& database_;
    platform::TestClock clock_;
    crypto::Keys keys_;
    crypto::HashingPool hashing_;
    TemporaryFolder key_files_;
    app::House house_;
};

// The three knocks that must not open, for a request that works for the right person: nobody signed in (401), the
// wrong person (404, or 403 where the role may never), and the outsider from another organisation, who has every role
// there (404 or 403). Call it before or after the request that works; it changes nothing when the product is right.
struct Knock {
    http::Method method = http::Method::get;
    std::string target;
    std::string body = {};
};
void expect_closed_to_others(Door& door, Cast const& cast, Knock const& knock,
                             std::vector<access::PersonId> const& wrong_people);

// The keys of the tests: the same in every program, and kept nowhere.
crypto::Keys test_keys();

// Lena, who stands above Ana and Bruno, and Rosa, as the confidential contacts of the programme.
void name_two_to_talk_to(Door& door, Cast const& cast);

// What the first invitation needs (R01, R02, rules 13): aims, an end, what happens with the results, a sponsor who
// accepted, and two confidential contacts.
void make_ready_to_invite(Door& door, Cast const& cast);

}  // namespace support
