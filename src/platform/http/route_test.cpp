#include "platform/http/route.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "platform/http/openapi.hpp"
#include "platform/http/origin.hpp"
#include "platform/http/problem.hpp"

namespace route_examples {

enum class Order { name, level };
BOOST_DESCRIBE_ENUM(Order, name, level)

struct PeopleQuery {
    std::optional<std::string> search;
    std::optional<std::int32_t> limit;
    std::optional<Order> order;
    std::vector<std::string> department;
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (), (search, limit, order, department))

struct NewColleague {
    std::string name;
    std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(NewColleague, (), (name, email))

struct Colleague {
    base::Id<struct ColleagueTag> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (id, name))

}  // namespace route_examples

template <>
inline constexpr auto meta::limits<route_examples::PeopleQuery> =
    std::array{meta::Limit{"search", 0, 5, "Part of a name"}, meta::Limit{"limit", 1, 100},
               meta::Limit{"department", 0, 2, "", 1, 3}};

using namespace route_examples;
using http::Method;

namespace {

http::Handler says(std::string text) {
    return [text](http::Request const&) -> base::Result<http::Response> { return http::text(text); };
}

http::Route route(Method method, std::string path, std::string text = "") {
    http::Route made;
    made.method = method;
    made.path = std::move(path);
    made.handler = says(std::move(text));
    return made;
}

http::Router small_router() {
    http::Router router;
    auto list = route(Method::get, "/api/people", "list");
    list.who_may = "signed_in";
    list.summary = "List people";
    list.query = &meta::of<PeopleQuery>();
    list.output = &meta::of<std::vector<Colleague>>();
    router.add(list);
    auto add = route(Method::post, "/api/people", "added");
    add.who_may = "administrator";
    add.content_types = {"application/json"};
    add.input = &meta::of<NewColleague>();
    add.output = &meta::of<Colleague>();
    add.success = 201;
    add.takes_idempotency_key = true;
    router.add(add);
    router.add(route(Method::get, "/api/people/{id}", "one"));
    router.add(route(Method::get, "/api/people/mine", "mine"));
    router.add(route(Method::remove, "/api/people/{id}/roles/{role_id}", "role gone"));
    return router;
}

http::Request request_with(Method method, std::vector<http::Header> headers = {}, std::string body = "") {
    http::Request request;
    request.method = method;
    for (auto& header : headers) request.headers.add(header.name, header.value);
    request.body = std::move(body);
    return request;
}

http::Response answer_to(http::Router const& router, Method method, std::string_view path) {
    auto request = request_with(method);
    return http::answer(router.match(method, path), request);
}

template <class T>
std::vector<std::string> query_errors(std::string_view text) {
    T value{};
    auto read = http::read_query(meta::of<T>(), &value, *http::parse_query(text));
    std::vector<std::string> errors;
    if (!read)
        for (auto const& error : read.refusal().errors) errors.push_back(error.pointer + " " + error.code);
    return errors;
}

bool is_refused(std::string_view origin, std::string_view site, std::string_view ours = "https://obverse.example") {
    std::vector<http::Header> headers;
    if (!origin.empty()) headers.push_back({"Origin", std::string(origin)});
    if (!site.empty()) headers.push_back({"Sec-Fetch-Site", std::string(site)});
    return http::check_origin(request_with(Method::post, headers), ours).has_value();
}

}  // namespace

TEST(TheRouter, prefers_the_fixed_step_and_fills_parameters) {
    auto router = small_router();
    EXPECT_EQ(answer_to(router, Method::get, "/api/people/mine").body, "mine");
    EXPECT_EQ(answer_to(router, Method::get, "/api/people/7").body, "one");
    auto match = router.match(Method::remove, "/api/people/7/roles/9");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.parameters, (http::Pairs{{"id", "7"}, {"role_id", "9"}}));
}

TEST(TheRouter, tells_an_unknown_path_from_a_method_that_is_not_there) {
    auto router = small_router();
    EXPECT_EQ(answer_to(router, Method::get, "/api/nothing").status, 404);
    auto wrong_method = answer_to(router, Method::put, "/api/people");
    EXPECT_EQ(wrong_method.status, 405);
    EXPECT_EQ(wrong_method.headers.find("allow"), "GET, HEAD, POST");
    EXPECT_NE(router.match(Method::head, "/api/people").route, nullptr);
    EXPECT_EQ(answer_to(router, Method::head, "/api/people/7/roles/9").status, 405);
}

