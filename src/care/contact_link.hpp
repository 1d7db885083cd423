#pragma once
// The private link of a confidential contact who is outside the organisation and does not sign in (rules 13): it opens
// their room, and nothing else. It opens nothing once they have a password, have left or are no contact any more.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/link.hpp"
#include "base/time.hpp"

namespace care {

struct ContactLink {
    access::PersonId person_id;
    crypto::Nonce nonce;
    base::Day made_on;
};
BOOST_DESCRIBE_STRUCT(ContactLink, (), (person_id, nonce, made_on))

// What decides whether somebody may have one.
struct LinkHolder {
    bool is_contact = false;
    bool has_address = false;
    bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(LinkHolder, (), (is_contact, has_address, has_password))
// Refuses: not_a_contact, no_address, signs_in.
base::Result<bool> check_link(LinkHolder const& holder);

inline constexpr access::LinkKind<access::PersonId> kContactLink{"contact_room", "/room/", "contact link"};
std::string contact_link_path(crypto::Keys const& keys, access::OrganisationId organisation, ContactLink const& link);

}  // namespace care
