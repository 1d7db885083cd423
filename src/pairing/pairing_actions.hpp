#pragma once
// The verbs of a pairing: opening, pausing, stopping. Events of a pairing carry no actor: who takes part, and with
// whom, is nothing an administrator reads in the log (rules B; docs/decisions/0070-pairs-act-unnamed.md).

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/goal.hpp"
#include "pairing/pairing.hpp"
#include "pairing/pairing_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"
#include "programme/closing.hpp"

namespace pairing {

inline constexpr audit::Kind kPairingOpened{"pairing.opened"};
inline constexpr audit::Kind kPairingPaused{"pairing.paused"};
inline constexpr audit::Kind kPairingResumed{"pairing.resumed"};
inline constexpr audit::Kind kPairingClosed{"pairing.closed", audit::Private::yes};
// What others may learn of a closing, the day after it: the week for a pair, and nothing but its going for a getting
// to know.
inline constexpr audit::Kind kPairingFinished{"pairing.finished"};
inline constexpr audit::Kind kPairingSetAside{"pairing.set_aside"};
// What the two wrote is deleted.
inline constexpr audit::Kind kPairingForgotten{"pairing.forgotten"};

// A public event of a pair, by nobody; the pages of both hear that their pair has changed.
void record_of_pair(db::Tx& tx, access::OrganisationId organisation, audit::Kind const& kind, Pairing const& pairing,
                    audit::Facts const& facts, base::Instant now);

struct Opening {
    ProgrammeId programme;
    Origin origin = Origin::run;
    PersonId mentor;
    PersonId mentee;
    std::int32_t meetings_before = 0;
    std::optional<base::AnyId> suggestion;
};
// Refuses people who have not joined, who are a pair already, and a side without a free place.
base::Result<Pairing> open_pairing(db::Tx& tx, access::Viewer const& viewer, Opening const& opening, base::Instant now);
// Rounds past their closing time, or answered by everybody: the final run of each, and a pairing for every couple it
// joined. Whoever found a partner by hand meanwhile stays with that one.
base::Result<bool> close_due_rounds(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                    base::Instant now);

// A running programme comes here: all of its pairs or none. Each refusal says which one by its pointer.
base::Result<std::vector<PairingId>> bring_pairs(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                                 std::vector<BroughtPair> const& pairs, base::Instant now);

// Private. Asked again after the end, it changes nothing and says the same.
base::Result<Pairing> close_pairing(db::Tx& tx, access::Viewer const& viewer, PairingId id, Ending ending,
                                    base::Instant now);
base::Result<Pairing> pause_pairing(db::Tx& tx, access::Viewer const& viewer, PairingId id, base::Instant now);
base::Result<Pairing> resume_pairing(db::Tx& tx, access::Viewer const& viewer, PairingId id, base::Instant now);

// By the schedule: pairs of somebody who has left the house or the programme end, as by any closure, without a person
// and without a word why. A getting to know whose answers are private still keeps its closing time: who is gone counts
// as silent.
void end_pairings_of_the_gone(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
// By the schedule: pairs of programmes that have closed are completed, as by nobody; a getting to know that went on
// meanwhile is set aside.
void end_pairings_of_closed(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
// By the schedule: yesterday's closings become what others may learn.
void release_closings(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

// Deletes what this room keeps of what the two wrote; the rooms above delete theirs in the same transaction.
void forget_pairing(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now);

// Jobs. Telling goes to both, in the same words, whoever did what.
struct PairingJob {
    PairingId pairing_id;
};
BOOST_DESCRIBE_STRUCT(PairingJob, (), (pairing_id))

inline constexpr jobs::Kind<jobs::Nothing> kKeepTime{"pairing.keep_time"};
inline constexpr jobs::Kind<PairingJob> kTellAgreementWaits{"pairing.tell_agreement_waits"};
inline constexpr jobs::Kind<PairingJob> kTellEnding{"pairing.tell_ending"};

void tell_agreement_waits(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now);
// That there is news, when a getting to know does not go ahead and the day after a pair has finished.
void tell_ending(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now);

}  // namespace pairing
