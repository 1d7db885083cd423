#include "programme/closing_actions.hpp"

#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing_store.hpp"
#include "programme/end_reminder.hpp"
#include "programme/open_call_store.hpp"
#include "programme/programme_actions.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace programme {
namespace {

void tell_all(db::Tx& tx, OrganisationId organisation, ProgrammeId id, notice::Kind const& kind, base::Instant now) {
    auto const closing = store::find_closing(tx, organisation, id);
    if (!closing) return;
    for (auto person : store::list_taking_part(tx, organisation, id))
        notice::tell(tx, organisation, person, kind, closing->announcement_id, now);
}

}  // namespace

base::Result<Closing> announce_closing(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id,
                                       ClosingAnnouncement const& wanted, base::Instant now) {
    auto const programme = store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    auto const organisation = viewer.organisation;
    auto const standing = store::find_closing(tx, organisation, id);
    auto const today = organisation::store::today(tx, organisation, now);
    TRY(closing,
        announce(*programme, standing, wanted.version, wanted.closes_on, tx.make_id<base::AnyId>(), today, now));
    if (standing && standing->announcement_id == closing.announcement_id) return closing;
    store::save_closing(tx, organisation, closing);
    audit::record(tx, viewer, kClosingAnnounced, base::any(id), audit::Facts().day("closes_on", closing.closes_on),
                  now);
    auto const before = standing ? std::optional(standing->closes_on) : std::nullopt;
    move_by_house(tx, organisation, *programme, state_for_last_day(programme->state, before, closing.closes_on, today),
                  now);
    return closing;
}

base::Result<Closing> review_closing(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id,
                                     ClosingReview const& review, base::Instant now) {
    auto const programme = store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    auto const standing = store::find_closing(tx, viewer.organisation, id);
    if (!standing) return closing_not_announced();
    TRY(closing, write_review(programme->state, *standing, review.version, review.targets, review.thanks,
                              tx.make_id<base::AnyId>()));
    store::save_closing(tx, viewer.organisation, closing);
    audit::record(tx, viewer, kClosingReviewed, base::any(id),
                  audit::Facts().number("targets", std::ssize(closing.targets)), now);
    return closing;
}

std::optional<AskedToAgree> find_asked_to_agree(db::Tx& tx, crypto::Link const& link) {
    auto const sponsor = store::find_linked_sponsor(tx, link);
    if (!sponsor || !sponsor->accepted_at) return std::nullopt;
    auto const closing = store::find_closing(tx, base::as<OrganisationId>(link.organisation), sponsor->programme_id);
    if (!closing || closing->targets.empty()) return std::nullopt;
    return AskedToAgree{*sponsor, *closing};
}

base::Result<Closing> agree_to_closing(db::Tx& tx, crypto::Link const& link, ClosingAgreement const& agreement,
                                       base::Instant now) {
    auto const asked = find_asked_to_agree(tx, link);
    if (!asked) return base::not_found("closing");
    TRY(closing, agree(asked->closing, agreement.version, now));
    if (asked->closing.agreed_at) return closing;
    auto const organisation = base::as<OrganisationId>(link.organisation);
    store::save_closing(tx, organisation, closing);
    auto by = access::house(organisation);
    by.person = asked->sponsor.person_id;
    audit::record(tx, by, kClosingAgreed, base::any(closing.programme_id), {}, now);
    return closing;
}

void tell_of_closing(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now) {
    tell_all(tx, organisation, id, notice::closing_announced, now);
}

void tell_closed(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now) {
    tell_all(tx, organisation, id, notice::programme_closed, now);
}

void tell_reviewer(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now) {
    auto const closing = store::find_closing(tx, organisation, id);
    auto const sponsor = store::find_sponsor(tx, organisation, id);
    if (!closing || !closing->review_id || closing->agreed_at || !sponsor || !sponsor->accepted_at) return;
    if (sponsor->person_id)
        notice::tell(tx, organisation, *sponsor->person_id, notice::closing_review, closing->review_id, now);
}

void close_due_programmes(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    for (auto const& closing : store::list_due_closings(tx, organisation, today)) {
        store::save_state(tx, organisation, closing.programme_id, State::closed, now);
        store::delete_open_call(tx, organisation, closing.programme_id);
        audit::record(tx, access::house(organisation), kProgrammeClosed, base::any(closing.programme_id), {}, now);
    }
}

base::Result<bool> check_not_closed(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    auto const programme = store::find_programme(tx, organisation, id);
    if (!programme) return base::not_found("programme");
    return check_not_closed(programme->state);
}

crypto::Link closing_link_of(Sponsor const& sponsor, OrganisationId organisation) {
    return {std::string(kClosingLink), base::any(organisation), base::any(sponsor.id), sponsor.link_nonce};
}

}  // namespace programme
