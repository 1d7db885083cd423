#include "invitation/invitation_http.hpp"

#include "invitation/invitation_actions.hpp"
#include "invitation/invitation_store.hpp"
#include "programme/programme_store.hpp"
#include "signin/password_link_http.hpp"

namespace invitation {

base::Result<InvitationsSent> post_invitations(access::Call& call, InvitationsInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    return invite(call.tx, call.viewer, id, input, call.now);
}

base::Result<InvitationCounts> count_invitations(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!programme::store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    return store::count(call.tx, call.viewer.organisation, id);
}

base::Result<WrittenAgain> post_reminder(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    return write_to_not_joined(call.tx, call.viewer, id, call.now);
}

base::Result<signin::PasswordLinks> post_letters(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY(letters, make_letters(call.tx, call.viewer, id, call.tools.clock.wall(), call.now));
    return signin::with_addressees(call, letters);
}

base::Result<OwnInvitationList> list_my_invitations(access::Call& call) {
    return OwnInvitationList{store::list_own(call.tx, call.viewer)};
}

base::Result<OwnAnswer> put_answer(access::Call& call, AnswerInput const& input) {
    TRY(id, call.id<InvitationId>("id"));
    return answer(call.tx, call.viewer, id, input.answer, call.now);
}

}  // namespace invitation
