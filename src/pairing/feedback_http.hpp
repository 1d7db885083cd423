#pragma once
// Endpoints of feedback, for the two alone.

#include "access/call.hpp"
#include "pairing/feedback_shapes.hpp"

namespace pairing {

base::Result<PairFeedback> show_feedback(access::Call& call);
base::Result<PairFeedback> put_feedback(access::Call& call, FeedbackWords const& words);
base::Result<PairFeedback> remove_feedback(access::Call& call);
base::Result<PairFeedback> put_feedback_goal(access::Call& call, FeedbackPick const& pick);
base::Result<PairFeedback> put_feedback_look(access::Call& call, FeedbackLook const& look);

}  // namespace pairing
