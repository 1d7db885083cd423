#include "representative/proposal_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "care/care_actions.hpp"
#include "care/sign_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/end_reminder_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/setting_actions.hpp"
#include "programme/setting_store.hpp"

namespace representative {
namespace {

using programme::SettingChangeKind;

bool is_locked(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, LockableSetting setting) {
    auto const locks = programme::store::list_locks(tx, organisation, programme);
    return std::ranges::find(locks, setting, &programme::SettingLock::setting) != locks.end();
}

base::Result<care::Thresholds> read_thresholds(meta::Json const& value) {
    TRY(thresholds, json::read<care::Thresholds>(value.text));
    thresholds.version = 0;
    return care::checked(thresholds);
}

// As it would be stored; refuses what the set-up refuses, below /value.
base::Result<meta::Json> checked_value(programme::Programme const& before, LockableSetting setting,
                                       meta::Json const& value) {
    auto refused = [](base::Refusal refusal) {
        for (auto& error : refusal.errors) error.pointer = "/value";
        return refusal;
    };
    if (setting == LockableSetting::sign_thresholds) {
        auto const thresholds = read_thresholds(value);
        if (!thresholds) return refused(thresholds.refusal());
        return care::value_of_thresholds(*thresholds).value;
    }
    auto const normal = programme::check_value(before, setting, value);
    if (!normal) return refused(normal.refusal());
    return *normal;
}

base::Result<bool> carry_out(db::Tx& tx, Viewer const& viewer, Proposal const& proposal, base::Day today,
                             base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const programme = proposal.programme_id;
    auto kind = SettingChangeKind::changed;
    if (proposal.kind == ProposalKind::lock) {
        kind = SettingChangeKind::locked;
        programme::store::insert_lock(tx, organisation, programme, {proposal.setting, today});
    } else if (proposal.kind == ProposalKind::unlock) {
        kind = SettingChangeKind::unlocked;
        programme::store::delete_lock(tx, organisation, programme, proposal.setting);
    } else if (proposal.setting == LockableSetting::sign_thresholds) {
        TRY(thresholds, read_thresholds(proposal.wanted));
        TRY_VOID(care::apply_thresholds(tx, viewer, programme, thresholds, now));
    } else {
        TRY_VOID(programme::apply_value(tx, viewer, programme, proposal.setting, proposal.wanted, now));
    }
    programme::log_agreed(tx, organisation, programme, kind,
                          {std::string(meta::name_of(proposal.setting)), proposal.before, proposal.wanted},
                          {proposal.proposed_by, proposal.answered_by}, now);
    return true;
}

// With the side on which the viewer answers or takes back.
struct Open {
    Proposal proposal;
    ProposalSide side{};
};
base::Result<Open> find_own(db::Tx& tx, Viewer const& viewer, ProposalId id) {
    auto const found = store::find_proposal(tx, viewer.organisation, id);
    if (!found) return base::not_found("setting proposal");
    auto const side = side_of(viewer, found->programme_id);
    if (!side) return base::not_found("setting proposal");
    return Open{*found, *side};
}

void tell_side(db::Tx& tx, OrganisationId organisation, Proposal const& proposal, ProposalSide side,
               notice::Kind const& kind, base::Instant now) {
    auto const people = side == ProposalSide::coordinator
                            ? programme::store::list_coordinators(tx, organisation, proposal.programme_id)
                            : store::list_representatives(tx, organisation, proposal.programme_id);
    for (auto person : people) notice::tell(tx, organisation, person, kind, base::any(proposal.id), now);
}

ProposalSide other(ProposalSide side) {
    return side == ProposalSide::coordinator ? ProposalSide::representative : ProposalSide::coordinator;
}

audit::Facts facts_of(Proposal const& proposal) {
    return audit::Facts()
        .id("programme", proposal.programme_id)
        .word("kind", meta::name_of(proposal.kind))
        .word("setting", meta::name_of(proposal.setting));
}

}  // namespace

std::optional<ProposalSide> side_of(Viewer const& viewer, ProgrammeId programme) {
    if (viewer.coordinates(programme)) return ProposalSide::coordinator;
    auto const represents = [&](access::Grant const& grant) {
        return grant.role == access::Role::employee_representative &&
               (!grant.programme || grant.programme == programme);
    };
    if (std::ranges::any_of(viewer.grants, represents)) return ProposalSide::representative;
    return std::nullopt;
}

bool reads_proposals(Viewer const& viewer, ProgrammeId programme) {
    return viewer.is_administrator() || side_of(viewer, programme).has_value();
}

meta::Json value_in_force(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, LockableSetting setting) {
    if (auto value = programme::find_value(tx, organisation, programme, setting)) return *value;
    return care::value_of_thresholds(care::store::thresholds_of(tx, organisation, programme)).value;
}

base::Result<ProposalId> propose(db::Tx& tx, Viewer const& viewer, ProgrammeId id, NewSettingProposal const& wanted,
                                 base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const side = side_of(viewer, id);
    auto const before = programme::store::find_programme(tx, organisation, id);
    if (!side || !before) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(before->state));
    if (store::list_representatives(tx, organisation, id).empty()) return no_representative();
    Proposal proposal;
    proposal.before = value_in_force(tx, organisation, id, wanted.setting);
    proposal.wanted = proposal.before;
    if (wanted.kind == ProposalKind::change) {
        if (!wanted.value) return base::invalid("/value", "required");
        TRY(value, checked_value(*before, wanted.setting, *wanted.value));
        proposal.wanted = value;
    } else if (wanted.value) {
        return base::invalid("/value", "not_asked_here");
    }
    TRY_VOID(check_proposal(wanted.kind, *side, is_locked(tx, organisation, id, wanted.setting), proposal.before,
                            proposal.wanted));
    auto const today = organisation::store::today(tx, organisation, now);
    proposal.id = tx.make_id<ProposalId>();
    proposal.programme_id = id;
    proposal.kind = wanted.kind;
    proposal.setting = wanted.setting;
    if (wanted.reason && !base::trim(*wanted.reason).empty()) proposal.reason = base::trim(*wanted.reason);
    proposal.side = *side;
    proposal.proposed_by = viewer.person.value();
    proposal.proposed_at = now;
    proposal.lapses_on = today + kAnswerDays;
    if (!store::insert_proposal(tx, organisation, proposal, today)) return proposal_waits();
    audit::record(tx, viewer, kSettingProposed, base::any(proposal.id), facts_of(proposal), now);
    return proposal.id;
}

