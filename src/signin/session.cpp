#include "signin/session.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "platform/crypto/link.hpp"
#include "platform/crypto/secret.hpp"

namespace signin {

namespace {

constexpr std::size_t kSecretLetters = 43;
constexpr std::string_view kBrowserPurpose = "browser";
constexpr std::int64_t kSecondsInAYear = 365 * 24 * 3600;

std::string cookie_line(std::string_view name, std::string_view value, std::int64_t seconds) {
    return fmt::format("{}={}; Path=/; Max-Age={}; Secure; HttpOnly; SameSite=Lax", name, value, seconds);
}

using Mark = std::pair<std::string_view, std::string_view>;

// In this order: every browser also calls itself by the names further down.
constexpr std::array kBrowserMarks{Mark{"Edg", "Edge"},       Mark{"OPR/", "Opera"},     Mark{"Firefox/", "Firefox"},
                                   Mark{"Chrome/", "Chrome"}, Mark{"Safari/", "Safari"}, Mark{"curl/", "curl"}};
constexpr std::array kSystemMarks{Mark{"iPhone", "iPhone"},   Mark{"iPad", "iPad"},    Mark{"Android", "Android"},
                                  Mark{"Windows", "Windows"}, Mark{"Mac OS", "macOS"}, Mark{"Linux", "Linux"}};

std::string_view first_of(auto const& marks, std::string_view text) {
    auto const found =
        std::ranges::find_if(marks, [&](Mark const& mark) { return text.find(mark.first) != std::string_view::npos; });
    return found == marks.end() ? std::string_view{} : found->second;
}

}  // namespace

bool is_over(base::Instant started_at, base::Instant seen_at, base::Instant now) {
    return now - started_at >= kAbsoluteLimit || now - seen_at >= kIdleLimit;
}

SessionKey new_session_key(OrganisationId organisation) {
    return {organisation, crypto::random_secret()};
}

std::string to_cookie_value(SessionKey const& key) {
    return crypto::to_base64url(key.organisation.bytes) + "." + key.secret;
}

std::optional<SessionKey> parse_session_key(std::string_view cookie_value) {
    auto const dot = cookie_value.find('.');
    if (dot == std::string_view::npos || cookie_value.size() - dot - 1 != kSecretLetters) return std::nullopt;
    auto const organisation = crypto::from_base64url(cookie_value.substr(0, dot));
    OrganisationId id;
    if (!organisation || organisation->size() != id.bytes.size()) return std::nullopt;
    std::ranges::copy(*organisation, id.bytes.begin());
    return SessionKey{id, std::string(cookie_value.substr(dot + 1))};
}

meta::Bytes digest_of(SessionKey const& key) {
    auto const digest = crypto::sha256(key.secret);
    return {{digest.begin(), digest.end()}};
}

std::string session_cookie(SessionKey const& key) {
    return cookie_line(kSessionCookie, to_cookie_value(key),
                       std::chrono::duration_cast<std::chrono::seconds>(kAbsoluteLimit).count());
}

std::string browser_cookie(crypto::Keys const& keys, OrganisationId organisation, PersonId person) {
    auto const token = crypto::sign_link(
        keys, {std::string(kBrowserPurpose), base::any(organisation), base::any(person), crypto::random_nonce()});
    return cookie_line(kBrowserCookie, token, kSecondsInAYear);
}

std::string ended_session_cookie() {
    return cookie_line(kSessionCookie, "", 0);
}

bool is_known_browser(crypto::Keys const& keys, std::string_view cookie_value, OrganisationId organisation,
                      PersonId person) {
    auto const link = crypto::open_link(keys, kBrowserPurpose, cookie_value);
    return link && link->organisation == base::any(organisation) && link->id == base::any(person);
}

std::string browser_of(std::string_view user_agent) {
    auto const browser = first_of(kBrowserMarks, user_agent);
    auto const system = first_of(kSystemMarks, user_agent);
    if (browser.empty() || system.empty()) return std::string(browser.empty() ? system : browser);
    return fmt::format("{}, {}", browser, system);
}

base::Refusal wrong_credentials() {
    return {
        base::RefusalKind::unauthenticated, "wrong_credentials", "No such sign-in name with this password.", {}, {}};
}

base::Refusal wrong_password() {
    return base::invalid("/current_password", "wrong_password");
}

}  // namespace signin
