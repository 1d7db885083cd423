#pragma once

#include "access/call.hpp"
#include "invitation/invitation_shapes.hpp"
#include "signin/password_link_shapes.hpp"

namespace invitation {

base::Result<InvitationsSent> post_invitations(access::Call& call, InvitationsInput const& input);
base::Result<InvitationCounts> count_invitations(access::Call& call);
base::Result<WrittenAgain> post_reminder(access::Call& call);
base::Result<signin::PasswordLinks> post_letters(access::Call& call);
base::Result<OwnInvitationList> list_my_invitations(access::Call& call);
base::Result<OwnAnswer> put_answer(access::Call& call, AnswerInput const& input);

}  // namespace invitation
