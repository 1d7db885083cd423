#include "app/routes.hpp"

#include "app/mails_http.hpp"
#include "audit/audit_log_http.hpp"
#include "invitation/invitation_http.hpp"
#include "matching/line_outlook_http.hpp"
#include "matching/match_preview_http.hpp"
#include "matching/match_run_http.hpp"
#include "matching/suggestion_http.hpp"
#include "notice/notice_http.hpp"
#include "organisation/organisation_http.hpp"
#include "pairing/agreement_http.hpp"
#include "pairing/pairing_http.hpp"
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
#include "topic/exchange_http.hpp"

namespace app {

using access::May;

void add_routes(access::Routes& r) {
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
    r.remove("/people/{id}/roles/{role_id}", May::administrator, person::revoke_role, "Take a role back");
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
    r.get("/notices", May::signed_in, notice::list_notices, "My inbox, newest first");
    r.put("/notices/{id}/reading", May::signed_in, notice::read_notice, "Mark one as read");
    r.put("/notices/reading", May::signed_in, notice::read_all_notices, "Mark all as read");
    r.get("/mails", May::administrator, list_mails, "The mails that wait, as they would be sent")
        .holds_secret()
        .may_show({"name, department, site, function"});

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

    // programme
    r.get("/aims", May::signed_in, programme::list_aims, "Read the six ready aims and their instruments");
    r.get("/programmes", May::signed_in, programme::list_programmes, "List the programmes you belong to, by name");
    r.post("/programmes", May::coordinator, programme::post_programme, "Set up a programme, in draft").creates();
    r.get("/programmes/{id}", May::signed_in, programme::show_programme, "Read a programme as its people see it")
        .may_show({"sponsor's acts and dates"});
    r.get("/programmes/{id}/set-up", May::people, programme::show_set_up,
          "Read the whole set-up, what is missing before the first invitation, and how many joined")
        .may_show({"settings, and who changed them", "sponsor's acts and dates"});
    r.put("/programmes/{id}/set-up", May::people, programme::put_set_up, "Write the whole set-up");
    r.put("/programmes/{id}/state", May::people, programme::put_state, "Open enrolment, or move the programme on");
    r.get("/programmes/{id}/sponsor", May::people, programme::show_sponsor, "Read who was asked, with link and QR code")
        .may_show({"sponsor's acts and dates"})
        .holds_secret();
    r.put("/programmes/{id}/sponsor", May::people, programme::put_sponsor, "Ask a sponsor; an earlier link is void")
        .holds_secret();
    r.get("/my-sponsorships", May::participant, programme::list_my_sponsorships,
          "List what you stand for, or are asked to, by name")
        .may_show({"sponsor's acts and dates", "takes part at all"})
        .holds_secret();
    r.get("/sponsor-acceptances/{link}", May::anyone, programme::show_acceptance,
          "Read what the sponsor would stand for, by the link alone");
    r.put("/sponsor-acceptances/{link}", May::anyone, programme::put_acceptance, "Accept as the sponsor");
    r.get("/programmes/{id}/open-call", May::people, programme::show_open_call, "Read the programme link")
        .holds_secret();
    r.put("/programmes/{id}/open-call", May::people, programme::put_open_call,
          "Open the programme to whoever has the link; an earlier one is void")
        .holds_secret();
    r.remove("/programmes/{id}/open-call", May::people, programme::remove_open_call, "Close the programme link");
    r.get("/programme-calls/{link}", May::anyone, programme::show_call_page,
          "Read what stands behind a programme link");
    r.post("/programme-calls/{link}/join-requests", May::anyone, programme::post_join_request, "Ask to join");
    r.get("/programmes/{id}/join-requests", May::people, programme::list_join_requests,
          "List who asked to join and waits for the coordinator")
        .may_show({"name, department, site, function"});
    r.put("/join-requests/{id}/answer", May::people, programme::put_welcome, "Welcome somebody, or not");
    r.get("/programmes/{id}/draw", May::signed_in, programme::show_draw,
          "Read how places were drawn, so that anybody can check it")
        .may_show({"place on the waiting list"});
    r.put("/programmes/{id}/draw", May::people, programme::put_draw, "Draw the places, once");
    r.get("/my-enrolments", May::participant, programme::list_my_enrolments, "List what you take part in")
        .may_show({"takes part at all", "place on the waiting list"});
    r.get("/programmes/{id}/enrolments", May::people, programme::list_enrolments, "List who takes part, by name")
        .may_show({"name, department, site, function", "takes part at all", "place on the waiting list"});
    r.put("/enrolments/{id}/pause", May::participant, programme::put_enrolment_pause, "Pause taking part");
    r.remove("/enrolments/{id}/pause", May::participant, programme::remove_enrolment_pause, "Take part again");
    r.put("/enrolments/{id}/withdrawal", May::participant, programme::put_withdrawal, "Stop taking part, privately")
        .quiet();
    r.get("/exclusions", May::participant, programme::list_exclusions, "List those you would rather not be paired with")
        .quiet()
        .may_show({"\"not with this person\""});
    r.put("/exclusions", May::participant, programme::put_exclusion, "Not with the person of this name; private")
        .quiet();
    r.put("/exclusions/{person_id}", May::participant, programme::put_exclusion_of_person,
          "Not with this person; private")
        .quiet();
    r.remove("/exclusions/{person_id}", May::participant, programme::remove_exclusion, "Take it back; private").quiet();

    // topic
    r.get("/topics", May::signed_in, topic::list_topics, "Read the topics and their families");
    r.get("/enrolments/{id}/exchange", May::participant, topic::show_exchange, "Read your own exchange")
        .may_show({"what I bring / want, ordinary topics", "private topics (s)", "need check", "working-style answers",
                   "times I can meet", "what helps me take part", "why I would like this; pitch"});
    r.put("/enrolments/{id}/exchange", May::participant, topic::put_exchange, "Write your own exchange");
    r.get("/enrolments/{id}/will-not-discuss", May::participant, topic::show_will_not_discuss,
          "Read what you leave out")
        .quiet()
        .may_show({"will-not-discuss"});
    r.put("/enrolments/{id}/will-not-discuss", May::participant, topic::put_will_not_discuss,
          "Say privately what you leave out")
        .quiet();
    r.get("/programmes/{id}/enrolments/{enrolment_id}/topics", May::people, topic::show_exchange_brief,
          "Read the ordinary topics of somebody who takes part")
        .may_show({"what I bring / want, ordinary topics"});
    r.get("/programmes/{id}/topic-board", May::people, topic::show_topic_board,
          "Read how often each ordinary topic is brought and wanted")
        .may_show({"what I bring / want, ordinary topics"});

    // invitation
    r.post("/programmes/{id}/invitations", May::people, invitation::post_invitations,
           "Invite people by name, or all who are eligible");
    r.get("/programmes/{id}/invitations", May::people, invitation::count_invitations,
          "Count the invited, the joined, and everybody else as one number")
        .may_show({"invitation answer"});
    r.post("/programmes/{id}/invitation-reminders", May::people, invitation::post_reminder,
           "Write again to those not joined; at most twice");
    r.post("/programmes/{id}/letters", May::people, invitation::post_letters,
           "Make a letter with the way in for everybody invited who has no password yet");
    r.get("/my-invitations", May::participant, invitation::list_my_invitations, "List your invitations")
        .may_show({"invitation answer"});
    r.put("/invitations/{id}/answer", May::participant, invitation::put_answer,
          "Say yes, not now, or no; all but the yes is private")
        .quiet();

    // matching
    r.post("/match-previews", May::people, matching::post_match_preview, "Match pasted rows; nothing is stored")
        .by_nature();
    r.post("/match-runs", May::coordinator, matching::post_match_run, "Find who could meet whom").accepted();
    r.get("/match-runs", May::coordinator, matching::list_match_runs, "List the runs of a programme, newest first");
    r.get("/match-runs/{id}", May::coordinator, matching::show_match_run, "Read a run: how far it is, what it found");
    r.get("/match-runs/{id}/pairs", May::coordinator, matching::list_match_run_pairs, "Page through a draft's pairs")
        .may_show({"name, department, site, function", "what I bring / want, ordinary topics", "working-style answers",
                   "times I can meet"});
    r.get("/match-runs/{id}/leftovers", May::coordinator, matching::list_match_run_leftovers,
          "Page through those without a partner yet, each with the reason")
        .may_show({"name, department, site, function"});
    r.post("/match-runs/{id}/cancellation", May::coordinator, matching::post_cancellation, "Stop a run");
    r.put("/match-runs/{id}/publication", May::coordinator, matching::put_publication,
          "Publish a draft as suggestions of a new round");
    r.remove("/match-runs/{id}/publication", May::coordinator, matching::remove_publication,
             "Take the suggestions back while the round is open");
    r.get("/programmes/{id}/match-outlook", May::coordinator, matching::show_outlook,
          "How many pairs are possible, and how many each rule removes");
    r.get("/programmes/{id}/line-outlook", May::people, matching::show_line_outlook,
          "How many pairs each part of the line rule removes, before anybody is invited");
    r.get("/programmes/{id}/why-not", May::coordinator, matching::show_why_not,
          "Why two people are not suggested to each other, in public reasons");
    r.get("/programmes/{id}/rounds", May::coordinator, matching::list_rounds, "List the rounds of a programme");
    r.get("/programmes/{id}/wishes", May::coordinator, matching::list_wishes,
          "List whom to keep together and whom apart");
    r.put("/programmes/{id}/locks/{mentor_id}/{mentee_id}", May::coordinator, matching::put_lock,
          "Keep two people together in every run");
    r.remove("/programmes/{id}/locks/{mentor_id}/{mentee_id}", May::coordinator, matching::remove_lock,
             "No longer keep them together");
    r.put("/programmes/{id}/bans/{mentor_id}/{mentee_id}", May::coordinator, matching::put_ban,
          "Keep two people apart in every run");
    r.remove("/programmes/{id}/bans/{mentor_id}/{mentee_id}", May::coordinator, matching::remove_ban,
             "No longer keep them apart");
    r.get("/suggestions", May::participant, matching::list_my_suggestions, "List whom you could meet, while it is open")
        .may_show({"name, department, site, function", "what I bring / want, ordinary topics",
                   "order, happy to meet / rather not, go on / not this time"});
    r.put("/suggestions/{id}/answer", May::participant, matching::put_answer,
          "Say privately whether you would be happy to meet")
        .quiet()
        .may_show({"order, happy to meet / rather not, go on / not this time"});

    // pairing
    r.get("/charter", May::signed_in, pairing::show_charter, "Read the privacy charter in force");
    r.get("/pairings", May::participant, pairing::list_my_pairings, "List your own pairings, newest first")
        .may_show({"that two people are a pair", "order, happy to meet / rather not, go on / not this time"});
    r.get("/pairings/{id}", May::participant, pairing::show_pairing, "Read one of your own pairings")
        .may_show({"that two people are a pair", "that it finished", "meeting dates", "place, link"});
    r.put("/pairings/{id}/exploratory-meeting", May::participant, pairing::put_exploratory_meeting,
          "Set or move the date to explore");
    r.put("/pairings/{id}/exploratory-answer", May::participant, pairing::put_exploratory_answer,
          "Say privately whether to go on; both answers are opened together")
        .quiet();
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
    r.put("/pairings/{id}/closure", May::participant, pairing::put_closure, "Stop here, without a reason").quiet();
    r.put("/pairings/{id}/going-on-knowingly", May::participant, pairing::put_going_on_knowingly,
          "After a reorganisation: say privately to go on, though the two now stand in one line")
        .quiet();
    r.put("/programmes/{id}/pairings/{pairing_id}/going-on-knowingly", May::coordinator,
          pairing::put_going_on_as_coordinator, "After a reorganisation: agree that the two go on knowingly")
        .may_show({"that two people are a pair"});
    r.put("/programmes/{id}/pairings/{pairing_id}/ending", May::coordinator, pairing::put_ending_as_coordinator,
          "End a pair that a reorganisation put in one line, while it is not settled")
        .may_show({"that two people are a pair"});
    r.get("/programmes/{id}/pairings", May::coordinator, pairing::list_programme_pairings,
          "List how the pairs of a programme stand")
        .may_show({"that two people are a pair", "that it finished", "agreement, outcomes, goals, ladder, steps",
                   "charter version signed"});
    r.post("/programmes/{id}/pairings", May::coordinator, pairing::post_brought_pairs,
           "Bring pairs that met before; both people of each confirm")
        .creates();
}

}  // namespace app
