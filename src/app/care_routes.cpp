#include "app/routes.hpp"
#include "care/care_http.hpp"
#include "care/concern_http.hpp"
#include "care/contact_link_http.hpp"
#include "care/contact_room_http.hpp"
#include "care/monday_http.hpp"
#include "care/nudge_link_http.hpp"
#include "care/reporting_channel_http.hpp"
#include "message/anonymous_line_http.hpp"

namespace app {

namespace {

// A confidential contact from outside: no session, the link alone (rules 13).
void add_contact_room_by_link(access::Routes& r) {
    using access::May;
    using care::by_link;
    r.get("/contact-rooms/{token}", May::anyone, by_link<care::show_contact_room>,
          "Read a confidential contact's room by the private link")
        .quiet()
        .may_show({"concern"});
    r.put("/contact-rooms/{token}", May::anyone, by_link<care::put_contact_room>,
          "Set a confidential contact's room by the private link")
        .quiet()
        .may_show({"concern"});
    r.get("/contact-rooms/{token}/concerns", May::anyone, by_link<care::list_concerns>,
          "List the concerns of a room by the private link")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.get("/contact-rooms/{token}/concerns/{id}", May::anyone, by_link<care::show_concern>,
          "Read a concern by the private link")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/contact-rooms/{token}/concerns/{id}/messages/{message_id}", May::anyone, by_link<care::put_concern_message>,
          "Reply on a concern by the private link")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/contact-rooms/{token}/concerns/{id}/reading", May::anyone, by_link<care::put_concern_reading>,
          "Remember by the private link that it was read")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/contact-rooms/{token}/concerns/{id}/note", May::anyone, by_link<care::put_concern_note>,
          "Keep a note of one's own by the private link")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/contact-rooms/{token}/concerns/{id}/name-opening", May::anyone, by_link<care::put_name_opening>,
          "Ask by the private link that a name be opened for a stated danger")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/contact-rooms/{token}/concerns/{id}/closure", May::anyone, by_link<care::put_concern_closure>,
          "Close a concern by the private link")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.get("/contact-rooms/{token}/anonymous-lines", May::anyone, by_link<message::list_lines>,
          "List the anonymous lines of a room by the private link")
        .quiet()
        .may_show({"concern"});
    r.get("/contact-rooms/{token}/anonymous-lines/{id}", May::anyone, by_link<message::show_line>,
          "Read an anonymous line by the private link")
        .quiet()
        .may_show({"concern"});
    r.put("/contact-rooms/{token}/anonymous-lines/{id}/messages/{message_id}", May::anyone,
          by_link<message::put_line_message>, "Answer an anonymous line by the private link")
        .quiet()
        .may_show({"concern"});
    r.put("/contact-rooms/{token}/anonymous-lines/{id}/reading", May::anyone, by_link<message::put_line_reading>,
          "Remember by the private link that a line was read")
        .quiet()
        .may_show({"concern"});
    r.put("/contact-rooms/{token}/anonymous-lines/{id}/closure", May::anyone, by_link<message::put_line_closure>,
          "Close an anonymous line by the private link")
        .quiet()
        .may_show({"concern"});
}

}  // namespace

using access::May;

