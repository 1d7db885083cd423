#include "invitation/invitation_actions.hpp"

#include <algorithm>

#include "invitation/invitation_store.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_actions.hpp"
#include "person/person_actions.hpp"
#include "programme/closing.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"
#include "signin/password_link_actions.hpp"

namespace invitation {
namespace {

base::Result<programme::Programme> inviting_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id) {
    auto programme = programme::store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(programme->state));
    auto const standing = programme::store::load_standing(tx, viewer.organisation, id);
    TRY_VOID(programme::may_invite(programme->state, *programme, standing));
    return *programme;
}

std::vector<store::Candidate> chosen(db::Tx& tx, Viewer const& viewer, InvitationsInput const& input) {
    auto candidates = store::list_candidates(tx, viewer.organisation);
    std::erase_if(candidates, [&](store::Candidate const& one) {
        if (input.people) return std::ranges::find(*input.people, one.person_id) == input.people->end();
        return !programme::is_eligible(*input.filter, {one.level, one.department, one.site});
    });
    return candidates;
}

}  // namespace

base::Result<InvitationsSent> invite(db::Tx& tx, Viewer const& viewer, ProgrammeId id, InvitationsInput const& input,
                                     base::Instant now) {
    TRY(programme, inviting_programme(tx, viewer, id));
    if (input.people.has_value() == input.filter.has_value()) return base::invalid("/people", "people_or_filter");
    auto const eligibility = programme::store::load_eligibility(tx, viewer.organisation, id).of(input.side);
    InvitationsSent sent;
    for (auto const& one : chosen(tx, viewer, input)) {
        if (!programme::is_eligible(eligibility, {one.level, one.department, one.site})) {
            ++sent.not_eligible;
        } else if (store::insert(tx, viewer.organisation, id, one.person_id, input.side, now)) {
            person::record_invited(tx, viewer.organisation, one.person_id, now);
            ++sent.invited;
        } else {
            ++sent.invited_before;
        }
    }
    audit::record(tx, viewer, kInvitationsSent, base::any(id), audit::Facts().number("people", sent.invited), now);
    return sent;
}

base::Result<WrittenAgain> write_to_not_joined(db::Tx& tx, Viewer const& viewer, ProgrammeId id, base::Instant now) {
    TRY_VOID(inviting_programme(tx, viewer, id));
    for (auto const& one : store::list_not_joined(tx, viewer.organisation, id))
        if (may_write_again(one)) store::save_rewrite(tx, viewer.organisation, write_again(one, now));
    audit::record(tx, viewer, kInvitationsWrittenAgain, base::any(id), audit::Facts(), now);
    return WrittenAgain{};
}

base::Result<std::vector<signin::PasswordLink>> make_letters(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                             base::Instant wall, base::Instant now) {
    TRY_VOID(inviting_programme(tx, viewer, id));
    std::vector<signin::PasswordLink> letters;
    for (auto const person : store::list_invited(tx, viewer.organisation, id))
        if (auto link = signin::activation_of(tx, viewer.organisation, person, wall)) letters.push_back(*link);
    audit::record(tx, viewer, kLettersMade, base::any(id), audit::Facts().number("people", std::ssize(letters)), now);
    return letters;
}

base::Result<OwnAnswer> answer(db::Tx& tx, Viewer const& viewer, InvitationId id, Answer given, base::Instant now) {
    auto own = store::find_own(tx, viewer, id);
    if (!own) return base::not_found("invitation");
    auto const enrolment =
        programme::store::find_enrolment_of(tx, viewer.organisation, own->programme_id, own->person_id, own->side);
    bool const takes_part = enrolment && !programme::has_left(enrolment->state);
    if (given == Answer::yes) {
        store::delete_answer(tx, viewer.organisation, id);
        if (takes_part) return OwnAnswer{given, base::any(enrolment->id)};
        auto programme = programme::store::find_programme(tx, viewer.organisation, own->programme_id);
        TRY(joined, programme::join(tx, viewer, *programme, own->person_id, own->side, now));
        return OwnAnswer{given, base::any(joined.id)};
    }
    if (takes_part) {
        TRY_VOID(programme::withdraw_enrolment(tx, viewer, enrolment->id, now));
    }
    store::save_answer(tx, viewer.organisation, id, given, base::utc_day(now));
    audit::record(tx, viewer, kInvitationDeclined, std::nullopt, audit::Facts(), now);
    return OwnAnswer{given, std::nullopt};
}

void tell_invited(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, base::Instant at, base::Instant now) {
    for (auto const& one : store::list_written_at(tx, organisation, programme, at)) {
        bool const is_first = one.written_again == 0;
        auto const subject = is_first ? std::optional(base::any(one.id)) : std::nullopt;
        // A mail row is queued for all alike, so that no list of mails tells who said no (rules 4, D10).
        if (store::is_not_to_be_asked(tx, organisation, one.person_id, base::utc_day(now)))
            notice::store::queue_mail(tx, organisation, one.person_id, notice::invitation, subject, now);
        else
            notice::tell(tx, organisation, one.person_id, notice::invitation, subject, now);
    }
}

}  // namespace invitation
