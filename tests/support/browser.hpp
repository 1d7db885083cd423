#pragma once
// A browser at the real door, with its own cookies and the real sign-in (door.hpp only says who is asking).
//
//   support::SignInHouse house;
//   support::Browser browser(house);
//   browser.post("/api/session", R"({"sign_in_name":"ana","password":"..."})");
//   browser.get("/api/session")

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/wiring.hpp"
#include "platform/clock.hpp"
#include "support/door.hpp"
#include "support/temporary_folder.hpp"

namespace support {

inline constexpr std::string_view kTestPassword = "a lighthouse in winter";

class SignInHouse {
  public:
    // Many may hash at once, so that a test can send many requests; the cost is the least there is.
    explicit SignInHouse(db::Database& database, crypto::HashingCost cost = crypto::kTestCost);
    SignInHouse();

    // Gives the person kTestPassword, hashed at `cost`.
    void give_password(access::OrganisationId organisation, access::PersonId person,
                       crypto::HashingCost cost = crypto::kTestCost);

    db::Database& database;
    platform::TestClock clock;
    crypto::Keys keys;
    crypto::HashingPool hashing;
    TemporaryFolder key_files;
    app::House house;
};

class Browser {
  public:
    explicit Browser(SignInHouse& house, std::string address = "192.0.2.1")
        : house_(house), address_(std::move(address)) {}

    Reply get(std::string_view target) { return send(http::Method::get, target, ""); }
    Reply post(std::string_view target, std::string body = "") {
        return send(http::Method::post, target, std::move(body));
    }
    Reply put(std::string_view target, std::string body = "") {
        return send(http::Method::put, target, std::move(body));
    }
    Reply patch(std::string_view target, std::string body) {
        return send(http::Method::patch, target, std::move(body));
    }
    Reply remove(std::string_view target) { return send(http::Method::remove, target, ""); }
    // A header of one's own replaces that of the browser; an empty one takes it away.
    Reply send(http::Method method, std::string_view target, std::string body, std::vector<http::Header> headers = {});

    // Signs in at the organisation with this slug.
    Reply sign_in(std::string_view slug, std::string_view sign_in_name, std::string_view password = kTestPassword);
    [[nodiscard]] bool is_signed_in() { return get("/api/session").status == 200; }

    void move_to(std::string address) { address_ = std::move(address); }
    void set_cookie(std::string const& name, std::string value) { cookies_[name] = std::move(value); }
    [[nodiscard]] std::string cookie(std::string const& name) const {
        auto const found = cookies_.find(name);
        return found == cookies_.end() ? "" : found->second;
    }

  private:
    void keep_cookies(http::Headers const& headers);

    SignInHouse& house_;
    std::string address_;
    std::map<std::string, std::string> cookies_;
};

}  // namespace support
