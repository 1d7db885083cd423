#pragma once
// The only SQL that writes proposals about settings.

#include "platform/db/db.hpp"
#include "representative/proposal.hpp"

namespace representative::store {

using access::Viewer;

// Of a programme that the viewer coordinates, administers or represents the employees of.
struct FoundProposal : Proposal {
    std::string proposer;
    std::optional<std::string> answerer;
};
BOOST_DESCRIBE_STRUCT(FoundProposal, (Proposal), (proposer, answerer))
std::optional<FoundProposal> find_proposal(db::Tx& tx, OrganisationId organisation, ProposalId id);
// The latest hundred, newest first.
std::vector<FoundProposal> list_proposals(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Those that wait in any programme of the organisation, the oldest first; at most a thousand.
std::vector<FoundProposal> list_waiting(db::Tx& tx, OrganisationId organisation, base::Day today);

// Those whose day is over make room. False when one about this setting waits.
bool insert_proposal(db::Tx& tx, OrganisationId organisation, Proposal const& proposal, base::Day today);
// False when it is not open any more.
bool save_answer(db::Tx& tx, OrganisationId organisation, Proposal const& proposal);

// Who can sign in and represents the employees of this programme.
std::vector<PersonId> list_representatives(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace representative::store
