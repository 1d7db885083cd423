#include "ballot/ballot_http.hpp"

#include "ballot/ballot_actions.hpp"

namespace ballot {

base::Result<QuestionSetAnswer> show_question_set(access::Call& call) {
    TRY(id, call.id<QuestionSetId>("id"));
    return read_question_set(call.tx, call.viewer, id, call.now);
}

base::Result<BallotIssued> put_ballot(access::Call& call, BallotWanted const& wanted) {
    TRY(id, call.id<QuestionSetId>("id"));
    return issue(call.tx, call.tools.key_files, call.viewer, id, wanted, call.now);
}

base::Result<BallotReceipt> post_ballot(access::Call& call, Ballot const& ballot) {
    if (call.viewer.is_signed_in())
        return base::conflict("ballot_with_a_name",
                              "a ballot is sent without saying who you are: leave out the cookie");
    return cast(call.tx, ballot, call.now);
}

}  // namespace ballot