base::Result<Proposal> answer_proposal(db::Tx& tx, Viewer const& viewer, ProposalId id,
                                       SettingProposalReply const& reply, base::Instant now) {
    TRY(open, find_own(tx, viewer, id));
    auto const organisation = viewer.organisation;
    auto const programme = open.proposal.programme_id;
    TRY_VOID(programme::check_not_closed(tx, organisation, programme));
    auto const today = organisation::store::today(tx, organisation, now);
    TRY(answered, answer(open.proposal, viewer.person.value(), open.side, reply.agrees, reply.reason,
                         value_in_force(tx, organisation, programme, open.proposal.setting), today, now));
    if (!store::save_answer(tx, organisation, answered)) return proposal_closed(ProposalState::agreed);
    if (reply.agrees) TRY_VOID(carry_out(tx, viewer, answered, today, now));
    audit::record(tx, viewer, kSettingProposalAnswered, base::any(id),
                  facts_of(answered).word("state", meta::name_of(answered.state)), now);
    return answered;
}

base::Result<Proposal> take_proposal_back(db::Tx& tx, Viewer const& viewer, ProposalId id, base::Instant now) {
    TRY(open, find_own(tx, viewer, id));
    if (open.side != open.proposal.side) return base::not_found("setting proposal");
    auto const today = organisation::store::today(tx, viewer.organisation, now);
    TRY(taken, take_back(open.proposal, today));
    if (!store::save_answer(tx, viewer.organisation, taken)) return proposal_closed(ProposalState::taken_back);
    audit::record(tx, viewer, kSettingProposalTakenBack, base::any(id), facts_of(taken), now);
    return taken;
}

void tell_proposed(db::Tx& tx, OrganisationId organisation, ProposalId id, base::Instant now) {
    auto const proposal = store::find_proposal(tx, organisation, id);
    if (proposal && proposal->state == ProposalState::open)
        tell_side(tx, organisation, *proposal, other(proposal->side), notice::setting_proposed, now);
}

void tell_answered(db::Tx& tx, OrganisationId organisation, ProposalId id, base::Instant now) {
    auto const proposal = store::find_proposal(tx, organisation, id);
    if (proposal) tell_side(tx, organisation, *proposal, proposal->side, notice::setting_answered, now);
}

}  // namespace representative
