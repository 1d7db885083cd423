#pragma once
// The only SQL that writes feedback. Every word is sealed.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "pairing/feedback.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

using access::OrganisationId;

// The latest first.
std::vector<Feedback> feedback_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing);
// Whosever it is: an id that is taken is not to be had again.
std::optional<Feedback> find_feedback(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, FeedbackId id);
// In place of the one of this id.
void save_feedback(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Feedback const& feedback);
// Of both.
void forget_feedback(db::Tx& tx, OrganisationId organisation, PairingId pairing);
void remove_feedback(db::Tx& tx, OrganisationId organisation, FeedbackId id);

struct DueFeedback {
    FeedbackId id;
    PersonId mentor_id;
    PersonId mentee_id;
};
BOOST_DESCRIBE_STRUCT(DueFeedback, (), (id, mentor_id, mentee_id))
// Of pairs that run: picked, met twice since, and nobody has looked at it again.
std::vector<DueFeedback> list_due_feedback(db::Tx& tx, OrganisationId organisation);

}  // namespace pairing::store
