#pragma once

#include <string>
#include <vector>

#include "access/call.hpp"
#include "audit/event.hpp"
#include "signin/password_link.hpp"
#include "signin/session_actions.hpp"

namespace signin {

inline constexpr audit::Kind password_links_made{"password_links.made"};
inline constexpr audit::Kind password_set{"person.password_set"};

enum class Delivery {
    handed,  // copied by whoever made it
    mailed,
    printed,  // a letter: the link that still opens stays good, and whoever has a password needs none
};
BOOST_DESCRIBE_ENUM(Delivery, handed, mailed, printed)

// One link a person; older ones are void unless it is printed. All or nothing: refused for a person who is not there,
// whom the viewer may not activate, or, when mailed, who has no address (`no_address`). One event.
base::Result<std::vector<PasswordLink>> make_links(access::Call& call, std::vector<access::PersonId> const& people,
                                                   Delivery delivery);

// For the rooms above, whose invitation is the same letter: an activation for somebody who has no password, the open
// one where there is one. Nothing for somebody who can sign in already.
std::optional<PasswordLink> activation_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                                          base::Instant wall);

// A mail to whoever is meant, if anybody is and has an address. Refused only for an address that asks too often; for
// all else there is one answer.
base::Result<bool> mail_reset(access::Tools& tools, std::string const& sign_in_name,
                              std::optional<std::string> const& organisation, Browser const& browser);

// Uses the link up and signs in. Of many at once exactly one succeeds. Refused: not found, link_used, link_expired,
// link_replaced, and as check_new_password.
base::Result<SignedIn> set_password_by_link(access::Visit& visit, std::string_view token, std::string const& password);

}  // namespace signin
