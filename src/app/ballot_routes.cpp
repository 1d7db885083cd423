#include "app/routes.hpp"
#include "ballot/ballot_http.hpp"

namespace app {

using access::May;

// Quiet: who opened the questions, and when a ballot came in, would say who answered what.
void add_ballot_routes(access::Routes& r) {
    r.get("/question-sets/{id}", May::signed_in, ballot::show_question_set,
          "Read questions that you may answer without your name")
        .quiet();
    r.put("/question-sets/{id}/ballot", May::signed_in, ballot::put_ballot,
          "Have your ballot signed unseen, once; private")
        .quiet();
    r.post("/ballots", May::anyone, ballot::post_ballot, "Put a ballot into the box, by nobody: without a cookie")
        .quiet()
        .by_nature();
}

}  // namespace app
