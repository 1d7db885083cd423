#include "app/routes.hpp"

#include "audit/audit_log_http.hpp"
#include "pairing/agreement_http.hpp"
#include "pairing/pairing_http.hpp"

namespace app {

using access::May;

void add_routes(access::Routes& r) {
    // audit
    r.get("/audit-log", May::administrator, audit::list_audit_log, "Read the chain of events, newest first")
        .may_show({"who looked at what about me", "settings, and who changed them"});

    // organisation

    // person

    // notice

    // signin

    // programme

    // topic

    // invitation

    // matching

    // pairing
    r.get("/charter", May::signed_in, pairing::show_charter, "Read the privacy charter in force");
    r.get("/pairings", May::participant, pairing::list_my_pairings, "List your own pairings, newest first")
        .may_show({"that two people are a pair", "order, happy to meet / rather not, go on / not this time"});
    r.get("/pairings/{id}", May::participant, pairing::show_pairing, "Read one of your own pairings")
        .may_show({"that two people are a pair", "that it finished", "meeting dates", "place, link"});
    r.put("/pairings/{id}/exploratory-meeting", May::participant, pairing::put_exploratory_meeting,
          "Set or move the date to explore");
    r.put("/pairings/{id}/exploratory-answer", May::participant, pairing::put_exploratory_answer,
          "Say privately whether to go on; both answers are opened together");
    r.get("/pairings/{id}/agreement", May::participant, pairing::show_agreement, "Read the agreement, or its draft")
        .may_show({"agreement, outcomes, goals, ladder, steps", "charter version signed"});
    r.put("/pairings/{id}/agreement", May::participant, pairing::put_agreement,
          "Write the agreement down; a change takes back its signatures");
    r.put("/pairings/{id}/agreement/signature", May::participant, pairing::put_signature, "Sign the agreement");
    r.remove("/pairings/{id}/agreement/signature", May::participant, pairing::remove_signature,
             "Take the signature back while the pair has not started");
    r.put("/pairings/{id}/charter/signature", May::participant, pairing::put_signature_of_charter, "Sign the charter");
    r.put("/pairings/{id}/pause", May::participant, pairing::put_pause, "Pause the pair");
    r.remove("/pairings/{id}/pause", May::participant, pairing::remove_pause, "Go on after a pause");
    r.put("/pairings/{id}/closure", May::participant, pairing::put_closure, "Stop here, without a reason");
    r.get("/programmes/{id}/pairings", May::coordinator, pairing::list_programme_pairings,
          "List how the pairs of a programme stand")
        .may_show({"that two people are a pair", "that it finished", "agreement, outcomes, goals, ladder, steps",
                   "charter version signed"});
    r.post("/programmes/{id}/pairings", May::coordinator, pairing::post_brought_pairs,
           "Bring pairs that met before; both people of each confirm")
        .creates();
}

}  // namespace app
