#include "care/contact_link.hpp"

namespace care {

base::Result<bool> check_link(LinkHolder const& holder) {
    if (!holder.is_contact) return base::conflict("not_a_contact", "this person is no confidential contact");
    if (holder.has_password) return base::conflict("signs_in", "whoever has a password reads their room signed in");
    if (!holder.has_address)
        return base::conflict("no_address", "the link is sent to a mail address, and there is none");
    return true;
}

std::string contact_link_path(crypto::Keys const& keys, access::OrganisationId organisation, ContactLink const& link) {
    return kContactLink.path(keys, organisation, link.person_id, link.nonce);
}

}  // namespace care
