#include "care/contact_link.hpp"

namespace care {
namespace {

constexpr std::string_view kContactPurpose = "contact_room";

}  // namespace

base::Result<bool> check_link(LinkHolder const& holder) {
    if (!holder.is_contact) return base::conflict("not_a_contact", "this person is no confidential contact");
    if (holder.has_password) return base::conflict("signs_in", "whoever has a password reads their room signed in");
    if (!holder.has_address)
        return base::conflict("no_address", "the link is sent to a mail address, and there is none");
    return true;
}

std::string contact_link_path(crypto::Keys const& keys, access::OrganisationId organisation, ContactLink const& link) {
    return "/room/" + crypto::sign_link(keys, {std::string(kContactPurpose), base::any(organisation),
                                               base::any(link.person_id), link.nonce});
}

base::Result<OpenedContactLink> open_contact_link(crypto::Keys const& keys, std::string_view token) {
    auto const link = crypto::open_link(keys, kContactPurpose, token);
    if (!link) return contact_link_not_found();
    return OpenedContactLink{base::as<access::OrganisationId>(link->organisation), base::as<access::PersonId>(link->id),
                             link->nonce};
}

base::Refusal contact_link_not_found() {
    return base::not_found("contact link");
}

}  // namespace care
