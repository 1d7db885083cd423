#pragma once
// The private link of a confidential contact who is outside the organisation and does not sign in (rules 13): it opens
// their room, and nothing else. It opens nothing once they have a password, have left or are no contact any more.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/crypto/link.hpp"

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

// "/room/<token>", below the public address.
std::string contact_link_path(crypto::Keys const& keys, access::OrganisationId organisation, ContactLink const& link);
struct OpenedContactLink {
    access::OrganisationId organisation;
    access::PersonId person;
    crypto::Nonce nonce;
};
// None of ours is "not there".
base::Result<OpenedContactLink> open_contact_link(crypto::Keys const& keys, std::string_view token);

base::Refusal contact_link_not_found();

}  // namespace care
