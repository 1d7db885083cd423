#include "pairing/feedback_actions.hpp"

#include <algorithm>

#include "access/hint.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/feedback_store.hpp"
#include "pairing/goal_store.hpp"
#include "pairing/pairing_store.hpp"

namespace pairing {
namespace {

struct FeedbackOfPair {
    Pairing pairing;
    std::vector<Feedback> all;
};

base::Result<FeedbackOfPair> load(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    return FeedbackOfPair{*std::move(pairing), store::feedback_of(tx, keys, viewer.organisation, id)};
}

base::Result<Feedback> feedback_in(FeedbackOfPair const& pair, FeedbackId id) {
    auto const found = std::ranges::find(pair.all, id, &Feedback::id);
    if (found == pair.all.end()) return feedback_not_found();
    return *found;
}

PairFeedback feedback_for(access::Viewer const& viewer, FeedbackOfPair const& pair) {
    PairFeedback answer;
    answer.may_write = is_live(pair.pairing) && pair.pairing.started_at && pair.all.size() < kMostFeedback;
    for (auto const& one : pair.all) {
        auto const is_own = viewer.is(one.author_id);
        answer.items.push_back({one.id, is_own, one.written_on, one.words, one.looks_again_at.has_value(),
                                is_due(one, pair.pairing.meetings_held), is_own ? one.author_look : one.receiver_look,
                                is_own ? one.receiver_look : one.author_look,
                                is_own && !one.looks_again_at && is_live(pair.pairing),
                                !is_own && !one.looks_again_at && is_live(pair.pairing)});
    }
    return answer;
}

// The private trace, the pages of the two, and how it stands now.
base::Result<PairFeedback> done(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                Pairing const& pairing, audit::Kind const& kind, base::Instant now) {
    audit::record_private(tx, viewer.organisation, kind, now);
    access::hint(tx, viewer.organisation, "pairing", base::any(pairing.id), {pairing.mentor_id, pairing.mentee_id});
    return read_feedback(tx, keys, viewer, pairing.id);
}

std::vector<Goal> goals_to_fit_in(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                  Pairing const& pairing) {
    auto written = store::goals_of(tx, keys, organisation, pairing.id);
    auto const agreement = store::find_agreement(tx, keys, organisation, pairing.id);
    return agreement ? goals_with_outcomes(std::move(written), *agreement) : written;
}

}  // namespace

base::Result<PairFeedback> read_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id) {
    TRY(pair, load(tx, keys, viewer, id));
    return feedback_for(viewer, pair);
}

base::Result<PairFeedback> give_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, FeedbackId feedback_id, FeedbackWords const& words,
                                         base::Instant now) {
    TRY(pair, load(tx, keys, viewer, id));
    auto const standing = store::find_feedback(tx, keys, viewer.organisation, feedback_id);
    if (standing && (standing->pairing_id != id || !viewer.is(standing->author_id))) return feedback_not_found();
    TRY(written,
        write_feedback(pair.pairing, standing, {feedback_id, id, *viewer.person, base::utc_day(now), {}, words, {}, {}},
                       pair.all.size()));
    if (standing == written) return feedback_for(viewer, pair);
    store::save_feedback(tx, keys, viewer.organisation, written);
    auto const receiver = pair.pairing.person(other(*pair.pairing.side_of(*viewer.person)));
    notice::tell(tx, viewer.organisation, receiver, notice::feedback_waits, base::any(feedback_id), now);
    return done(tx, keys, viewer, pair.pairing, kFeedbackGiven, now);
}

base::Result<PairFeedback> take_back_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                              PairingId id, FeedbackId feedback_id, base::Instant now) {
    TRY(pair, load(tx, keys, viewer, id));
    TRY(feedback, feedback_in(pair, feedback_id));
    if (!viewer.is(feedback.author_id)) return feedback_not_found();
    TRY_VOID(may_take_back(feedback));
    store::remove_feedback(tx, viewer.organisation, feedback_id);
    return done(tx, keys, viewer, pair.pairing, kFeedbackTakenBack, now);
}

base::Result<PairFeedback> pick_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, FeedbackId feedback_id, std::string const& text,
                                         base::Instant now) {
    TRY(pair, load(tx, keys, viewer, id));
    TRY(feedback, feedback_in(pair, feedback_id));
    if (viewer.is(feedback.author_id)) return feedback_not_found();
    if (feedback.looks_again_at) return feedback_for(viewer, pair);
    TRY(picked,
        pick(pair.pairing, feedback, pair.all, goals_to_fit_in(tx, keys, viewer.organisation, pair.pairing), text));
    store::save_feedback(tx, keys, viewer.organisation, picked.feedback);
    store::save_goal(tx, keys, viewer.organisation, id, picked.goal);
    return done(tx, keys, viewer, pair.pairing, kFeedbackPicked, now);
}

base::Result<PairFeedback> look_at_feedback(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            PairingId id, FeedbackId feedback_id, std::string const& text,
                                            base::Instant now) {
    TRY(pair, load(tx, keys, viewer, id));
    TRY(feedback, feedback_in(pair, feedback_id));
    TRY(looked, look_at(feedback, *viewer.person, text));
    if (looked == feedback) return feedback_for(viewer, pair);
    store::save_feedback(tx, keys, viewer.organisation, looked);
    return done(tx, keys, viewer, pair.pairing, kFeedbackLookedAt, now);
}

void tell_feedback_due(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& due : store::list_due_feedback(tx, organisation))
        for (auto const& who : {due.mentor_id, due.mentee_id})
            notice::tell(tx, organisation, who, notice::feedback_again, base::any(due.id), now);
}

}  // namespace pairing
