#pragma once
// The only SQL that writes pairings, pairing_people, pauses and closures.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "pairing/pairing.hpp"
#include "pairing/pairing_shapes.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

using access::OrganisationId;
using access::Viewer;

void insert(db::Tx& tx, OrganisationId organisation, Pairing const& pairing, std::optional<base::AnyId> suggestion);
// The times only; people and origin never change.
void save_times(db::Tx& tx, OrganisationId organisation, Pairing const& pairing);
// What a pairing tells of its conversations; called by the room `meeting` with every change of theirs.
void save_meetings(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::int32_t held,
                   std::optional<base::Instant> last_date_at);
// What a coordinator sees of its signs; called by the room `care`.
void save_word(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::optional<Word> const& word);
void insert_pause(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day paused_on);
void end_pause(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day resumed_on);
void insert_closure(db::Tx& tx, OrganisationId organisation, Pairing const& pairing);
// Whether others may have learned of its closing.
bool is_released(db::Tx& tx, OrganisationId organisation, PairingId pairing);
void mark_released(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day released_on);

// For jobs. Empty when it is not there.
std::optional<Pairing> find(db::Tx& tx, OrganisationId organisation, PairingId pairing);
// Empty when it is not there or the viewer is not one of the two.
std::optional<Pairing> find_mine(db::Tx& tx, Viewer const& viewer, PairingId pairing);
// Newest first; a person has a handful.
std::vector<Pairing> list_mine(db::Tx& tx, Viewer const& viewer);

// Empty when it is not of a programme the viewer coordinates, or the viewer is one of the two (rules 13).
std::optional<Pairing> find_coordinated(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, PairingId pairing);
// Started and, as others may know, not over; programme by programme.
std::vector<Pairing> list_started(db::Tx& tx, OrganisationId organisation, base::Day today);
// For those who coordinate the programme (the caller has checked), without the pairings the viewer is part of
// (rules 13), in the order they were opened.
std::vector<Pairing> list_of_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// The names of the people in them, folded.
std::map<PersonId, std::string> folded_names(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

// Getting to know whose closing time has come, in every organisation's own job.
std::vector<Pairing> list_to_open(db::Tx& tx, OrganisationId organisation, base::Instant now);
// Closed before `today` and not yet told to anybody else.
std::vector<Pairing> list_to_release(db::Tx& tx, OrganisationId organisation, base::Day today);

// On the way to a pair or one, and one of the two is no longer in the house or has withdrawn from the programme. Not
// those whose answers are still private.
std::vector<Pairing> list_of_the_gone(db::Tx& tx, OrganisationId organisation, base::Day today);

// On the way to a pair or one, in a programme that has closed; those whose answers are still private not before.
std::vector<Pairing> list_of_closed(db::Tx& tx, OrganisationId organisation);
// Over since `ended_on` or before, and what the two wrote is still there; the longest over first, `most` of them.
std::vector<PairingId> list_to_forget(db::Tx& tx, OrganisationId organisation, base::Day ended_on, std::int64_t most);
void mark_forgotten(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day forgotten_on);

// Empty when the person has not joined the programme on that side. The places in all the programme allows one person
// (rules 13) are taken into account.
std::optional<Places> places_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person,
                                Side side);
// Getting to know included; in either direction, but in a reciprocal programme only in this one (rules 13).
bool are_paired(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId mentor, PersonId mentee);
// They had begun as a pair, either way round, and others may know that it is over.
bool were_paired(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId one, PersonId other);

std::optional<PartnerBrief> find_partner(db::Tx& tx, OrganisationId organisation, PersonId person);
// Who coordinates, by the name they want to be called, without the two themselves (rules 13).
std::vector<std::string> coordinators_of(db::Tx& tx, OrganisationId organisation, Pairing const& pairing);

}  // namespace pairing::store
