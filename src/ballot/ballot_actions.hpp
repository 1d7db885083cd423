#pragma once
// The verbs of ballots, in the order in which they happen. Issuing is a private act (rules 4); casting leaves nothing
// but what lies in the box: no event, no log line, no request id, no time.

#include <vector>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "ballot/ballot_shapes.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/board.hpp"
#include "platform/jobs/schedule.hpp"

namespace ballot {

inline constexpr audit::Kind kBallotIssued{"ballot.issued", audit::Private::yes};
inline constexpr audit::Kind kQuestionSetClosed{"question_set.closed"};

struct QuestionSetJob {
    QuestionSetId question_set_id;
};
BOOST_DESCRIBE_STRUCT(QuestionSetJob, (), (question_set_id))
inline constexpr jobs::Kind<QuestionSetJob> kMakeBallotKeys{"ballots.make_keys"};
inline constexpr jobs::Kind<jobs::Nothing> kCloseBallots{"ballots.close"};

struct Asking {
    std::vector<Question> questions;
    std::vector<PersonId> people;  // who may answer: from here on nobody more, and nobody less
    base::Instant closes_at;
};
// For the rooms that ask. Refuses `too_few_for_anonymity`. Its keys are made by a job.
base::Result<QuestionSetId> open_question_set(db::Tx& tx, access::OrganisationId organisation, Asking const& asking,
                                              base::Instant now);
base::Result<bool> make_keys(jobs::Work& work, crypto::KeyFiles const& files, QuestionSetJob const& job);

base::Result<QuestionSetAnswer> read_question_set(db::Tx& tx, access::Viewer const& viewer, QuestionSetId id,
                                                  base::Instant now);
// The same blinded message gets the same signature again; another one is refused (`ballot_issued`).
base::Result<BallotIssued> issue(db::Tx& tx, crypto::KeyFiles const& files, access::Viewer const& viewer,
                                 QuestionSetId id, BallotWanted const& wanted, base::Instant now);
// By nobody. The same ballot with the same answers is received again; with others it is refused (`ballot_cast`).
base::Result<BallotReceipt> cast(db::Tx& tx, Ballot const& ballot, base::Instant now);

// By the schedule, for every set that is over: opens the box, leaves out what does not open, keeps the rest under new
// ids, destroys the keys, and has the database let go of what was deleted. Begun again, it goes on where it stopped.
base::Result<bool> close_ballots(jobs::Work& work, db::Database& database, crypto::Keys const& keys,
                                 crypto::KeyFiles const& files);

// The secret under which people are meant in a programme's rows that name nobody (respondent_store.hpp), once: a file
// of the key folder. For the rooms that ask or are written to.
base::Result<bool> make_respondent_secret(jobs::Work& work, crypto::KeyFiles const& files,
                                          access::ProgrammeId programme);

// Of sets that closed `kKeptDays` ago, the answers go; that there was a set stays.
void forget_ballots(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace ballot
