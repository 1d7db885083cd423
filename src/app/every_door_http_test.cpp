// Knocks at every route of the table with what must never open, and never break, a door.

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "platform/http/server.hpp"
#include "support/door.hpp"
#include "support/plain_client.hpp"

namespace every_door {

constexpr auto* kNoUuid = "nonsense";
constexpr auto* kNobodysUuid = "00000000-0000-4000-8000-00000000beef";

std::string target_of(http::Route const& route, std::string_view id) {
    auto path = route.path;
    for (auto begin = path.find('{'); begin != std::string::npos; begin = path.find('{'))
        path.replace(begin, path.find('}') - begin + 1, id);
    return path;
}

bool takes_json(http::Route const& route) {
    return route.input != nullptr && route.content_types == std::vector<std::string>{"application/json"};
}

class EveryDoor : public testing::Test {
  protected:
    std::vector<http::Route const*> routes(auto const& predicate) {
        auto all = door.house().router().all();
        std::erase_if(all, [&](auto const* route) {
            return !route->path.starts_with("/api/") || route->path == "/api/stream" || !predicate(*route);
        });
        return all;
    }
    std::vector<http::Route const*> routes() {
        return routes([](auto const&) { return true; });
    }
    static std::vector<http::Header> headers_of(http::Route const& route) {
        if (route.content_types.empty()) return {};
        return {{"Content-Type", route.content_types.front()}};
    }
    static std::string body_of(http::Route const& route) { return route.content_types.empty() ? "" : "{}"; }

    support::Door door;
    support::Cast cast = support::make_cast(door.database());
};

}  // namespace every_door

using namespace every_door;

TEST_F(EveryDoor, is_closed_to_nobody_whatever_else_is_wrong) {
    auto const guarded = routes([](auto const& route) { return route.who_may != "anyone"; });
    EXPECT_GE(guarded.size(), 80U);
    for (auto const* route : guarded)
        for (auto const* id : {kNoUuid, kNobodysUuid}) {
            auto const reply =
                door.nobody().send(route->method, target_of(*route, id), body_of(*route), headers_of(*route));
            EXPECT_EQ(reply.status, 401) << http::name_of(route->method) << ' ' << route->path << ' ' << reply.body;
        }
}

TEST_F(EveryDoor, that_writes_is_closed_to_pages_of_others) {
    for (auto const* route : routes([](auto const& one) { return one.method != http::Method::get; }))
        for (auto const* origin :
             {"https://evil.test", "null", "http://obverse.test", "https://obverse.test.evil.test"}) {
            auto headers = headers_of(*route);
            headers.push_back({"Origin", origin});
            auto const reply =
                door.as(cast.otto).send(route->method, target_of(*route, kNobodysUuid), body_of(*route), headers);
            EXPECT_EQ(reply.status, 403) << http::name_of(route->method) << ' ' << route->path << ' ' << origin;
            EXPECT_EQ(reply.code(), "cross_site") << route->path;
        }
}

TEST_F(EveryDoor, takes_the_content_type_it_names_and_no_other) {
    for (auto const* route : routes()) {
        auto const target = target_of(*route, kNobodysUuid);
        for (auto const* type :
             {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
            auto const reply = door.as(cast.otto).send(route->method, target, "{}", {{"Content-Type", type}});
            EXPECT_EQ(reply.status, route->content_types.empty() ? 400 : 415)
                << http::name_of(route->method) << ' ' << route->path << ' ' << type;
        }
    }
}

TEST_F(EveryDoor, refuses_fields_and_parameters_nobody_described) {
    for (auto const* route : routes()) {
        auto const target = target_of(*route, kNobodysUuid);
        if (takes_json(*route)) {
            auto const reply = door.as(cast.otto).send(route->method, target, R"({"surprise":1})");
            EXPECT_EQ(reply.status, 422) << http::name_of(route->method) << ' ' << route->path << ' ' << reply.body;
            EXPECT_NE(reply.body.find("/surprise"), std::string::npos) << route->path << ' ' << reply.body;
        }
        if (route->query != nullptr) {
            auto const reply =
                door.as(cast.otto).send(route->method, target + "?surprise=1", body_of(*route), headers_of(*route));
            EXPECT_EQ(reply.status, 422) << http::name_of(route->method) << ' ' << route->path << ' ' << reply.body;
        }
    }
}

TEST_F(EveryDoor, refuses_bodies_that_are_no_such_thing) {
    std::string const deep(100'000, '[');
    std::string const deep_object = [] {
        std::string text;
        for (int i = 0; i < 5'000; ++i) text += R"({"a":)";
        return text;
    }();
    std::string many = "{";
    for (int i = 0; i < 20'000; ++i) many += "\"k" + std::to_string(i) + "\":0,";
    many += "\"last\":0}";
    std::vector<std::string> const nonsense{deep,
                                            deep_object,
                                            many,
                                            "null",
                                            "[]",
                                            "\"text\"",
                                            "1e9",
                                            "{",
                                            "{\"a\":1,}",
                                            "{} {}",
                                            "\xff\xfe{}",
                                            "{\"a\":\"\xc3\x28\"}",
                                            "nul",
                                            "{\"a\":1e9999}",
                                            "{'a':1}",
                                            std::string("{\"a\0\":1}", 8),
                                            std::string(200'000, ' ')};
    for (auto const* route : routes([](auto const& one) { return takes_json(one); })) {
        door.clock().advance(std::chrono::hours(1));  // wrong links are counted, and forgotten
        for (auto const& body : nonsense) {
            auto const reply = door.as(cast.otto).send(route->method, target_of(*route, kNobodysUuid), body);
            EXPECT_TRUE(reply.status == 400 || reply.status == 422)
                << http::name_of(route->method) << ' ' << route->path << " took " << body.substr(0, 40) << ": "
                << reply.status << ' ' << reply.body.substr(0, 200);
        }
    }
}

TEST_F(EveryDoor, says_that_a_body_is_too_large_before_it_is_sent) {
    http::Server server({.port = 0, .loops = 1, .workers = 1}, door.house().router());
    server.start().value();
    for (auto const* route : routes([](auto const& one) { return !one.content_types.empty(); })) {
        auto const too_large = std::max<std::size_t>(route->body_limit + 1, std::size_t{2} << 20U);
        // One octet of it is sent, so that nobody waits for the rest.
        auto const answer = support::ask_plainly(
            server.port(), std::string(http::name_of(route->method)) + ' ' + target_of(*route, kNobodysUuid) +
                               " HTTP/1.1\r\nHost: a\r\nContent-Type: " + route->content_types.front() +
                               "\r\nContent-Length: " + std::to_string(too_large) + "\r\n\r\n{");
        EXPECT_EQ(answer.status, 413) << route->path << ": " << answer.body;
    }
}
