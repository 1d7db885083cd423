#include "care/nudge_link_http.hpp"

#include <algorithm>

#include "care/nudge_store.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_store.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/pairing_store.hpp"

namespace care {
namespace {

base::Result<meeting::Party> linked_party(access::Call& call) {
    TRY(opened, kNudgeLink.open(call.tools.keys, call.parameter("token")));
    auto const link = store::find_nudge_link(call.tx, opened.organisation, opened.id);
    if (!opened.is_of(link) || !opens(*link, call.now)) return kNudgeLink.not_found();
    auto const pairing = pairing::store::find(call.tx, opened.organisation, link->pairing_id).value();
    if (!meeting::check_may_meet(pairing::stage_of(pairing))) return kNudgeLink.not_found();
    return meeting::Party{opened.organisation, pairing, pairing.side_of(link->person_id).value()};
}

// On the table, or ahead.
bool has_dates_ahead(db::Tx& tx, meeting::Party const& party, base::Instant now) {
    auto const meetings = meeting::store::list_of_pairing(tx, party.organisation, party.pairing.id);
    return std::ranges::any_of(meetings, [&](meeting::Meeting const& one) {
        return meeting::is_open(one) && (!one.time || one.time->starts_at > now);
    });
}

LinkedNudge answer_by_link(access::Call& call, meeting::Party const& party) {
    LinkedNudge answer;
    static_cast<meeting::LinkedPair&>(answer) = meeting::linked_pair(call.tx, party);
    auto slots = meeting::slots_for(call.tx, call.tools.busy_elsewhere, party, {}, call.now);
    answer.has_dates = has_dates_ahead(call.tx, party, call.now);
    if (answer.has_dates) return answer;
    if (slots.items.size() > kLinkSlots) slots.items.resize(kLinkSlots);
    answer.slots = std::move(slots.items);
    return answer;
}

}  // namespace

base::Result<LinkedNudge> show_linked_nudge(access::Call& call) {
    TRY(party, linked_party(call));
    return answer_by_link(call, party);
}

base::Result<LinkedNudge> put_linked_proposal(access::Call& call, NudgeProposal const& proposal) {
    TRY(party, linked_party(call));
    if (has_dates_ahead(call.tx, party, call.now)) return has_dates();
    TRY(times, meeting::times_in(proposal.times));
    meeting::Where where;
    auto const agreement =
        pairing::store::find_agreement_without_outcomes(call.tx, party.organisation, party.pairing.id);
    if (agreement) where.channel = agreement->channel;
    TRY_VOID(meeting::propose_meeting(call.tx, party, where, std::move(times), call.now));
    return answer_by_link(call, party);
}

}  // namespace care
