#pragma once
// Endpoints of pairings: the two's own, and the coordinator's list.

#include "access/call.hpp"
#include "pairing/exploratory_meeting_shapes.hpp"
#include "pairing/pairing_shapes.hpp"

namespace pairing {

base::Result<MyPairings> list_my_pairings(access::Call& call);
base::Result<PairingAnswer> show_pairing(access::Call& call);
base::Result<PairingAnswer> put_closure(access::Call& call, Closing const& closing);
base::Result<PairingAnswer> put_pause(access::Call& call);
base::Result<PairingAnswer> remove_pause(access::Call& call);

base::Result<PairingAnswer> put_exploratory_meeting(access::Call& call, MeetingChange const& change);
base::Result<PairingAnswer> put_exploratory_answer(access::Call& call, AnswerGiven const& given);

base::Result<ProgrammePairings> list_programme_pairings(access::Call& call, ProgrammePairingsQuery const& query);
// After a reorganisation (line_check.hpp).
base::Result<PairingAnswer> put_going_on_knowingly(access::Call& call);
base::Result<ProgrammePairing> put_going_on_as_coordinator(access::Call& call);
base::Result<ProgrammePairing> put_ending_as_coordinator(access::Call& call);

base::Result<OpenedPairings> post_brought_pairs(access::Call& call, BroughtPairs const& brought);

}  // namespace pairing
