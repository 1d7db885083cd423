#include "signin/password_link.hpp"

namespace signin {

LinkState state_of(PasswordLink const& link, base::Instant wall) {
    if (link.used_at) return LinkState::used;
    if (link.voided_at) return LinkState::voided;
    return wall >= link.expires_at ? LinkState::expired : LinkState::open;
}

base::Result<bool> check_open(PasswordLink const& link, base::Instant wall) {
    switch (state_of(link, wall)) {
        case LinkState::used:
            return link_used();
        case LinkState::expired:
            return link_expired();
        case LinkState::voided:
            return link_replaced();
        case LinkState::open:
            break;
    }
    return true;
}

std::string password_link_path(crypto::Keys const& keys, access::OrganisationId organisation,
                               PasswordLink const& link) {
    return kPasswordLink.path(keys, organisation, link.id, link.nonce);
}

base::Result<LinkPurpose> purpose_for(access::Viewer const& viewer, bool has_password, bool has_role) {
    if (!viewer.is_administrator() && (has_password || has_role)) return may_not_activate();
    return has_password ? LinkPurpose::reset : LinkPurpose::activation;
}

base::Refusal link_used() {
    return base::conflict("link_used", "This link was used already.");
}
base::Refusal link_expired() {
    return base::conflict("link_expired", "This link is too old.");
}
base::Refusal link_replaced() {
    return base::conflict("link_replaced", "A newer link was made.");
}
base::Refusal may_not_activate() {
    return base::forbidden("may_not_activate",
                           "Only an administrator makes links for people with a password or a role.");
}

}  // namespace signin
