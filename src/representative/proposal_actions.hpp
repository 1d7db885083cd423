#pragma once
// The verbs of proposals about settings.

#include "audit/event.hpp"
#include "representative/proposal_shapes.hpp"
#include "representative/proposal_store.hpp"

namespace representative {

using access::Viewer;

inline constexpr audit::Kind kSettingProposed{"setting_proposal.made"};
inline constexpr audit::Kind kSettingProposalAnswered{"setting_proposal.answered"};
inline constexpr audit::Kind kSettingProposalTakenBack{"setting_proposal.taken_back"};

// On which side the viewer proposes and answers in this programme; nothing for other readers.
std::optional<ProposalSide> side_of(Viewer const& viewer, ProgrammeId programme);
// May the viewer read what was proposed: the two sides, and whoever administers.
bool reads_proposals(Viewer const& viewer, ProgrammeId programme);

// What holds now, of whichever room it is.
meta::Json value_in_force(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, LockableSetting setting);

// Refuses: not_found, programme_closed, no_representative, proposal_waits, what the set-up refuses (below /value), and
// what `check_proposal` does.
base::Result<ProposalId> propose(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                 NewSettingProposal const& wanted, base::Instant now);
// Agreed to, it is done at once. Refuses: not_found, programme_closed, what `answer` refuses, and what the set-up
// refuses by now.
base::Result<Proposal> answer_proposal(db::Tx& tx, Viewer const& viewer, ProposalId id,
                                       SettingProposalReply const& reply, base::Instant now);
base::Result<Proposal> take_proposal_back(db::Tx& tx, Viewer const& viewer, ProposalId id, base::Instant now);

// To the side that answers; and, once it has, to the side that proposed.
void tell_proposed(db::Tx& tx, OrganisationId organisation, ProposalId id, base::Instant now);
void tell_answered(db::Tx& tx, OrganisationId organisation, ProposalId id, base::Instant now);

}  // namespace representative
