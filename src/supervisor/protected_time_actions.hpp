#pragma once
// The verbs of a protected time. Events carry neither who asks nor who answers: that somebody takes part, and that a
// supervisor was told, is nothing an administrator reads in the log (rules B).

#include "audit/event.hpp"
#include "platform/db/db.hpp"
#include "supervisor/protected_time_shapes.hpp"

namespace supervisor {

inline constexpr audit::Kind kTimeTold{"protected_time.told"};
inline constexpr audit::Kind kTimeChanged{"protected_time.changed"};
inline constexpr audit::Kind kTimeTakenBack{"protected_time.taken_back"};
inline constexpr audit::Kind kTimeAnswered{"protected_time.answered"};

// A draft, or a change of what was told; a draft records no event. Refuses: not_found, programme_closed and
// not_taking_part (both for a draft alone), no_manager, stale, and what `ask` refuses.
base::Result<bool> ask_for_time(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                ProtectedTimeInput const& input, base::Instant now);
// Refuses: not_found, stale, no_address (by mail), and what `tell` refuses.
base::Result<bool> tell_supervisor(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                   TellingInput const& input, base::Instant now);
// The link opens nothing from then on, and nobody is told. Refuses: not_found.
base::Result<bool> take_back_time(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, base::Instant now);
// By the link. Its owner is told that there is an answer; whoever coordinates, that a supervisor would like to talk.
base::Result<ProtectedTime> answer_time(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time,
                                        SupervisorReply const& reply, base::Instant now);

// By the schedule: ninety days after its day.
void forget_times(db::Tx& tx, OrganisationId organisation, base::Instant now);

// The words that a mail to the supervisor holds besides its own: who asks. Empty once it was taken back.
std::string words_of_telling(db::Tx& tx, OrganisationId organisation, TellingId telling);

base::Refusal not_taking_part();
base::Refusal no_manager();
base::Refusal no_address();

}  // namespace supervisor
