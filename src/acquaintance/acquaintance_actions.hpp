#pragma once
// The verbs of anonymous first. What its people do are private acts; what the house does on a day is told to everybody
// of the round at once, so that nobody is told alone.

#include "access/viewer.hpp"
#include "acquaintance/acquaintance_store.hpp"
#include "audit/event.hpp"
#include "message/excerpt.hpp"
#include "platform/jobs/schedule.hpp"

namespace acquaintance {

// Public: a coordinator opened a round, and the house ended it on its days.
inline constexpr audit::Kind kAnonymousRoundOpened{"anonymous_round.opened"};
inline constexpr audit::Kind kAnonymousRoundClosed{"anonymous_round.closed"};
inline constexpr audit::Kind kAnonymousRoundEnded{"anonymous_round.ended"};
inline constexpr audit::Kind kAcquaintanceAnswered{"acquaintance.answered", audit::Private::yes};
inline constexpr audit::Kind kAcquaintanceWritten{"acquaintance.written", audit::Private::yes};
inline constexpr audit::Kind kNameChosen{"acquaintance.name_chosen", audit::Private::yes};
inline constexpr audit::Kind kAcquaintanceLeft{"acquaintance.left", audit::Private::yes};

// Why no round can be opened in the programme now, and how few partners whoever has the fewest has.
struct Offer {
    std::optional<NotOffered> not_offered;
    std::optional<std::int64_t> fewest_partners;
};
// Empty where the viewer does not coordinate it.
std::optional<Offer> offer_to(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                              base::Instant now);

// The same id again changes nothing. Refuses anonymous_first_not_offered with the reason, and
// needs_second_coordinator.
base::Result<AnonymousRound> open_round(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                        ProgrammeId programme, AnonymousRoundId id, base::Instant now);

using store::SidedAcquaintance;
base::Result<SidedAcquaintance> give_answer(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            AcquaintanceId id, Answer given, base::Instant now);
// The same message id again changes nothing.
base::Result<SidedAcquaintance> put_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            AcquaintanceId id, AcquaintanceMessageId message, std::string const& text,
                                            base::Instant now);
// When both choose it, a pairing begins, in the open; where the two may no longer be one, it is over instead and no
// name is opened.
base::Result<SidedAcquaintance> choose_name(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            AcquaintanceId id, bool opens, base::Instant now);
base::Result<SidedAcquaintance> leave_acquaintance(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                   AcquaintanceId id, base::Instant now);

// Messages that one of the two picked to show to a confidential contact: without the other's name. Refuses
// acquaintance_not_found, and message_not_found for what they are not shown yet.
base::Result<message::Excerpt> pick_excerpt(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            ProgrammeId programme, AcquaintanceId id,
                                            std::vector<AcquaintanceMessageId> const& picked, base::Instant now);

// By the schedule: answers close, last days pass, those who have left the programme end theirs, what was written is
// forgotten.
inline constexpr jobs::Kind<jobs::Nothing> kKeepAnonymousRounds{"anonymous_rounds.keep_time"};
void keep_rounds(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, base::Instant now);
// Once a day: to everybody of a round, the working day before its answers close, by the days of their own site. To
// those who have answered, too: a reminder to the silent alone would say who is silent (rules 4).
void remind_rounds(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, base::Instant now);

}  // namespace acquaintance
