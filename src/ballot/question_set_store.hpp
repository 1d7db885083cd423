#pragma once
// The only SQL that writes question_sets, ballot_issues, ballot_box and ballots.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "ballot/question_set.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace ballot::store {

using access::OrganisationId;
using access::Viewer;

void insert_question_set(db::Tx& tx, OrganisationId organisation, QuestionSet const& set,
                         std::vector<Question> const& questions, std::vector<PersonId> const& people);
std::optional<QuestionSet> find(db::Tx& tx, OrganisationId organisation, QuestionSetId id);
// Whom the viewer may answer, and nobody else's.
std::optional<QuestionSet> find_mine(db::Tx& tx, Viewer const& viewer, QuestionSetId id);
// Whoever asks is nobody: the house is that of the set.
struct Box : QuestionSet {
    OrganisationId organisation_id;
};
BOOST_DESCRIBE_STRUCT(Box, (QuestionSet), (organisation_id))
std::optional<Box> find_box(db::Tx& tx, QuestionSetId id);
std::vector<Question> questions_of(db::Tx& tx, OrganisationId organisation, QuestionSetId id);
// Over and not closed, or closed with keys that are still there.
std::vector<QuestionSet> list_to_close(db::Tx& tx, OrganisationId organisation, base::Instant now);
void save_keys(db::Tx& tx, OrganisationId organisation, QuestionSet const& set);

// The digest of what this person had signed, once they have.
std::optional<meta::Bytes> issued_to(db::Tx& tx, Viewer const& viewer, QuestionSetId id);
void save_issue(db::Tx& tx, Viewer const& viewer, QuestionSetId id, meta::Bytes const& blinded_digest);

struct Cast {
    meta::Bytes token_digest;
    meta::Bytes mark;
    meta::Bytes locked_answers;
};
BOOST_DESCRIBE_STRUCT(Cast, (), (token_digest, mark, locked_answers))
std::optional<meta::Bytes> mark_of(db::Tx& tx, Box const& box, meta::Bytes const& token_digest);
void insert_cast(db::Tx& tx, Box const& box, Cast const& cast);
std::vector<Cast> list_casts(db::Tx& tx, OrganisationId organisation, QuestionSetId id);

// Closes the set: keeps `parts` under new ids, empties the box and forgets who could answer.
void close(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionSetId id,
           std::vector<std::vector<QuestionAnswer>> const& parts);
// Its keys are destroyed.
void forget_key(db::Tx& tx, OrganisationId organisation, QuestionSetId id);

// The answers of sets that closed before.
void forget_ballots(db::Tx& tx, OrganisationId organisation, base::Instant closed_before);

// What was answered, in the order of ids, which is chance. Empty before the closing.
std::vector<std::vector<QuestionAnswer>> list_ballots(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                                      QuestionSetId id);

}  // namespace ballot::store
