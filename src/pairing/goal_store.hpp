#pragma once
// The only SQL that writes goals, can_do_marks and targets. Everything is sealed.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "pairing/goal.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

using access::OrganisationId;

std::vector<Goal> goals_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing);
// In its place.
void save_goal(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, Goal const& goal);
void remove_goal(db::Tx& tx, OrganisationId organisation, PairingId pairing, Side side, std::int32_t position);

std::vector<LadderMark> ladder_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing,
                                  PersonId person);
void save_ladder(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, PersonId person,
                 std::vector<LadderMark> const& marks);

std::vector<std::string> targets_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    PairingId pairing, PersonId person);
// Takes back an echo, which was of the targets before.
void save_targets(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, PersonId person,
                  std::vector<std::string> const& targets);
std::optional<Echo> echo_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing,
                            PersonId person);
void save_echo(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, PersonId person,
               Echo const& echo);

// Goals, ladders and targets of both.
void forget_goals(db::Tx& tx, OrganisationId organisation, PairingId pairing);

// Pairs that began and ended on that day or in the week before it.
std::vector<PairingId> list_to_echo(db::Tx& tx, OrganisationId organisation, base::Day closed_on);

}  // namespace pairing::store
