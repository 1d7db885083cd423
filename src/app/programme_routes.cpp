#include "app/routes.hpp"
#include "invitation/announcement_http.hpp"
#include "invitation/invitation_http.hpp"
#include "invitation/opening_letter_http.hpp"
#include "programme/closing_http.hpp"
#include "programme/draw_http.hpp"
#include "programme/enrolment_http.hpp"
#include "programme/open_call_http.hpp"
#include "programme/programme_http.hpp"
#include "topic/exchange_http.hpp"

namespace app {

using access::May;

void add_programme_routes(access::Routes& r) {
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
    r.get("/programmes/{id}/closing", May::people, programme::show_closing,
          "Read how the programme closes: its last day, the review, and what remains to be done")
        .may_show({"sponsor's acts and dates"})
        .holds_secret();
    r.put("/programmes/{id}/closing", May::people, programme::put_closing,
          "Announce the last day, or another one; everybody who takes part is told")
        .holds_secret();
    r.put("/programmes/{id}/closing/review", May::people, programme::put_closing_review,
          "Write the targets of the review, and the thanks")
        .holds_secret();
    r.get("/closing-reviews/{link}", May::anyone, programme::show_closing_review,
          "Read the targets of a programme's review, by the sponsor's link alone");
    r.put("/closing-reviews/{link}/agreement", May::anyone, programme::put_closing_agreement,
          "Agree to the targets as the sponsor");
    r.get("/my-closings", May::participant, programme::list_my_closings,
          "List the last days of what you take part in, and what becomes of what you wrote")
        .may_show({"takes part at all", "sponsor's acts and dates"});
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
    r.get("/programmes/{id}/announcements", May::people, invitation::list_announcements,
          "Read what was said to people, and how many each word would go to now")
        .may_show({"invitation answer"});
    r.post("/programmes/{id}/announcement-previews", May::people, invitation::post_announcement_preview,
           "See an announcement as it is read, and how many it would go to; nothing is sent");
    r.post("/programmes/{id}/announcements", May::people, invitation::post_announcement,
           "Say something to everybody, to one side, or to all who have not joined; it cannot be changed")
        .creates();
    r.get("/my-announcements", May::participant, invitation::list_my_announcements,
          "Read what whoever coordinates your programmes said, the latest first");
    r.get("/programmes/{id}/opening-letter", May::people, invitation::show_letter,
          "Read the letter in the sponsor's name as it is being written, and how it stands")
        .may_show({"sponsor's acts and dates"})
        .holds_secret();
    r.put("/programmes/{id}/opening-letter", May::people, invitation::put_letter,
          "Write the letter; the sponsor is asked again")
        .holds_secret();
    r.put("/programmes/{id}/opening-letter/request", May::people, invitation::put_letter_request,
          "Put the letter to the sponsor")
        .holds_secret();
    r.put("/programmes/{id}/opening-letter/publication", May::people, invitation::put_letter_publication,
          "Publish the letter that the sponsor has agreed to")
        .holds_secret();
    r.remove("/programmes/{id}/opening-letter/publication", May::people, invitation::remove_letter_publication,
             "Take the letter down")
        .holds_secret();
    r.get("/opening-letters/{link}", May::anyone, invitation::show_letter_page,
          "Read the letter in your name, by the sponsor's link alone");
    r.put("/opening-letters/{link}/agreement", May::anyone, invitation::put_letter_agreement,
          "Agree to the letter as the sponsor");
    r.get("/my-opening-letters", May::participant, invitation::list_my_letters,
          "Read the letters of your programmes, and what waits for your yes as a sponsor")
        .may_show({"sponsor's acts and dates", "takes part at all"})
        .holds_secret();
}

}  // namespace app
