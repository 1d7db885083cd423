#pragma once
// The verbs of feedback. All of them are private acts: whether, when and by whom feedback is given is nobody else's.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/feedback_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kFeedbackGiven{"feedback.given", audit::Private::yes};
inline constexpr audit::Kind kFeedbackTakenBack{"feedback.taken_back", audit::Private::yes};
inline constexpr audit::Kind kFeedbackPicked{"feedback.picked", audit::Private::yes};
inline constexpr audit::Kind kFeedbackLookedAt{"feedback.looked_at", audit::Private::yes};

base::Result<PairFeedback> read_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id);
// The same id again changes it, by its author, while it is no goal.
base::Result<PairFeedback> give_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, FeedbackId feedback_id, FeedbackWords const& words,
                                         base::Instant now);
base::Result<PairFeedback> take_back_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                              PairingId id, FeedbackId feedback_id, base::Instant now);
// By the receiver: it becomes a goal of their side, in their own words. Again, it changes nothing.
base::Result<PairFeedback> pick_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, FeedbackId feedback_id, std::string const& text,
                                         base::Instant now);
base::Result<PairFeedback> look_at_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            PairingId id, FeedbackId feedback_id, std::string const& text,
                                            base::Instant now);

// By the schedule: both, once, when a wish is worth another look.
void tell_feedback_due(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace pairing
