#include "representative/proposal_http.hpp"

#include <algorithm>

#include "care/sign_store.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/setting_store.hpp"
#include "representative/proposal_actions.hpp"

namespace representative {
namespace {

base::Day today_of(access::Call& call) {
    return organisation::store::today(call.tx, call.viewer.organisation, call.now);
}

std::vector<ProposalAction> actions_of(access::Call& call, Proposal const& proposal, base::Day today) {
    auto const side = side_of(call.viewer, proposal.programme_id);
    if (!side || state_on(proposal, today) != ProposalState::open) return {};
    if (*side == proposal.side) return {ProposalAction::take_back};
    if (call.viewer.is(proposal.proposed_by)) return {};
    return {ProposalAction::agree, ProposalAction::decline};
}

SettingProposal answer_of(access::Call& call, store::FoundProposal const& found, base::Day today) {
    auto called =
        programme::store::find_called(call.tx, call.viewer.organisation, found.programme_id, call.viewer.language);
    return {found.id,
            found.programme_id,
            std::move(called),
            found.kind,
            found.setting,
            found.before,
            found.wanted,
            found.reason,
            found.side,
            found.proposer,
            found.proposed_at,
            found.lapses_on,
            state_on(found, today),
            found.answerer,
            found.answered_at,
            found.answer_reason,
            actions_of(call, found, today)};
}

base::Result<SettingProposal> answer_of(access::Call& call, ProposalId id) {
    auto const found = store::find_proposal(call.tx, call.viewer.organisation, id);
    if (!found) return base::not_found("setting proposal");
    return answer_of(call, *found, today_of(call));
}

std::vector<ProposalKind> may_propose(std::optional<ProposalSide> side, bool is_represented, bool is_locked,
                                      bool is_waiting) {
    if (!side || !is_represented || is_waiting) return {};
    if (!is_locked) return {ProposalKind::lock};
    if (*side == ProposalSide::representative) return {ProposalKind::unlock};
    return {ProposalKind::change, ProposalKind::unlock};
}

std::vector<LockedByAgreement> lockable_of(access::Call& call, ProgrammeSettings const& page, bool is_closed) {
    auto const organisation = call.viewer.organisation;
    auto const today = today_of(call);
    auto const locks = programme::store::list_locks(call.tx, organisation, page.programme_id);
    auto const proposals = store::list_proposals(call.tx, organisation, page.programme_id);
    std::vector<LockedByAgreement> all;
    for (auto const& value : meta::of<LockableSetting>().values) {
        LockedByAgreement one;
        one.setting = static_cast<LockableSetting>(value.number);
        one.value = value_in_force(call.tx, organisation, page.programme_id, one.setting);
        auto const lock = std::ranges::find(locks, one.setting, &programme::SettingLock::setting);
        if (lock != locks.end()) one.locked_on = lock->locked_on;
        one.is_waiting = std::ranges::any_of(proposals, [&](auto const& proposal) {
            return proposal.setting == one.setting && state_on(proposal, today) == ProposalState::open;
        });
        if (!is_closed)
            one.may_propose = may_propose(page.side, page.is_represented, one.locked_on.has_value(), one.is_waiting);
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

base::Result<ProgrammeSettings> show_settings(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const programme = programme::store::find_open_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    auto const organisation = call.viewer.organisation;
    ProgrammeSettings page;
    page.programme_id = id;
    page.programme = programme::store::find_called(call.tx, organisation, id, call.viewer.language);
    page.state = programme->state;
    page.settings = *programme;
    for (auto const& aim : programme::store::list_aims(call.tx, organisation, id))
        if (auto const* words = programme::aim_catalogue(call.viewer.language).find(aim.aim)) {
            page.aims.push_back(*words);
            page.aims.back().instruments = aim.instruments;
        }
    page.eligibility = programme::store::load_eligibility(call.tx, organisation, id);
    page.opened_tops = static_cast<std::int32_t>(programme::store::list_opened_tops(call.tx, organisation, id).size());
    page.sign_thresholds = care::store::thresholds_of(call.tx, organisation, id);
    page.is_represented = !store::list_representatives(call.tx, organisation, id).empty();
    page.side = side_of(call.viewer, id);
    page.lockable = lockable_of(call, page, programme->state == programme::State::closed);
    return page;
}

base::Result<programme::SettingChangeList> list_setting_changes(access::Call& call,
                                                                programme::SettingChangeQuery const& query) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!programme::store::find_open_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    TRY(rows, programme::store::list_changes(call.tx, call.viewer.organisation, id, query));
    programme::SettingChangeList list;
    page::fill(list, std::move(rows));
    return list;
}

base::Result<SettingProposals> list_setting_proposals(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!reads_proposals(call.viewer, id) || !programme::store::find_programme(call.tx, call.viewer.organisation, id))
        return base::not_found("programme");
    auto const today = today_of(call);
    SettingProposals list;
    for (auto const& found : store::list_proposals(call.tx, call.viewer.organisation, id))
        list.items.push_back(answer_of(call, found, today));
    return list;
}

base::Result<SettingProposals> list_my_setting_proposals(access::Call& call) {
    auto const today = today_of(call);
    SettingProposals list;
    for (auto const& found : store::list_waiting(call.tx, call.viewer.organisation, today))
        if (side_of(call.viewer, found.programme_id) && list.items.size() < 100)
            list.items.push_back(answer_of(call, found, today));
    return list;
}

base::Result<SettingProposal> post_setting_proposal(access::Call& call, NewSettingProposal const& wanted) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(id, propose(call.tx, call.viewer, programme, wanted, call.now));
    return answer_of(call, id);
}

base::Result<SettingProposal> put_setting_proposal_answer(access::Call& call, SettingProposalReply const& reply) {
    TRY(id, call.id<ProposalId>("id"));
    TRY_VOID(answer_proposal(call.tx, call.viewer, id, reply, call.now));
    return answer_of(call, id);
}

base::Result<SettingProposal> remove_setting_proposal(access::Call& call) {
    TRY(id, call.id<ProposalId>("id"));
    TRY_VOID(take_proposal_back(call.tx, call.viewer, id, call.now));
    return answer_of(call, id);
}

}  // namespace representative
