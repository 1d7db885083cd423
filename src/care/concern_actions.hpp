#pragma once
// The verbs of a concern: all private acts, each seen by the person and the one contact alone.

#include "audit/event.hpp"
#include "care/concern_store.hpp"

namespace care {

inline constexpr audit::Kind kConcernRaised{"concern.raised", audit::Private::yes};
inline constexpr audit::Kind kConcernWritten{"concern.written", audit::Private::yes};
inline constexpr audit::Kind kConcernNoted{"concern.noted", audit::Private::yes};
inline constexpr audit::Kind kConcernClosed{"concern.closed", audit::Private::yes};

// Raised again by the same person it stays as it is. Refuses: programme_not_found for who takes no part,
// contact_not_found, thread_not_found, acquaintance_not_found, message_not_found, concern_not_found where the id is
// another's, too_many_concerns.
base::Result<store::SidedConcern> raise_concern(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                ProgrammeId programme, ConcernId id, ConcernRaised const& raised,
                                                base::Instant now);
// The same id again changes nothing. Refuses: concern_not_found, concern_closed, contact_gone, concern_full.
base::Result<store::SidedConcern> write_on_concern(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                   ConcernId concern, ConcernMessageId id, std::string const& written,
                                                   base::Instant now);
// By the contact.
base::Result<store::SidedConcern> note_concern(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                               ConcernId id, std::string const& text, base::Instant now);
base::Result<store::SidedConcern> end_concern(db::Tx& tx, access::Viewer const& viewer, ConcernId id,
                                              base::Instant now);

}  // namespace care
