#include "app/mails_http.hpp"
#include "app/routes.hpp"
#include "audit/audit_log_http.hpp"
#include "notice/notice_http.hpp"
#include "organisation/organisation_http.hpp"
#include "person/conflict_http.hpp"
#include "person/people_import_http.hpp"
#include "person/person_http.hpp"
#include "programme/draw_http.hpp"
#include "programme/enrolment_http.hpp"
#include "programme/open_call_http.hpp"
#include "programme/programme_http.hpp"
#include "signin/password_link_http.hpp"
#include "signin/session_http.hpp"
#include "signin/set_up_http.hpp"

namespace app {

using access::May;

void add_house_routes(access::Routes& r) {
    // audit
    r.get("/audit-log", May::administrator, audit::list_audit_log, "Read the chain of events, newest first")
        .may_show({"who looked at what about me", "settings, and who changed them"});

    // organisation
    r.get("/entrance", May::anyone, organisation::show_entrance, "Whose house this is, before anybody is signed in");
    r.get("/organisation", May::signed_in, organisation::show_organisation,
          "Name, languages and time zone of the house");
    r.patch("/organisation", May::administrator, organisation::change_organisation, "Change the settings of the house")
        .may_show({"settings, and who changed them"});

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
    r.post("/people/{id}/roles", May::administrator, programme::post_role, "Give a colleague a role").creates();
    r.remove("/people/{id}/roles/{role_id}", May::administrator, programme::remove_role, "Take a role back");
    r.get("/conflicts", May::conflicts, person::list_conflicts, "List which two people no run may join")
        .may_show({"conflicts held by HR"});
    r.put("/conflicts", May::conflicts, person::put_conflict, "Enter a conflict between two people; private")
        .may_show({"conflicts held by HR"});
    r.remove("/conflicts/{id}", May::conflicts, person::remove_conflict, "Take a conflict back; private")
        .may_show({"conflicts held by HR"});
    r.get("/departments", May::people, person::list_departments, "The departments there are, for filters");
    r.get("/sites", May::people, person::list_sites, "The sites there are, for filters");
    r.get("/levels", May::people, person::list_levels, "The levels there are, lowest first, with their words");
    r.get("/my-details", May::signed_in, person::show_my_details, "How I am called, in which language and time zone");
    r.patch("/my-details", May::signed_in, person::change_my_details, "Change how I am called, my language and zone");
    r.get("/reporting-lines", May::people, person::list_reporting_lines, "List where reporting lines end unknown")
        .may_show({"name, department, site, function"});
    r.post("/reporting-lines/confirmations", May::administrator, person::post_line_confirmation,
           "Say that these report outside, not under the others");
    r.put("/reporting-lines/top", May::administrator, person::put_top, "Name who leads the house");
    r.post("/import-mappings/proposal", May::people, person::post_mapping_proposal,
           "Propose which column is which field, from header names alone")
        .by_nature();
    r.get("/people-imports", May::people, person::list_imports, "List imports, newest first")
        .may_show({"name, department, site, function"});
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
    r.get("/notices", May::signed_in, notice::list_notices, "My inbox, newest first");
    r.put("/notices/{id}/reading", May::signed_in, notice::read_notice, "Mark one as read");
    r.put("/notices/reading", May::signed_in, notice::read_all_notices, "Mark all as read");
    r.get("/mails", May::administrator, list_mails,
          "The mails that wait, were sent or failed, as they would be sent now")
        .holds_secret()
        .may_show({"name, department, site, function"});
    r.post("/mails/{id}/sending", May::administrator, post_mail_sending, "Send a mail that failed once more");

    // signin
    r.get("/session", May::signed_in, signin::show_session, "Who is signed in");
    r.post("/session", May::anyone, signin::sign_in, "Sign in").by_nature();
    r.remove("/session", May::anyone, signin::sign_out, "Sign out");
    r.get("/sessions", May::signed_in, signin::list_sessions, "Where I am signed in");
    r.remove("/sessions/{id}", May::signed_in, signin::end_session, "Sign out one browser");
    r.remove("/sessions", May::signed_in, signin::end_all_sessions, "Sign out everywhere");
    r.put("/password", May::signed_in, signin::change_password, "Change my password");
    r.post("/password-resets", May::anyone, signin::ask_for_reset, "Ask for a link to a new password").by_nature();
    r.get("/activations/{token}", May::anyone, signin::show_activation, "Whom a link is for").holds_secret();
    r.put("/activations/{token}", May::anyone, signin::activate, "Set a password with a link");
    r.post("/password-links", May::people, signin::make_password_links, "Make links that set a password")
        .by_nature()
        .holds_secret()
        .may_show({"name, department, site, function"});
    r.get("/password-links", May::people, signin::list_password_links, "Links that still open, for letters")
        .holds_secret()
        .may_show({"name, department, site, function"});
    r.get("/password-links/{id}/qr-code", May::people, signin::show_password_link_qr_code, "A link as a QR code")
        .holds_secret();
    r.post("/set-up", May::anyone, signin::set_up_house, "Set up an empty installation").by_nature();
}

}  // namespace app