TEST(TheRouter, knows_one_spelling_of_each_path) {
    auto router = small_router();
    for (auto const* path : {"/api/people/", "/API/people", "/api/People", "/api/people/7/"})
        EXPECT_EQ(router.match(Method::get, path).route, nullptr) << path;
    for (auto const* target :
         {"/api/%70eople", "/api/people;a=b", "//api/people", "/api//people", "/api/../api/people",
          "/api/%2e%2e/people", "/api/./people", "/api\\people", "api/people", "*", "", "/api/p ", "/api/\xC3\xA9"})
        EXPECT_FALSE(http::path_of(target).has_value()) << target;
    EXPECT_EQ(http::path_of("/api/people?x=//"), "/api/people");
}

TEST(TheRouter, answers_pages_only_outside_the_api) {
    auto router = small_router();
    router.set_pages(says("page"));
    EXPECT_EQ(answer_to(router, Method::get, "/pairings/7").body, "page");
    EXPECT_EQ(router.match(Method::get, "/api/nothing").route, nullptr);
    EXPECT_EQ(router.match(Method::get, "/api").route, nullptr);
    EXPECT_EQ(router.match(Method::post, "/pairings/7").route, nullptr);
}

TEST(TheRouter, refuses_two_routes_of_one_shape) {
    auto router = small_router();
    EXPECT_THROW(router.add(route(Method::get, "/api/people/{other}")), std::logic_error);
    EXPECT_THROW(router.add(route(Method::get, "api")), std::logic_error);
    EXPECT_THROW(router.add(route(Method::get, "/api//x")), std::logic_error);
}

TEST(ABody, must_be_of_a_content_type_the_route_takes) {
    auto router = small_router();
    auto match = router.match(Method::post, "/api/people");
    auto status = [&](std::vector<http::Header> headers) {
        auto request = request_with(Method::post, std::move(headers), "{}");
        return http::answer(match, request).status;
    };
    EXPECT_EQ(status({{"Content-Type", "application/json"}}), 200);
    EXPECT_EQ(status({{"content-type", "Application/JSON; charset=utf-8"}}), 200);
    EXPECT_EQ(status({}), 415);
    for (auto const* type : {"text/plain", "multipart/form-data", "application/x-www-form-urlencoded"})
        EXPECT_EQ(status({{"Content-Type", type}}), 415) << type;
    EXPECT_EQ(status({{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}}), 415);
    auto read = request_with(Method::get, {}, "{}");
    EXPECT_EQ(http::answer(router.match(Method::get, "/api/people"), read).status, 400);
}

TEST(TheQuery, is_read_by_the_description) {
    http::Request request;
    request.query = *http::parse_query("search=%C5%BD+a&limit=7&order=level&department=a&department=b");
    auto query = http::read_query<PeopleQuery>(request);
    ASSERT_TRUE(query);
    EXPECT_EQ(query->search, "Ž a");
    EXPECT_EQ(query->limit, 7);
    EXPECT_EQ(query->order, Order::level);
    EXPECT_EQ(query->department, (std::vector<std::string>{"a", "b"}));
}

TEST(TheQuery, names_every_wrong_parameter) {
    EXPECT_EQ(
        query_errors<PeopleQuery>("limit=0&limit=5&order=size&x=1&search=123456&department=&department=a&department=b"),
        (std::vector<std::string>{"/limit too_small", "/limit twice", "/order enum", "/x unknown", "/search too_long",
                                  "/department too_short", "/department too_long"}));
    for (auto const* limit : {"", "many", "1.5", "1.0", "1e1", "1e0", "0x10", "%2B1", "+1", "%201", "1%20", "1_0",
                              "99999999999999999999x", "inf", "nan", "-"})
        EXPECT_EQ(query_errors<PeopleQuery>(std::string("limit=") + limit), (std::vector<std::string>{"/limit type"}))
            << limit;
    EXPECT_EQ(query_errors<PeopleQuery>("limit=99999999999999999999"), (std::vector<std::string>{"/limit too_large"}));
    EXPECT_EQ(query_errors<PeopleQuery>("limit=-99999999999999999999"), (std::vector<std::string>{"/limit too_small"}));
    EXPECT_EQ(query_errors<PeopleQuery>("limit=010"), (std::vector<std::string>{}));
    EXPECT_EQ(query_errors<NewColleague>(""), (std::vector<std::string>{"/name required"}));
    for (auto const* broken : {"a=%", "a=%4", "a=%zz", "a=%ff"}) EXPECT_FALSE(http::parse_query(broken)) << broken;
}

