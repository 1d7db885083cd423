#pragma once
// What one side asks of the other about a setting of a programme: to lock it, to unlock it, or to change a locked one
// (rules D16). Coordinator and employee representative are the two sides; roles keep them apart in one person. Pure.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "programme/setting.hpp"

namespace representative {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;
using programme::LockableSetting;
using ProposalId = base::Id<struct SettingProposalTag>;

enum class ProposalKind { lock, unlock, change };
BOOST_DESCRIBE_ENUM(ProposalKind, lock, unlock, change)

enum class ProposalSide { coordinator, representative };
BOOST_DESCRIBE_ENUM(ProposalSide, coordinator, representative)

enum class ProposalState { open, agreed, declined, taken_back, lapsed };
BOOST_DESCRIBE_ENUM(ProposalState, open, agreed, declined, taken_back, lapsed)

// It lapses when nobody has answered by then.
inline constexpr int kAnswerDays = 28;

struct Proposal {
    ProposalId id;
    ProgrammeId programme_id;
    ProposalKind kind{};
    LockableSetting setting{};
    meta::Json before;  // what held when it was made
    meta::Json wanted;  // the same, unless it is a change
    std::optional<std::string> reason;
    ProposalSide side{};
    PersonId proposed_by;
    base::Instant proposed_at;
    base::Day lapses_on;
    ProposalState state = ProposalState::open;
    std::optional<PersonId> answered_by;
    std::optional<base::Instant> answered_at;
    std::optional<std::string> answer_reason;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (id, programme_id, kind, setting, before, wanted, reason, side, proposed_by, proposed_at,
                       lapses_on, state, answered_by, answered_at, answer_reason))

// As it stands today: an open one whose day is over has lapsed.
ProposalState state_on(Proposal const& proposal, base::Day today);

// Refuses: already_locked, not_locked, only_coordinators_propose_changes, nothing_changes.
base::Result<bool> check_proposal(ProposalKind kind, ProposalSide side, bool is_locked, meta::Json const& now_in_force,
                                  meta::Json const& wanted);

// Refuses: proposal_closed, own_proposal (also of one's own side), changed_meanwhile, reason_needed (to decline).
base::Result<Proposal> answer(Proposal proposal, PersonId by, ProposalSide side, bool agrees,
                              std::optional<std::string> const& reason, meta::Json const& now_in_force, base::Day today,
                              base::Instant now);
// By the side that made it. Refuses: proposal_closed.
base::Result<Proposal> take_back(Proposal proposal, base::Day today);

base::Refusal proposal_waits();
base::Refusal no_representative();
base::Refusal proposal_closed(ProposalState state);

}  // namespace representative
