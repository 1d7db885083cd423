#include "voice/draft_actions.hpp"

#include "access/hint.hpp"
#include "notice/notice_actions.hpp"
#include "person/conflict.hpp"
#include "person/conflict_store.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "programme/enrolment_store.hpp"
#include "voice/draft_store.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

bool takes_part(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme, PersonId person) {
    for (auto side : {programme::Side::mentor, programme::Side::mentee})
        if (programme::store::find_enrolment_of(tx, organisation, programme, person, side)) return true;
    return false;
}

}  // namespace

base::Result<bool> name_drafter(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                std::string const& colleague, base::Instant now) {
    if (!store::is_sponsor(tx, viewer, programme)) return base::not_found("programme");
    TRY(meant, person::only_one(person::store::find_meant(tx, viewer, colleague), "/colleague"));
    auto const person = person::store::find(tx, viewer.organisation, meant).value();
    if (person.is_name_only || !person.is_active || viewer.is(meant))
        return base::invalid("/colleague", "nobody_of_this_name");
    if (takes_part(tx, viewer.organisation, programme, meant)) return base::invalid("/colleague", "takes_part");
    store::save_drafter(tx, viewer, programme, meant);
    person::record_needed(tx, viewer.organisation, meant);
    notice::tell(tx, viewer.organisation, meant, notice::asked_to_draft, base::any(programme), now);
    return true;
}

base::Result<bool> end_drafting(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    if (!store::is_sponsor(tx, viewer, programme)) return base::not_found("programme");
    store::delete_drafter(tx, viewer, programme);
    return true;
}

base::Result<bool> draft_decision(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, QuestionId id,
                                  DecisionDraft const& wanted, base::Instant now) {
    auto const found = store::find_seat(tx, viewer, id);
    if (!found || !writes_drafts(found->seat)) return question_not_found();
    auto const& question = found->question;
    if (question.closed_on) return question_closed();
    auto const organisation = viewer.organisation;
    auto const standing = store::find_draft(tx, keys, organisation, id);
    if (wanted.version != (standing ? standing->version : 0)) return base::stale("draft");
    store::save_draft(tx, keys, organisation, id,
                      {wanted.version + 1, wanted.outcome, wanted.reason, wanted.heard, wanted.until_on});
    if (found->seat == QuestionSeat::drafter)
        notice::tell(tx, organisation, question.person_id, notice::draft_waits, base::any(id), now);
    access::hint(tx, organisation, "question", base::any(id), {question.person_id});
    return true;
}

}  // namespace voice
