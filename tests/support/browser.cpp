#include "support/browser.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "signin/identify.hpp"
#include "signin/session_store.hpp"
#include "support/databases.hpp"

namespace support {
namespace {

constexpr char const* kHouseUrl = "https://obverse.test";

}  // namespace

SignInHouse::SignInHouse() : SignInHouse(support::database()) {}

SignInHouse::SignInHouse(db::Database& of, crypto::HashingCost cost)
    : database(of),
      clock(cast_time()),
      keys(test_keys()),
      hashing(cost, {4, 100}),
      house({database, clock, keys, hashing, crypto::KeyFiles(key_files.at("")), kHouseUrl}, signin::identify) {}

void SignInHouse::give_password(access::OrganisationId organisation, access::PersonId person,
                                crypto::HashingCost cost) {
    auto const hash = crypto::HashingPool(cost, {}).hash(kTestPassword).value();
    database.write([&](db::Tx& tx) { signin::store::put_password(tx, organisation, person, hash, clock.wall()); });
}

Reply Browser::send(http::Method method, std::string_view target, std::string body, std::vector<http::Header> headers) {
    http::Request request;
    request.method = method;
    request.path = std::string(target.substr(0, target.find('?')));
    if (target.size() > request.path.size())
        request.query = http::parse_query(target.substr(request.path.size() + 1)).value();
    request.body = std::move(body);
    request.client_address = address_;
    request.request_id = "test";
    request.is_secure = true;
    request.headers.add("Origin", kHouseUrl);
    request.headers.add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
    if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
    std::string line;
    for (auto const& [name, value] : cookies_) line += (line.empty() ? "" : "; ") + name + "=" + value;
    if (!line.empty()) request.headers.add("Cookie", line);
    http::Headers kept;
    for (auto& header : headers) request.headers.set(header.name, header.value);
    for (auto const& header : request.headers.all())
        if (!header.value.empty()) kept.add(header.name, header.value);
    request.headers = std::move(kept);

    auto match = house_.house.router().match(request.method, request.path);
    request.parameters = match.parameters;
    auto response = http::answer(match, request);
    keep_cookies(response.headers);
    return {response.status, response.headers, response.content_type, std::string(response.octets())};
}

void Browser::keep_cookies(http::Headers const& headers) {
    for (auto const& header : headers.all()) {
        if (!http::equal_without_case(header.name, "Set-Cookie")) continue;
        auto const equals = header.value.find('=');
        auto const name = header.value.substr(0, equals);
        if (header.value.find("Max-Age=0;") != std::string::npos)
            cookies_.erase(name);
        else
            cookies_[name] = header.value.substr(equals + 1, header.value.find(';') - equals - 1);
    }
}

Reply Browser::sign_in(std::string_view slug, std::string_view sign_in_name, std::string_view password) {
    boost::json::object const body{{"organisation", slug}, {"sign_in_name", sign_in_name}, {"password", password}};
    return post("/api/session", boost::json::serialize(body));
}

}  // namespace support
