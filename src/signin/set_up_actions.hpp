#pragma once
// The first organisation and its first administrator: by the set-up page with the code that the server printed, or by
// `obverse admin create`, which also adds further organisations.

#include <optional>
#include <string>

#include "access/call.hpp"
#include "signin/password_link.hpp"
#include "signin/session_actions.hpp"

namespace signin {

struct Founder {
    std::string organisation_name;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
    std::string name;
    std::string sign_in_name;
};

// Refused: `already_set_up`, `wrong_code`, and each field as its room refuses it.
base::Result<SignedIn> set_up(access::Visit& visit, std::string const& code, Founder const& founder,
                              std::string const& password);

struct NewAdministrator {
    // The slug of an organisation that is there, or else the name of a new one.
    std::string organisation;
    std::string name;
    std::string sign_in_name;
    std::optional<std::string> email;
};
// The link to print: whoever runs the command never learns the password.
struct CreatedAdministrator {
    access::OrganisationId organisation;
    std::string slug;
    PasswordLink link;
};
base::Result<CreatedAdministrator> create_administrator(db::Tx& tx, NewAdministrator const& wanted, base::Instant wall,
                                                        base::Instant now);

}  // namespace signin
