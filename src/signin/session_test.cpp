#include "signin/session.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/secret.hpp"
#include "signin/password.hpp"
#include "signin/throttle.hpp"

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr base::Instant kStart{1'000'000'000'000'000};

std::string refusal_of(std::string_view password, std::vector<std::string> const& context = {}) {
    auto const checked = signin::check_new_password(password, context);
    return checked ? "" : checked.refusal().errors.at(0).code;
}

signin::OrganisationId organisation_of(std::uint8_t first) {
    return {{first}};
}

TEST(ASession, is_over_after_seven_days_without_use_and_thirty_in_any_case) {
    EXPECT_FALSE(signin::is_over(kStart, kStart, kStart + hours(24 * 7) - seconds(1)));
    EXPECT_TRUE(signin::is_over(kStart, kStart, kStart + hours(24 * 7)));
    auto const late = kStart + hours(24 * 30);
    EXPECT_FALSE(signin::is_over(kStart, late - hours(1), late - seconds(1)));
    EXPECT_TRUE(signin::is_over(kStart, late - hours(1), late));
}

TEST(ASessionKey, comes_back_from_its_cookie) {
    auto const key = signin::new_session_key(organisation_of(7));
    auto const parsed = signin::parse_session_key(signin::to_cookie_value(key));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->organisation, key.organisation);
    EXPECT_EQ(parsed->secret, key.secret);
    for (auto const* nonsense : {"", ".", "a.b", "....", "AAAAAAAAAAAAAAAAAAAAAA."})
        EXPECT_FALSE(signin::parse_session_key(nonsense)) << nonsense;
    EXPECT_FALSE(signin::parse_session_key(std::string(100'000, 'A')));
}

TEST(ASessionCookie, is_for_this_host_alone_and_not_for_scripts) {
    auto const line = signin::session_cookie(signin::new_session_key(organisation_of(7)));
    EXPECT_TRUE(line.starts_with("__Host-session="));
    EXPECT_TRUE(line.ends_with("; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax")) << line;
    EXPECT_EQ(line.find("Domain"), std::string::npos);
}

TEST(AKnownBrowser, is_known_for_its_person_alone) {
    crypto::Keys const keys{{{1, crypto::random_key()}}, {{1, crypto::random_key()}}};
    signin::PersonId const ana{{1}};
    signin::PersonId const bruno{{2}};
    auto const line = signin::browser_cookie(keys, organisation_of(1), ana);
    auto const value = line.substr(line.find('=') + 1, line.find(';') - line.find('=') - 1);
    EXPECT_TRUE(signin::is_known_browser(keys, value, organisation_of(1), ana));
    EXPECT_FALSE(signin::is_known_browser(keys, value, organisation_of(1), bruno));
    EXPECT_FALSE(signin::is_known_browser(keys, value, organisation_of(2), ana));
    EXPECT_FALSE(signin::is_known_browser(keys, "", organisation_of(1), ana));
}

TEST(ABrowser, is_told_by_its_name_and_system) {
    EXPECT_EQ(signin::browser_of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
              "Firefox, Linux");
    EXPECT_EQ(signin::browser_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                 "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"),
              "Edge, Windows");
    EXPECT_EQ(signin::browser_of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
                                 "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"),
              "Safari, iPhone");
    EXPECT_EQ(signin::browser_of("<script>alert(1)</script>"), "");
}

TEST(ANewPassword, has_between_eight_and_1024_octets) {
    EXPECT_EQ(refusal_of("kq7-zw1"), "too_short");
    EXPECT_EQ(refusal_of("kq7-zw1p"), "");
    EXPECT_EQ(refusal_of(std::string(1024, 'x')), "");
    EXPECT_EQ(refusal_of(std::string(1025, 'x')), "too_long");
    EXPECT_EQ(refusal_of(std::string(1'000'000, 'x')), "too_long");
}

TEST(ANewPassword, needs_no_capitals_digits_or_signs) {
    EXPECT_EQ(refusal_of("correct horse battery staple"), "");
    EXPECT_EQ(refusal_of("šestnáctmodrýchkoní"), "");
    EXPECT_EQ(refusal_of(std::string("nul\0inside", 10)), "");
    EXPECT_EQ(refusal_of("not\xFFutf8!"), "format");
}

TEST(ANewPassword, is_none_that_everybody_tries_first) {
    for (auto const* common : {"password", "PASSWORD", "password1", "1234567890", "iloveyou", "trustno1"})
        EXPECT_EQ(refusal_of(common), "common_password") << common;
}

TEST(ANewPassword, is_not_made_of_the_words_around_it) {
    std::vector<std::string> const context{"ana.moreira", "Ana Moreira", "Nordlys"};
    for (auto const* near : {"nordlys2026", "Nordlys!!!", "MOREIRA99", "anamoreira1", "Obverse123"})
        EXPECT_EQ(refusal_of(near, context), "context_password") << near;
    EXPECT_EQ(refusal_of("nordlys sings at noon", context), "");
}

TEST(APassword, is_the_same_on_two_keyboards) {
    EXPECT_EQ(signin::as_hashed("caf\u00e9-au-lait"), signin::as_hashed("cafe\u0301-au-lait"));
    EXPECT_EQ(signin::as_hashed(std::string(1025, 'x')), "");
    EXPECT_EQ(signin::as_hashed("\xC3\x28"), "");
}

TEST(Guessing, is_free_five_times_and_then_waits_ever_longer) {
    std::optional<signin::Failures> failures;
    auto now = kStart;
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(signin::wait_of(failures, now)) << i;
        failures = signin::after_failure(failures, signin::kPerAccount, now);
    }
    EXPECT_EQ(signin::wait_of(failures, now), seconds(30));
    now = now + seconds(30);
    EXPECT_FALSE(signin::wait_of(failures, now));
    failures = signin::after_failure(failures, signin::kPerAccount, now);
    EXPECT_EQ(signin::wait_of(failures, now), seconds(60));
    for (int i = 0; i < 100; ++i) failures = signin::after_failure(failures, signin::kPerAccount, now);
    EXPECT_EQ(signin::wait_of(failures, now), minutes(15));
}

TEST(Guessing, is_forgotten_after_a_while) {
    std::optional<signin::Failures> failures;
    for (int i = 0; i < 50; ++i) failures = signin::after_failure(failures, signin::kPerAccount, kStart);
    failures = signin::after_failure(failures, signin::kPerAccount, kStart + hours(12));
    EXPECT_EQ(failures->failures, 1);
    EXPECT_FALSE(failures->blocked_until_at);
}

TEST(AnAddress, counts_with_its_network_when_it_is_ipv6) {
    EXPECT_EQ(signin::address_subject("2001:db8:1:2::1"), signin::address_subject("2001:db8:1:2:ffff::9"));
    EXPECT_NE(signin::address_subject("2001:db8:1:2::1"), signin::address_subject("2001:db8:1:3::1"));
    EXPECT_NE(signin::address_subject("192.0.2.1"), signin::address_subject("192.0.2.2"));
}

TEST(AnAccount, counts_the_same_however_its_name_is_written) {
    EXPECT_EQ(signin::account_subject(" ANA "), signin::account_subject("ana"));
    EXPECT_NE(signin::account_subject("ana"), signin::browser_subject("ana"));
}

}  // namespace
