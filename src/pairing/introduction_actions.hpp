#pragma once
// The verbs of introductions. All of them are private acts: who introduced whom, who was asked and who answered is
// nobody else's, not even the log's; only how many were made is counted.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/introduction_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kIntroductionAsked{"introduction.asked", audit::Private::yes};
inline constexpr audit::Kind kIntroductionAnswered{"introduction.answered", audit::Private::yes};
inline constexpr audit::Kind kIntroductionTakenBack{"introduction.taken_back", audit::Private::yes};

MyIntroductions read_introductions(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                   base::Instant now);
// The same id again says how it stands and changes nothing.
base::Result<MyIntroductions> ask_introduction(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                               PairingId id, IntroductionId introduction_id,
                                               IntroductionWanted const& wanted, base::Instant now);
// By the introducer, while it is not made; whoever was asked no longer sees it.
base::Result<MyIntroductions> take_back_introduction(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                     PairingId pairing, IntroductionId id, base::Instant now);
base::Result<MyIntroductions> answer_introduction(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                  IntroductionId id, IntroductionReply given, base::Instant now);
// For those who coordinate the programme or stand for it, and analysts.
base::Result<IntroductionCount> count_introductions(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme);

// By the schedule: the two of a pair, when an introduction does not go ahead.
void tell_introductions(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, base::Instant now);

}  // namespace pairing
