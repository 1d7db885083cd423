#pragma once
// A link that lets a person set a password: an activation for the first one, a reset for another. It is copied,
// mailed, or printed as a letter with a QR code. Used once, it is used up; a newer one voids the older.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/link.hpp"
#include "base/time.hpp"

namespace signin {

using PasswordLinkId = base::Id<struct PasswordLinkTag>;

enum class LinkPurpose { activation, reset };
BOOST_DESCRIBE_ENUM(LinkPurpose, activation, reset)

enum class LinkState { open, used, expired, voided };
BOOST_DESCRIBE_ENUM(LinkState, open, used, expired, voided)

// A letter may lie on a desk; a mail that somebody asked for just now need not.
inline constexpr base::Duration kActivationLasts = std::chrono::hours(24 * 30);
inline constexpr base::Duration kResetLasts = std::chrono::hours(1);
// Made by an administrator for somebody without an address.
inline constexpr base::Duration kHandedResetLasts = std::chrono::hours(24 * 3);

struct PasswordLink {
    PasswordLinkId id;
    access::PersonId person_id;
    LinkPurpose purpose{};
    crypto::Nonce nonce;
    std::optional<access::PersonId> made_by;
    base::Instant made_at;
    base::Instant expires_at;
    std::optional<base::Instant> used_at;
    std::optional<base::Instant> voided_at;
};
BOOST_DESCRIBE_STRUCT(PasswordLink, (),
                      (id, person_id, purpose, nonce, made_by, made_at, expires_at, used_at, voided_at))

LinkState state_of(PasswordLink const& link, base::Instant wall);
// Refused: link_used, link_expired, link_replaced.
base::Result<bool> check_open(PasswordLink const& link, base::Instant wall);

inline constexpr access::LinkKind<PasswordLinkId> kPasswordLink{"password", "/activation/", "link"};
using OpenedLink = access::OpenedLink<PasswordLinkId>;
std::string password_link_path(crypto::Keys const& keys, access::OrganisationId organisation, PasswordLink const& link);

// For whom may the viewer make a link? Coordinators for people without a password and without a role, so that nobody
// comes by another's rights; administrators for everybody. Refused: `may_not_activate`.
base::Result<LinkPurpose> purpose_for(access::Viewer const& viewer, bool has_password, bool has_role);

base::Refusal link_used();
base::Refusal link_expired();
base::Refusal link_replaced();
base::Refusal may_not_activate();

}  // namespace signin
