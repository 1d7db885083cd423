#include "platform/outbound/fetch.hpp"

#include <gtest/gtest.h>

#include "platform/meta.hpp"
#include "platform/outbound/public_address.hpp"
#include "support/answering_server.hpp"

namespace outbound {
namespace {

using support::AnsweringServer;

std::string outcome_of(Fetched<std::string> const& fetched) {
    return fetched ? "read" : std::string(meta::name_of(fetched.error()));
}
std::string trouble_of(std::string_view address, AllowList const& allowed = {"*"}) {
    return outcome_of(fetch(address, allowed));
}
Resolve says(std::vector<std::string> addresses) {
    return [=](std::string const&) { return addresses; };
}

TEST(APublicAddress, is_none_that_is_private_of_this_machine_of_the_link_or_a_way_around) {
    for (auto const* address : {"0.0.0.0",
                                "10.1.2.3",
                                "100.64.0.1",
                                "100.127.255.255",
                                "127.0.0.1",
                                "127.255.0.9",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.0.0.8",
                                "192.0.2.1",
                                "192.168.1.1",
                                "198.18.0.1",
                                "198.19.255.255",
                                "198.51.100.7",
                                "203.0.113.7",
                                "224.0.0.1",
                                "239.1.1.1",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "::ffff:127.0.0.1",
                                "::ffff:8.8.8.8",
                                "::127.0.0.1",
                                "64:ff9b::7f00:1",
                                "64:ff9b:1::1",
                                "fc00::1",
                                "fd00::1",
                                "fe80::1",
                                "ff02::1",
                                "2001:db8::1",
                                "2001::1",
                                "2002:7f00:1::",
                                "3fff::1",
                                "100::1",
                                "5f00::1",
                                "",
                                "nonsense",
                                "127.1",
                                "2130706433",
                                "fe80::1%eth0"})
        EXPECT_FALSE(is_public(address)) << address;
    for (auto const* address : {"8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
                                "198.17.255.255", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2003::1"})
        EXPECT_TRUE(is_public(address)) << address;
}

// security.md I11: each must be refused, whatever it is spelled like.
TEST(AnAddressToFetch, is_refused_when_it_leads_anywhere_but_the_public_internet) {
    for (auto const* address : {"https://127.0.0.1/",       "https://localhost/",
                                "https://localhost./",      "https://0/",
                                "https://0x7f.1/",          "https://2130706433/",
                                "https://0177.0.0.1/",      "https://127.1/",
                                "https://[::1]/",           "https://[::ffff:127.0.0.1]/",
                                "https://[::ffff:7f00:1]/", "https://169.254.169.254/latest/meta-data/",
                                "https://[fd00::1]/",       "https://10.0.0.8/",
                                "https://192.168.0.1/",     "https://172.20.0.1/",
                                "https://100.64.0.1/",      "https://[64:ff9b::7f00:1]/",
                                "https://224.0.0.1/",       "webcal://127.0.0.1/"})
        EXPECT_EQ(trouble_of(address), "not_allowed") << address;
}

TEST(AnAddressToFetch, is_refused_when_it_is_not_https_on_its_own_port) {
    for (auto const* address : {"http://calendar.example/", "https://calendar.example:8443/", "ftp://calendar.example/",
                                "gopher://calendar.example/", "https://calendar.example:22/"})
        EXPECT_EQ(trouble_of(address), "not_https") << address;
    for (auto const* address :
         {"", "file:///etc/passwd", "nonsense at all", "https://", "https://user:word@calendar.example/",
          "https://evil@127.0.0.1/", "https://calendar.example/\r\nX: y", "//calendar.example"})
        EXPECT_EQ(trouble_of(address), "malformed") << address;
    EXPECT_EQ(trouble_of("https://calendar.example/" + std::string(3000, 'a')), "malformed");
}

TEST(AnAddressToFetch, is_refused_unless_the_operator_allows_it) {
    EXPECT_EQ(trouble_of("https://calendar.example/", {}), "not_allowed");
    EXPECT_EQ(trouble_of("https://other.example/", {"calendar.example"}), "not_allowed");
    EXPECT_EQ(trouble_of("https://evil-calendar.example/", {"calendar.example"}), "not_allowed");
    EXPECT_TRUE(look_at("https://Calendar.Example./a#b", {"calendar.example"}));
    EXPECT_EQ(look_at("webcal://calendar.example/a?b=c", {"*"})->url, "https://calendar.example/a?b=c");
    EXPECT_EQ(malformed_entry({"*", "calendar.example", "http://127.0.0.1:8080", "https://c.example:8443"}), "");
    for (auto const* entry :
         {"", "calendar.example/path", "http://c.example/path", "a b", "*.example", "c.example:8443"})
        EXPECT_NE(malformed_entry({entry}), "") << entry;
}

TEST(AName, is_refused_when_any_of_its_addresses_is_not_public) {
    auto const fetched = [](std::vector<std::string> addresses) {
        return outcome_of(fetch("https://calendar.example/", {"*"}, {}, says(std::move(addresses))));
    };
    EXPECT_EQ(fetched({"127.0.0.1"}), "not_allowed");
    EXPECT_EQ(fetched({"8.8.8.8", "10.0.0.1"}), "not_allowed");
    EXPECT_EQ(fetched({"2606:4700::1111", "::1"}), "not_allowed");
    EXPECT_EQ(fetched({}), "unreachable");
    // An allowed host is no way in either: only a whole origin is reached at a private address.
    EXPECT_EQ(outcome_of(fetch("https://calendar.example/", {"calendar.example"}, {}, says({"127.0.0.1"}))),
              "not_allowed");
}

TEST(AFetch, reads_an_origin_that_the_operator_names_and_sends_nothing_of_the_house) {
    AnsweringServer server(AnsweringServer::with("BEGIN:VCALENDAR"));
    EXPECT_EQ(fetch(server.origin() + "/private/canary.ics", {server.origin()}).value(), "BEGIN:VCALENDAR");
    auto const asked = server.asked().at(0);
    EXPECT_TRUE(asked.starts_with("GET /private/canary.ics HTTP/1.1\r\n")) << asked;
    for (auto const* head : {"Cookie", "Authorization", "Referer", "Accept-Encoding"})
        EXPECT_EQ(asked.find(head), std::string::npos) << asked;
    EXPECT_EQ(trouble_of(server.origin() + "/", {"*"}), "not_https") << "without being named it is not reached";
}

TEST(AFetch, stays_within_its_limits_and_follows_nobody) {
    auto const answered = [](std::string const& answer, Limits const& limits = {}) {
        AnsweringServer server(answer);
        return outcome_of(fetch(server.origin(), {server.origin()}, limits));
    };
    EXPECT_EQ(answered(AnsweringServer::with("", "302 Found", "Location: http://127.0.0.1/\r\n")), "redirected");
    EXPECT_EQ(answered(AnsweringServer::with("no", "403 Forbidden")), "unreachable");
    EXPECT_EQ(answered("no HTTP at all\r\n\r\n"), "unreachable");
    EXPECT_EQ(answered(AnsweringServer::with(std::string(1001, 'x')), {.octets = 1000}), "too_large");
    EXPECT_EQ(answered("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(1001, 'x'), {.octets = 1000}),
              "too_large")
        << "also without a length said before";
    EXPECT_EQ(answered(AnsweringServer::with("x"), {.at_once = 0}), "too_busy");
    AnsweringServer silent("", true);
    EXPECT_EQ(outcome_of(fetch(silent.origin(), {silent.origin()}, {.answers_within = std::chrono::milliseconds(100)})),
              "unreachable");
}

}  // namespace
}  // namespace outbound