TEST(TheOrigin, must_be_ours_for_requests_that_write) {
    EXPECT_FALSE(is_refused("https://obverse.example", ""));
    EXPECT_FALSE(is_refused("", "same-origin"));
    EXPECT_FALSE(is_refused("https://obverse.example", "same-origin"));
    EXPECT_TRUE(is_refused("", ""));
    EXPECT_TRUE(is_refused("null", ""));
    EXPECT_TRUE(is_refused("https://obverse.example:8443", ""));
    EXPECT_TRUE(is_refused("https://obverse.example.evil.example", ""));
    EXPECT_TRUE(is_refused("http://obverse.example", ""));
    EXPECT_TRUE(is_refused("https://obverse.example", "same-site"));
    EXPECT_TRUE(is_refused("https://evil.example", "same-origin"));
    EXPECT_TRUE(is_refused("", "none"));
    EXPECT_FALSE(http::check_origin(request_with(Method::get), "https://obverse.example").has_value());
    EXPECT_EQ(http::origin_of("HTTPS://Obverse.Example:443/start"), "https://obverse.example");
}

TEST(TheOrigin, may_be_any_own_name_of_this_machine_on_loopback) {
    EXPECT_FALSE(is_refused("http://localhost:8080", "", "http://127.0.0.1:8080"));
    EXPECT_TRUE(is_refused("http://localhost:8081", "", "http://127.0.0.1:8080"));
    EXPECT_TRUE(is_refused("http://localhost.evil.example:8080", "", "http://127.0.0.1:8080"));
    EXPECT_TRUE(is_refused("http://localhost", "", "https://obverse.example"));
}

TEST(ACookie, is_found_by_its_exact_name) {
    auto request = request_with(Method::get, {{"Cookie", "a=1; __Host-session=xyz=; b=2"}});
    EXPECT_EQ(request.cookie("__Host-session"), "xyz=");
    EXPECT_EQ(request.cookie("b"), "2");
    EXPECT_FALSE(request.cookie("session").has_value());
}

TEST(AProblem, says_what_is_wrong_and_nothing_of_the_inside) {
    auto response = http::problem(base::invalid("/name", "required"), "r1");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(response.body, R"({"type":"about:blank","title":"Unprocessable Content","status":422,"code":"invalid",)"
                             R"("detail":"some fields need another look","request_id":"r1","params":{},)"
                             R"("errors":[{"pointer":"/name","code":"required","params":{}}]})");
}

TEST(TheDocument, describes_every_route_under_api) {
    auto document = boost::json::parse(http::openapi(small_router(), {"Obverse", "1", "Words"}));
    auto const& paths = document.at("paths").as_object();
    EXPECT_EQ(paths.size(), 4U);
    auto const& add = paths.at("/api/people").at("post").as_object();
    EXPECT_EQ(add.at("operationId"), "post_people");
    EXPECT_EQ(add.at("x-permission"), "administrator");
    EXPECT_EQ(add.at("requestBody").at("content").at("application/json").at("schema").at("$ref"),
              "#/components/schemas/NewColleagueRequest");
    EXPECT_TRUE(add.at("responses").as_object().contains("201"));
    EXPECT_TRUE(add.at("responses").as_object().contains("4XX"));
    auto const& list = paths.at("/api/people").at("get").at("parameters").as_array();
    EXPECT_EQ(list.size(), 4U);
    EXPECT_EQ(list[0], boost::json::parse(R"({"name":"search","in":"query","required":false,"schema":
        {"type":"string","minLength":0,"maxLength":5,"description":"Part of a name"},"description":"Part of a name"})"));
    EXPECT_EQ(paths.at("/api/people/{id}/roles/{role_id}").at("delete").at("parameters").as_array().size(), 2U);
    EXPECT_TRUE(document.at("components").at("schemas").as_object().contains("Problem"));
}
