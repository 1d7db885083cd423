#include "pairing/feedback_http.hpp"

#include "pairing/feedback_actions.hpp"

namespace pairing {
namespace {

struct FeedbackPlace {
    PairingId pairing;
    FeedbackId id;
};

// /pairings/{id}/feedback/{feedback_id}
base::Result<FeedbackPlace> feedback_place_in(access::Call& call) {
    TRY(pairing, call.id<PairingId>("id"));
    TRY(id, call.id<FeedbackId>("feedback_id"));
    return FeedbackPlace{pairing, id};
}

}  // namespace

base::Result<PairFeedback> show_feedback(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    return read_feedback(call.tx, call.tools.keys, call.viewer, id);
}

base::Result<PairFeedback> put_feedback(access::Call& call, FeedbackWords const& words) {
    TRY(place, feedback_place_in(call));
    return give_feedback(call.tx, call.tools.keys, call.viewer, place.pairing, place.id, words, call.now);
}

base::Result<PairFeedback> remove_feedback(access::Call& call) {
    TRY(place, feedback_place_in(call));
    return take_back_feedback(call.tx, call.tools.keys, call.viewer, place.pairing, place.id, call.now);
}

base::Result<PairFeedback> put_feedback_goal(access::Call& call, FeedbackPick const& pick) {
    TRY(place, feedback_place_in(call));
    return pick_feedback(call.tx, call.tools.keys, call.viewer, place.pairing, place.id, pick.text, call.now);
}

base::Result<PairFeedback> put_feedback_look(access::Call& call, FeedbackLook const& look) {
    TRY(place, feedback_place_in(call));
    return look_at_feedback(call.tx, call.tools.keys, call.viewer, place.pairing, place.id, look.text, call.now);
}

}  // namespace pairing
