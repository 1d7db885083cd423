#include "support/door.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "person/role_store.hpp"
#include "programme/programme_actions.hpp"
#include "programme/programme_store.hpp"
#include "support/databases.hpp"

namespace support {
namespace {

constexpr char const* kPublicUrl = "https://obverse.test";
constexpr char const* kWhoHeader = "X-Test-Person";

// Ids are unique across organisations, so that the person alone says where they belong.
access::Viewer identify_by_header(db::Tx& tx, http::Request const& request, access::Tools const& /*tools*/) {
    auto person = access::PersonId::parse(request.header(kWhoHeader).value_or(""));
    if (!person) return access::nobody();
    // By the key of each organisation: an id alone would be looked for among all people of all of them.
    auto organisation = tx.value<access::OrganisationId>(
        "SELECT p.organisation_id FROM organisations o CROSS JOIN people p WHERE p.organisation_id = o.organisation_id "
        "AND p.id = $1",
        *person);
    return organisation ? viewer_of(tx, *organisation, *person) : access::nobody();
}

http::Request request_of(http::Method method, std::string_view target, std::string body) {
    http::Request request;
    request.method = method;
    request.path = std::string(target.substr(0, target.find('?')));
    if (target.size() > request.path.size())
        request.query = http::parse_query(target.substr(request.path.size() + 1)).value();
    request.body = std::move(body);
    request.client_address = "192.0.2.1";
    request.request_id = "test";
    request.is_secure = true;
    request.headers.add("Origin", kPublicUrl);
    if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
    return request;
}

}  // namespace

boost::json::value Reply::json() const {
    return boost::json::parse(body.empty() ? "null" : body);
}

std::string Reply::text(std::string_view pointer) const {
    boost::json::error_code error;
    auto const value = json();
    auto const* found = value.find_pointer(pointer, error);
    if (found == nullptr) return "";
    return found->is_string() ? std::string(found->as_string()) : boost::json::serialize(*found);
}

Reply Visitor::send(http::Method method, std::string_view target, std::string body,
                    std::vector<http::Header> headers) const {
    auto request = request_of(method, target, std::move(body));
    if (person_) request.headers.add(kWhoHeader, person_->text());
    for (auto& header : headers) request.headers.set(std::move(header.name), std::move(header.value));
    auto match = door_.house().router().match(request.method, request.path);
    request.parameters = match.parameters;
    auto response = http::answer(match, request);
    return {response.status, response.headers, response.content_type, std::string(response.octets())};
}

Door::Door() : Door(support::database()) {}

Door::Door(db::Database& database, base::Instant now) : Door(database, now, std::nullopt) {}
Door::Door(mail::Server server) : Door(support::database(), cast_time(), std::move(server)) {}

Door::Door(db::Database& database, base::Instant now, std::optional<mail::Server> server)
    : database_(database),
      clock_(now),
      keys_(test_keys()),
      hashing_(crypto::kTestCost, {}),
      house_({database_, clock_, keys_, hashing_, crypto::KeyFiles(key_files_.at("")), kPublicUrl, std::move(server)},
             identify_by_header) {}

void expect_closed_to_others(Door& door, Cast const& cast, Knock const& knock,
                             std::vector<access::PersonId> const& wrong_people) {
    auto const words = std::string(http::name_of(knock.method)) + " " + knock.target;
    auto status_for = [&](Visitor const& visitor) {
        return visitor.send(knock.method, knock.target, knock.body).status;
    };
    EXPECT_EQ(status_for(door.nobody()), 401) << words << ", nobody signed in";
    auto outsider = status_for(door.as(cast.otto));
    EXPECT_TRUE(outsider == 404 || outsider == 403) << words << ", the outsider: " << outsider;
    for (auto person : wrong_people) {
        auto wrong = status_for(door.as(person));
        EXPECT_TRUE(wrong == 404 || wrong == 403) << words << ", the wrong person: " << wrong;
    }
}

crypto::Keys test_keys() {
    crypto::Keys keys;
    crypto::Key key{};
    key.fill(0x0B);
    keys.seal.emplace(crypto::KeyNumber{1}, key);
    keys.link.emplace(crypto::KeyNumber{1}, key);
    return keys;
}

namespace {
constexpr char const* kContactOfLena = "30000000-0000-4000-8000-000000000001";
constexpr char const* kContactOfRosa = "30000000-0000-4000-8000-000000000002";
}  // namespace

void name_two_to_talk_to(Door& door, Cast const& cast) {
    auto const now = door.clock().now();
    door.database().write([&](db::Tx& tx) {
        // Ids of their own, so that whatever is made afterwards is the same with and without them.
        for (auto const& [person, id] : {std::pair(cast.lena, kContactOfLena), std::pair(cast.rosa, kContactOfRosa)})
            person::store::insert_role(
                tx, cast.organisation,
                {person::RoleId::parse(id).value(), person, access::Role::confidential_contact, cast.programme},
                std::nullopt, now);
    });
}

void make_ready_to_invite(Door& door, Cast const& cast) {
    door.database().write([&](db::Tx& tx) {
        auto const by = viewer_of(tx, cast.organisation, cast.jo);
        auto const now = door.clock().now();
        auto settings = programme::store::find_programme(tx, cast.organisation, cast.programme).value();
        settings.results_use = "The board answers.";
        settings.ends_on = base::parse_day("2027-06-30");
        programme::store::save_settings(tx, cast.organisation, cast.programme, settings.version, settings);
        programme::store::replace_aims(tx, cast.organisation, cast.programme, {{"be_heard", {"voice"}}});
        auto const sponsor = programme::ask_sponsor(tx, by, cast.programme, {cast.marta, {}, {}}, now).value();
        programme::accept_as_sponsor(tx, programme::link_of(sponsor, cast.organisation), {}, now).value();
    });
    name_two_to_talk_to(door, cast);
}

}  // namespace support
