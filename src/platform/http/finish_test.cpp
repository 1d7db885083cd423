#include "platform/http/finish.hpp"

#include <gtest/gtest.h>

#include "platform/http/compression.hpp"
#include "platform/http/pages.hpp"

namespace {

http::Response finished(http::Response response, http::FinishOptions options = {}) {
    http::finish({}, response, options);
    return response;
}

std::string page_of(std::string const& path, http::Headers* headers = nullptr) {
    http::Request request;
    request.path = path;
    auto response = http::pages()(request);
    if (!response) return response.refusal().code;
    if (headers != nullptr) *headers = response->headers;
    return response->body;
}

}  // namespace

TEST(AnAnswer, tells_browsers_to_stay_on_https_only_where_it_is) {
    EXPECT_FALSE(finished(http::json("{}")).headers.find("strict-transport-security").has_value());
    EXPECT_TRUE(finished(http::json("{}"), {.is_https = true}).headers.find("strict-transport-security").has_value());
}

TEST(AnAnswer, with_a_secret_is_not_compressed) {
    http::Request request;
    request.headers.add("Accept-Encoding", "br");
    auto response = http::json(std::string(5000, '1'));
    http::finish(request, response, {.may_compress = false});
    EXPECT_FALSE(response.headers.find("content-encoding").has_value());
    EXPECT_EQ(response.body.size(), 5000U);
}

TEST(AnAnswer, has_the_same_tag_for_the_same_octets_only) {
    auto tag = [](std::string body) {
        return std::string(*finished(http::json(std::move(body))).headers.find("etag"));
    };
    EXPECT_EQ(tag("{}"), tag("{}"));
    EXPECT_NE(tag("{}"), tag("[]"));
    auto refused = finished(http::json("{}", 404));
    EXPECT_FALSE(refused.headers.find("etag").has_value());
}

TEST(AnAnswer, never_lets_a_header_be_split) {
    auto response = http::json("{}");
    response.headers.add("Location", "/a\r\nSet-Cookie: b=c");
    EXPECT_THROW((void)http::head_of(response), std::logic_error);
}

TEST(ATag, is_compared_weakly) {
    EXPECT_TRUE(http::names_tag("W/\"a\"", "W/\"a\""));
    EXPECT_TRUE(http::names_tag("\"b\", \"a\"", "W/\"a\""));
    EXPECT_TRUE(http::names_tag("*", "W/\"a\""));
    EXPECT_FALSE(http::names_tag("\"ab\"", "W/\"a\""));
}

TEST(ACoding, is_the_best_that_is_accepted) {
    EXPECT_EQ(http::choose_coding("gzip, deflate, br"), http::Coding::brotli);
    EXPECT_EQ(http::choose_coding("gzip"), http::Coding::gzip);
    EXPECT_EQ(http::choose_coding("br;q=0, gzip;q=0.5"), http::Coding::gzip);
    EXPECT_EQ(http::choose_coding("br;q=0.1, GZIP;q=0.5"), http::Coding::gzip);
    EXPECT_EQ(http::choose_coding(""), http::Coding::identity);
    EXPECT_EQ(http::choose_coding("identity;q=0, *"), http::Coding::identity);
}

TEST(APage, has_a_nonce_of_its_own_in_policy_and_text) {
    http::Headers first;
    http::Headers second;
    page_of("/pairings/7", &first);
    page_of("/pairings/7", &second);
    auto policy = std::string(*first.find("content-security-policy"));
    EXPECT_NE(policy, *second.find("content-security-policy"));
    EXPECT_EQ(policy.find("__NONCE__"), std::string::npos);
    EXPECT_NE(policy.find("style-src 'self' 'nonce-"), std::string::npos);
    EXPECT_EQ(page_of("/").find("__NONCE__"), std::string::npos);
    EXPECT_EQ(first.find("cache-control"), "no-store");
}

TEST(APage, is_not_given_for_a_file_that_is_missing) {
    EXPECT_EQ(page_of("/assets/gone-1a2b.js"), "not_found");
    EXPECT_EQ(page_of("/favicon.ico"), "not_found");
    EXPECT_NE(page_of("/index.html"), "not_found");
}
