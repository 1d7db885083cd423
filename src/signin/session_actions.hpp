#pragma once
// Signing in and out. Signing in records no event: "online" is told to nobody (rules B).

#include <string>

#include "access/call.hpp"
#include "audit/event.hpp"
#include "signin/session.hpp"

namespace signin {

inline constexpr audit::Kind password_changed{"person.password_changed"};
inline constexpr audit::Kind signed_out_everywhere{"person.signed_out_everywhere"};

// What a browser brought along.
struct Browser {
    std::string address;
    std::string user_agent;
    std::string session_cookie;  // of before, "" when none
    std::string known_cookie;    // of kBrowserCookie
};
Browser browser_of(http::Request const& request);

// Who is in now, with the secret for their cookie.
struct SignedIn {
    SessionKey key;
    PersonId person;
};

// A session of its own for this browser; the one it brought along ends, whoever's it was.
SignedIn start_session(db::Tx& tx, OrganisationId organisation, PersonId person, Browser const& browser,
                       base::Instant wall);

struct Attempt {
    std::string sign_in_name;  // or the e-mail address
    std::string password;
    std::optional<std::string> organisation;  // slug; none where there is one organisation
};
// The same refusal (`wrong_credentials`), after the same work, for a wrong password, an unknown name, an unknown
// organisation, somebody who has left and somebody who has no password yet. `too_many_attempts` before any of that.
base::Result<SignedIn> begin_session(access::Tools& tools, Attempt const& attempt, Browser const& browser);

// Every session ends, this browser gets a new one. Refused: `wrong_password`, and as check_new_password.
base::Result<SignedIn> replace_password(access::Visit& visit, std::string const& current, std::string const& wanted);

// Ends every session of a person; recorded by whoever asks for it.
void sign_out_everywhere(db::Tx& tx, OrganisationId organisation, PersonId person);
// Ends every session of the viewer, this one too.
void sign_out_everywhere(db::Tx& tx, access::Viewer const& viewer, base::Instant now);

// Removes what is over; for the schedule.
void tidy_sessions(db::Tx& tx, base::Instant wall);

}  // namespace signin
