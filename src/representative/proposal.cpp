#include "representative/proposal.hpp"

#include "base/text.hpp"

namespace representative {

ProposalState state_on(Proposal const& proposal, base::Day today) {
    if (proposal.state == ProposalState::open && today > proposal.lapses_on) return ProposalState::lapsed;
    return proposal.state;
}

base::Result<bool> check_proposal(ProposalKind kind, ProposalSide side, bool is_locked, meta::Json const& now_in_force,
                                  meta::Json const& wanted) {
    if (kind == ProposalKind::lock)
        return is_locked ? base::Result<bool>(base::conflict("already_locked", "it is locked already")) : true;
    if (!is_locked) return base::conflict("not_locked", "what is not locked is changed in the set-up, without asking");
    if (kind == ProposalKind::unlock) return true;
    if (side != ProposalSide::coordinator)
        return base::conflict("only_coordinators_propose_changes", "a change is proposed by whoever coordinates");
    if (wanted == now_in_force) return base::invalid("/value", "nothing_changes");
    return true;
}

base::Result<Proposal> answer(Proposal proposal, PersonId by, ProposalSide side, bool agrees,
                              std::optional<std::string> const& reason, meta::Json const& now_in_force, base::Day today,
                              base::Instant now) {
    if (auto const state = state_on(proposal, today); state != ProposalState::open) return proposal_closed(state);
    if (proposal.side == side || proposal.proposed_by == by)
        return base::conflict("own_proposal", "the other side answers it");
    auto const words = reason ? base::trim(*reason) : std::string();
    if (!agrees && words.empty()) return base::invalid("/reason", "required");
    if (agrees && proposal.before != now_in_force)
        return base::conflict("changed_meanwhile", "the setting has changed since: it is proposed anew");
    proposal.state = agrees ? ProposalState::agreed : ProposalState::declined;
    proposal.answered_by = by;
    proposal.answered_at = now;
    if (!words.empty()) proposal.answer_reason = words;
    return proposal;
}

base::Result<Proposal> take_back(Proposal proposal, base::Day today) {
    if (auto const state = state_on(proposal, today); state != ProposalState::open) return proposal_closed(state);
    proposal.state = ProposalState::taken_back;
    return proposal;
}

base::Refusal proposal_waits() {
    return base::conflict("proposal_waits", "one about this setting waits for its answer");
}

base::Refusal no_representative() {
    return base::conflict("no_representative", "nobody represents the employees: the administrator names somebody");
}

base::Refusal proposal_closed(ProposalState state) {
    return base::conflict("proposal_closed", "it waits for no answer any more",
                          {{"state", std::string(meta::name_of(state))}});
}

}  // namespace representative
