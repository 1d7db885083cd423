#include "app/routes.hpp"

#include "audit/audit_log_http.hpp"
#include "pairing/agreement_http.hpp"
#include "pairing/pairing_http.hpp"
#include "person/people_import_http.hpp"
#include "person/person_http.hpp"

namespace app {

using access::May;

void add_routes(access::Routes& r) {
    // audit
    r.get("/audit-log", May::administrator, audit::list_audit_log, "Read the chain of events, newest first")
        .may_show({"who looked at what about me", "settings, and who changed them"});

    // organisation

    // person
    r.get("/people", May::people, person::list_people, "Search and list colleagues")
        .may_show({"name, department, site, function"});
    r.post("/people", May::people, person::add_person, "Add one colleague").creates();
    r.get("/people/{id}", May::people, person::show_person, "Show one colleague with their roles")
        .may_show({"name, department, site, function", "leaving date and reason class (HR)"});
    r.patch("/people/{id}", May::administrator, person::change_person, "Change a colleague");
    r.put("/people/{id}/deactivation", May::administrator, person::deactivate_person,
          "End all sessions of a colleague and let them in no more");
    r.remove("/people/{id}/deactivation", May::administrator, person::activate_person, "Let a colleague in again");
    r.post("/people/{id}/roles", May::administrator, person::grant_role, "Give a colleague a role").creates();
    r.remove("/people/{id}/roles/{role_id}", May::administrator, person::revoke_role, "Take a role back");
    r.get("/departments", May::people, person::list_departments, "The departments there are, for filters");
    r.get("/reporting-lines", May::people, person::list_reporting_lines, "List where reporting lines end unknown")
        .may_show({"name, department, site, function"});
    r.post("/reporting-lines/confirmations", May::administrator, person::post_line_confirmation,
           "Say that these report outside, not under the others");
    r.put("/reporting-lines/top", May::administrator, person::put_top, "Name who leads the house");
    r.post("/import-mappings/proposal", May::people, person::post_mapping_proposal,
           "Propose which column is which field, from header names alone");
    r.get("/people-imports", May::people, person::list_imports, "List imports, newest first");
    r.post("/people-imports", May::people, person::post_import, "Upload a file with its mapping: the dry run")
        .takes({std::string(person::kImportContentType)}, person::kLargestImport)
        .creates();
    r.get("/people-imports/{id}", May::people, person::show_import, "Show an import, its figures and its progress")
        .may_show({"name, department, site, function", "leaving date and reason class (HR)"});
    r.get("/people-imports/{id}/rows", May::people, person::list_import_rows, "List the staged rows by outcome")
        .may_show({"name, department, site, function", "leaving date and reason class (HR)"});
    r.get("/people-imports/{id}/problems", May::people, person::list_import_problems,
          "List what was refused or repaired, with line, column, value and reason")
        .may_show({"name, department, site, function"});
    r.post("/people-imports/{id}/application", May::people, person::post_import_application,
           "Apply a staged import as a job")
        .accepted();
    r.post("/people-imports/{id}/cancellation", May::people, person::post_import_cancellation,
           "Cancel an import that has not ended");

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