// Quiet where the log would tell whom a nudge went to or who would like help.
void add_care_routes(access::Routes& r) {
    constexpr std::string_view kSign = "sign that a pair may be stuck";
    constexpr std::string_view kHelp = "*would like help*";
    r.get("/pairings/{id}/care", May::participant, care::show_pair_care,
          "Read what would help the two of you meet, and whether you would like help")
        .quiet()
        .may_show({kSign, kHelp, "times I can meet"});
    r.remove("/pairings/{id}/nudge", May::participant, care::remove_nudge, "Put the latest nudge to you away")
        .quiet()
        .may_show({kSign, kHelp});
    r.put("/pairings/{id}/help-wish", May::participant, care::put_help_wish,
          "Tell those who coordinate that you would like help")
        .quiet()
        .may_show({kSign, kHelp});
    r.remove("/pairings/{id}/help-wish", May::participant, care::remove_help_wish, "Take that back")
        .quiet()
        .may_show({kSign, kHelp});
    r.get("/nudge-stop", May::participant, care::show_nudge_stop, "Read whether you want no nudges").quiet();
    r.put("/nudge-stop", May::participant, care::put_nudge_stop, "Say that you want no nudges, or want them again")
        .quiet();
    // By the link from a mail, without signing in (rules 12); quiet, because whose it is says whose side moved a date.
    r.get("/nudge-links/{token}", May::anyone, care::show_linked_nudge, "Read times that fit by the link from a mail")
        .quiet()
        .may_show({"times I can meet"});
    r.put("/nudge-links/{token}/proposal", May::anyone, care::put_linked_proposal, "Propose times by the link").quiet();
    r.get("/programmes/{id}/sign-thresholds", May::participant, care::show_thresholds,
          "Read from when on something is a sign that a pair may need help")
        .may_show({"settings, and who changed them"});
    r.put("/programmes/{id}/sign-thresholds", May::coordinator, care::put_thresholds,
          "Change from when on something is a sign")
        .may_show({"settings, and who changed them"});
    r.get("/programmes/{id}/monday", May::coordinator, care::show_monday,
          "Read where a programme stands and what needs you, in at most three sentences")
        .may_show({kSign, kHelp, "name, department, site, function", "meeting dates"});
    r.put("/programmes/{id}/pairings/{pairing_id}/asking", May::coordinator, care::put_asking,
          "Ask both of a pair how it goes, in the same words");
    r.remove("/programmes/{id}/pairings/{pairing_id}/help-wishes/{person_id}", May::coordinator,
             care::remove_help_wish_of, "Put somebody's wish for help away once you have spoken");

    // A person to talk to. Quiet: that somebody wrote is nobody's to know.
    r.get("/programmes/{id}/confidential-contacts", May::participant, care::list_concern_contacts,
          "List whom you can turn to in confidence, and who is away")
        .quiet()
        .may_show({"name, department, site, function"});
    r.put("/programmes/{id}/concerns/{concern_id}", May::participant, care::put_concern,
          "Tell one confidential contact that something is wrong: for advice only, or to have something done")
        .quiet()
        .may_show({"concern"});
    r.get("/my-concerns", May::participant, care::list_my_concerns, "List what you told a confidential contact")
        .quiet()
        .may_show({"concern"});
    r.get("/concerns", May::participant, care::list_concerns, "List what was told to you as a confidential contact")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.get("/concerns/{id}", May::participant, care::show_concern,
          "Read a concern that you raised or that was sent to you")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/concerns/{id}/messages/{message_id}", May::participant, care::put_concern_message, "Reply on a concern")
        .quiet()
        .may_show({"concern"});
    r.put("/concerns/{id}/reading", May::participant, care::put_concern_reading, "Remember that you have read it")
        .quiet()
        .may_show({"concern"});
    r.put("/concerns/{id}/note", May::participant, care::put_concern_note, "Keep a note of your own, as the contact")
        .quiet()
        .may_show({"concern"});
    r.put("/concerns/{id}/name-opening", May::participant, care::put_name_opening,
          "Ask, as the contact, that the name behind picked messages be opened for a stated danger")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/concerns/{id}/closure", May::participant, care::put_concern_closure, "Close a concern, as the contact")
        .quiet()
        .may_show({"concern"});
    r.get("/contact-room", May::participant, care::show_contact_room,
          "Read your own room as a confidential contact: what you set, and the figures you may tell")
        .quiet()
        .may_show({"concern"});
    r.put("/contact-room", May::participant, care::put_contact_room,
          "Say, as a confidential contact, until when you are away and how long you keep what is sent to you")
        .quiet()
        .may_show({"concern"});
    r.get("/programmes/{id}/named-contacts", May::coordinator, care::list_named_contacts,
          "List who is named as a confidential contact in a programme")
        .may_show({"settings, and who changed them"});
    r.get("/people/{id}/contact-link", May::administrator, care::show_contact_link,
          "Read whether a confidential contact has a private link");
    r.post("/people/{id}/contact-link", May::administrator, care::post_contact_link,
           "Send a confidential contact who does not sign in a private link to their room, in place of the one before")
        .creates();
    r.remove("/people/{id}/contact-link", May::administrator, care::remove_contact_link,
             "Take a private link away: it opens nothing any more");
    add_contact_room_by_link(r);
    r.get("/reporting-channels", May::signed_in, care::list_reporting_channels,
          "List the official reporting channels and help lines, by country");
    r.put("/reporting-channels/{country}", May::administrator, care::put_reporting_channel,
          "Name the official reporting channel of a country")
        .may_show({"settings, and who changed them"});
    r.remove("/reporting-channels/{country}", May::administrator, care::remove_reporting_channel,
             "Take the name of an official reporting channel away")
        .may_show({"settings, and who changed them"});
}

}  // namespace app
