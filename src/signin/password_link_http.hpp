#pragma once

#include <span>

#include "access/call.hpp"
#include "signin/password_link_shapes.hpp"

namespace signin {

// Anybody who holds the link. Looking consumes nothing.
base::Result<Activation> show_activation(access::Call& call);
base::Result<access::Nothing> activate(access::Visit& visit, NewPassword const& wanted);
base::Result<access::Nothing> ask_for_reset(access::Visit& visit, PasswordResetRequest const& request);

// For coordinators and administrators: to copy, to mail, to print.
base::Result<PasswordLinks> make_password_links(access::Call& call, NewPasswordLinks const& wanted);
// As letters: each link with its addressee, those that the viewer may not hand on left out.
PasswordLinks with_addressees(access::Call& call, std::span<PasswordLink const> links);
base::Result<PasswordLinks> list_password_links(access::Call& call, PasswordLinkQuery const& query);
base::Result<access::Document> show_password_link_qr_code(access::Call& call);

}  // namespace signin
