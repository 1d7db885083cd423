#pragma once
// A pair's meetings as one of the two sees them, and the times somebody typed as times that can be proposed.

#include "access/call.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_shapes.hpp"
#include "pairing/pairing_shapes.hpp"

namespace meeting {

// In the order of their dates, those without one last.
std::vector<MeetingAnswer> answers_for(db::Tx& tx, Party const& party, base::Instant now);
MeetingAnswer answer_for(db::Tx& tx, Party const& party, MeetingId id, base::Instant now);
// The viewer's own pairing named by the path's `id`.
base::Result<Party> party_of(access::Call& call);
// Refused with the pointer of the time that is none.
base::Result<std::vector<Time>> times_in(std::vector<WantedTime> const& wanted);
// On both clocks.
// `also_busy`: what is known for this search alone.
Slots slots_for(db::Tx& tx, access::BusySource elsewhere, Party const& party, SlotQuery const& query, base::Instant now,
                std::vector<Busy> const& also_busy = {});
// As somebody is spoken of.
std::string called(pairing::PartnerBrief const& person);
// That one of the two, likewise.
std::string name_on(db::Tx& tx, Party const& party, Side side);
LinkedPair linked_pair(db::Tx& tx, Party const& party);
// Until both are ready (pairing/readiness.hpp, rules D7).
bool is_pencilled_in(db::Tx& tx, Party const& party);

}  // namespace meeting
