#include "programme/closing_http.hpp"

#include "organisation/organisation_store.hpp"
#include "platform/qr_code.hpp"
#include "programme/called_http.hpp"
#include "programme/called_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/closing_store.hpp"
#include "programme/end_reminder_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace programme {
namespace {

std::vector<ClosingAction> closing_actions(Programme const& programme, std::optional<Closing> const& closing) {
    std::vector<ClosingAction> actions;
    bool const is_closed = programme.state == State::closed;
    if (programme.state != State::draft && !is_closed) actions.push_back(ClosingAction::announce);
    if (closing && (!is_closed || !closing->agreed_at)) actions.push_back(ClosingAction::write_review);
    return actions;
}

void add_closing(ClosingAnswer& answer, Closing const& closing) {
    answer.version = closing.version;
    answer.closes_on = closing.closes_on;
    answer.announced_at = closing.announced_at;
    answer.kept_until = kept_until(closing);
    answer.targets = closing.targets;
    answer.thanks = closing.thanks;
    answer.agreed_at = closing.agreed_at;
}

void add_coming_end(ClosingAnswer& answer, EndReminder const& reminder) {
    auto const told_on = announced_by_house_on(reminder);
    answer.announced_by_house_on = told_on;
    answer.last_day_by_house = last_day_by_house(reminder, told_on);
}

ClosingAnswer closing_answer(access::Call& call, Programme const& programme) {
    auto const organisation = call.viewer.organisation;
    auto const closing = store::find_closing(call.tx, organisation, programme.id);
    auto const sponsor = store::find_sponsor(call.tx, organisation, programme.id);
    bool const has_sponsor = sponsor && sponsor->accepted_at;
    auto const today = organisation::store::today(call.tx, organisation, call.now);
    ClosingAnswer answer;
    answer.state = programme.state;
    answer.earliest_on = earliest_closing(today);
    answer.taking_part = static_cast<std::int32_t>(store::list_taking_part(call.tx, organisation, programme.id).size());
    answer.ends_on = programme.ends_on;
    if (closing)
        add_closing(answer, *closing);
    else if (programme.ends_on && programme.state != State::draft)
        add_coming_end(answer, store::find_coming_end(call.tx, organisation, programme.id)
                                   .value_or(next_reminder(*programme.ends_on, today)));
    if (has_sponsor) answer.sponsor_name = sponsor->name;
    if (has_sponsor && !answer.targets.empty()) {
        answer.link = call.tools.public_url + "/closing/" +
                      crypto::sign_link(call.tools.keys, closing_link_of(*sponsor, organisation));
        answer.qr_code = qr_code::svg(*answer.link);
    }
    answer.remaining = remaining_steps(closing, has_sponsor);
    answer.allowed_actions = closing_actions(programme, closing);
    return answer;
}

base::Result<crypto::Link> closing_link_in_path(access::Call& call) {
    auto link = crypto::open_link(call.tools.keys, kClosingLink, call.parameter("link"));
    if (!link) return base::not_found("closing");
    return *link;
}

}  // namespace

base::Result<ClosingAnswer> show_closing(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const programme = store::find_led_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    return closing_answer(call, *programme);
}

base::Result<ClosingAnswer> put_closing(access::Call& call, ClosingAnnouncement const& wanted) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(announce_closing(call.tx, call.viewer, id, wanted, call.now));
    return show_closing(call);
}

base::Result<ClosingAnswer> put_closing_review(access::Call& call, ClosingReview const& review) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(review_closing(call.tx, call.viewer, id, review, call.now));
    return show_closing(call);
}

base::Result<OwnClosings> list_my_closings(access::Call& call) {
    OwnClosings list;
    auto const organisation = call.viewer.organisation;
    for (auto const& closing : store::list_own_closings(call.tx, call.viewer)) {
        auto const state = store::find_programme(call.tx, organisation, closing.programme_id).value().state;
        list.items.push_back({closing.programme_id,
                              store::find_called(call.tx, organisation, closing.programme_id, call.viewer.language),
                              state == State::closed, closing.closes_on, echo_from(closing), kept_until(closing),
                              closing.agreed_at ? closing.targets : std::vector<ClosingTarget>{}, closing.thanks});
    }
    return list;
}

base::Result<ClosingReviewPage> show_closing_review(access::Call& call) {
    TRY(link, closing_link_in_path(call));
    auto const asked = find_asked_to_agree(call.tx, link);
    if (!asked) return base::not_found("closing");
    auto const organisation = base::as<OrganisationId>(link.organisation);
    auto const& closing = asked->closing;
    return ClosingReviewPage{store::organisation_name(call.tx, organisation),
                             called_by_link(call, organisation, closing.programme_id),
                             asked->sponsor.name,
                             closing.closes_on,
                             closing.version,
                             closing.targets,
                             closing.thanks,
                             closing.agreed_at};
}

base::Result<ClosingReviewPage> put_closing_agreement(access::Call& call, ClosingAgreement const& agreement) {
    TRY(link, closing_link_in_path(call));
    TRY_VOID(agree_to_closing(call.tx, link, agreement, call.now));
    return show_closing_review(call);
}

}  // namespace programme
