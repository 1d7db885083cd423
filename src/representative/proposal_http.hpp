#pragma once

#include "access/call.hpp"
#include "representative/proposal_shapes.hpp"

namespace representative {

base::Result<ProgrammeSettings> show_settings(access::Call& call);
base::Result<programme::SettingChangeList> list_setting_changes(access::Call& call,
                                                                programme::SettingChangeQuery const& query);

base::Result<SettingProposals> list_setting_proposals(access::Call& call);
// Of every programme in which the viewer is on a side.
base::Result<SettingProposals> list_my_setting_proposals(access::Call& call);
base::Result<SettingProposal> post_setting_proposal(access::Call& call, NewSettingProposal const& wanted);
base::Result<SettingProposal> put_setting_proposal_answer(access::Call& call, SettingProposalReply const& reply);
base::Result<SettingProposal> remove_setting_proposal(access::Call& call);

}  // namespace representative
