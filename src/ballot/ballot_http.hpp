#pragma once
// The doors of ballots.

#include "access/call.hpp"
#include "ballot/ballot_shapes.hpp"

namespace ballot {

base::Result<QuestionSetAnswer> show_question_set(access::Call& call);
base::Result<BallotIssued> put_ballot(access::Call& call, BallotWanted const& wanted);
// By nobody: a request that says who it comes from is refused (`ballot_with_a_name`).
base::Result<BallotReceipt> post_ballot(access::Call& call, Ballot const& ballot);

}  // namespace ballot
