#pragma once
// A session: one browser in which one person is signed in. It ends by signing out, after 7 days without use, after 30
// days in any case, and at once when the person's sign_in_epoch is raised.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/meta.hpp"

namespace signin {

using access::OrganisationId;
using access::PersonId;
using access::SessionId;

inline constexpr base::Duration kIdleLimit = std::chrono::hours(24 * 7);
inline constexpr base::Duration kAbsoluteLimit = std::chrono::hours(24 * 30);
// `seen_at` is written at most this often, so that reading stays reading.
inline constexpr base::Duration kSeenStep = std::chrono::minutes(5);

inline constexpr std::string_view kSessionCookie = "__Host-session";
// Proves that this browser signed this person in before (throttle.hpp); opens nothing.
inline constexpr std::string_view kBrowserCookie = "__Host-browser";

bool is_over(base::Instant started_at, base::Instant seen_at, base::Instant now);

// What stands in the cookie: the organisation, so that the finder has its scope, and 256 random bits.
struct SessionKey {
    OrganisationId organisation;
    std::string secret;
};
SessionKey new_session_key(OrganisationId organisation);
std::string to_cookie_value(SessionKey const& key);
std::optional<SessionKey> parse_session_key(std::string_view cookie_value);
meta::Bytes digest_of(SessionKey const& key);

// Set-Cookie lines: Secure, HttpOnly, SameSite=Lax, for this host alone.
std::string session_cookie(SessionKey const& key);
std::string browser_cookie(crypto::Keys const& keys, OrganisationId organisation, PersonId person);
std::string ended_session_cookie();
// Whether the cookie was given to this very person in this organisation.
bool is_known_browser(crypto::Keys const& keys, std::string_view cookie_value, OrganisationId organisation,
                      PersonId person);

// "Firefox, Linux" from a User-Agent, for the list of one's own sessions; "" when it says nothing we know.
std::string browser_of(std::string_view user_agent);

base::Refusal wrong_credentials();
base::Refusal wrong_password();

}  // namespace signin
