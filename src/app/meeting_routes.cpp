#include "app/calendar_http.hpp"
#include "app/routes.hpp"
#include "meeting/attendance_http.hpp"
#include "meeting/calendar_feed.hpp"
#include "meeting/exploratory_link_http.hpp"
#include "meeting/free_busy_http.hpp"
#include "meeting/holiday_http.hpp"
#include "meeting/kept_dates_http.hpp"
#include "meeting/meeting_http.hpp"
#include "meeting/meeting_link_http.hpp"
#include "meeting/notebook_http.hpp"
#include "meeting/series_http.hpp"
#include "meeting/skipped_prompt_http.hpp"
#include "person/delegation_http.hpp"

namespace app {

using access::May;

void add_meeting_routes(access::Routes& r) {
    r.get("/pairings/{id}/meetings", May::participant, meeting::list_meetings,
          "List the conversations of one of your pairs, and the hours so far")
        .may_show({"meeting dates", "who moved or cancelled", "place, link"});
    r.post("/pairings/{id}/meetings", May::participant, meeting::post_meeting,
           "Propose a conversation: one to three times, the other chooses")
        .creates();
    r.get("/pairings/{id}/slots", May::participant, meeting::list_slots, "Find times that fit both of you")
        .may_show({"times I can meet"});
    r.post("/pairings/{id}/slot-searches", May::participant, meeting::post_slot_search,
           "Find times that fit both of you, and your own free/busy calendar, whose address is kept nowhere")
        .by_nature()
        .quiet()
        .may_show({"times I can meet"});
    r.get("/pairings/{id}/occurrences", May::participant, meeting::list_occurrences,
          "Find several dates in one go, as often as you two agreed")
        .may_show({"times I can meet"});
    r.post("/pairings/{id}/meeting-series", May::participant, meeting::post_series,
           "Propose several conversations in one go")
        .creates();
    r.put("/meeting-series/{id}/acceptance", May::participant, meeting::put_series_acceptance,
          "Take all dates of a series that wait for you");
    r.get("/meetings/{id}", May::participant, meeting::show_meeting, "Read one of your meetings")
        .may_show({"meeting dates", "who moved or cancelled", "place, link"});
    r.get("/meetings/{id}/calendar", May::participant, meeting::show_calendar, "Download a date for a calendar")
        .may_show({"meeting dates", "place, link"});
    r.put("/meetings/{id}/time", May::participant, meeting::put_time, "Choose one of the times proposed to you");
    r.put("/meetings/{id}/times", May::participant, meeting::put_times,
          "Propose other times; a date that was set no longer stands");
    r.put("/meetings/{id}/where", May::participant, meeting::put_where, "Change how long, how and where you meet");
    r.put("/meetings/{id}/holding", May::participant, meeting::put_holding, "Say that the meeting was held");
    r.put("/meetings/{id}/cancellation", May::participant, meeting::put_cancellation,
          "Cancel a meeting, or say afterwards whose side did not come");
    r.put("/meetings/{id}/attendance", May::participant, meeting::put_attendance, "Say whether you come to a date");
    r.post("/calendar-replies", May::participant, meeting::post_calendar_reply,
           "Read back what your calendar answered: a reply file")
        .takes({"text/calendar"}, meeting::kLargestReply)
        .by_nature()
        .may_show({"meeting dates", "who moved or cancelled", "place, link"});
    r.get("/holidays", May::people, meeting::show_holidays,
          "Read the days on which a site, or the whole house, is closed");
    r.put("/holidays", May::people, meeting::put_holidays,
          "Say the days on which a site is closed; no time on them is proposed to anybody there");
    r.post("/holiday-readings", May::people, meeting::post_holiday_reading,
           "Read the whole days of a calendar file, to look at before they are saved")
        .takes({"text/calendar"}, meeting::kLargestHolidayFile)
        .by_nature();
    r.get("/absences", May::participant, meeting::show_absences, "Read the days you are away");
    r.put("/absences", May::participant, meeting::put_absences,
          "Say the days you are away; no time on them is proposed");

    // By a link from a mail, without signing in (rules 12).
    r.get("/meeting-links/{token}", May::anyone, meeting::show_linked_meeting, "Read a date by the link from a mail")
        .may_show({"meeting dates", "place, link"});
    r.put("/meeting-links/{token}/time", May::anyone, meeting::put_linked_time, "Choose a time by the link");
    r.put("/meeting-links/{token}/series", May::anyone, meeting::put_linked_series,
          "Take all dates proposed together by the link");
    r.put("/meeting-links/{token}/attendance", May::anyone, meeting::put_linked_attendance,
          "Say by the link whether you come");
    r.put("/meeting-links/{token}/times", May::anyone, meeting::put_linked_times, "Propose other times by the link");
    r.put("/meeting-links/{token}/where", May::anyone, meeting::put_linked_where, "Name the place by the link");
    r.put("/meeting-links/{token}/holding", May::anyone, meeting::put_linked_holding,
          "Say by the link that the meeting was held");

    r.get("/exploratory-links/{token}", May::anyone, meeting::show_linked_exploratory,
          "Read the date of a first conversation by the link from a mail")
        .may_show({"meeting dates", "place, link", "times I can meet"});
    r.put("/exploratory-links/{token}/date", May::anyone, meeting::put_linked_exploratory,
          "Move the date of a first conversation by the link");

    // Whoever keeps a principal's dates.
    r.get("/delegations", May::signed_in, person::list_delegations, "Read who keeps your dates, and whose you keep");
    r.post("/delegations", May::signed_in, person::post_delegation, "Ask somebody to keep your dates").creates();
    r.remove("/delegations/{id}", May::signed_in, person::remove_delegation, "End it, on either side");
    r.get("/delegations/{id}/dates", May::signed_in, meeting::list_kept_dates, "Read the dates you keep for somebody")
        .may_show({"meeting dates", "place, link", "that two people are a pair"});
    r.get("/delegations/{id}/pairings/{pairing_id}/slots", May::signed_in, meeting::list_kept_slots,
          "Find times that fit both, for somebody")
        .may_show({"times I can meet"});
    r.post("/delegations/{id}/pairings/{pairing_id}/meetings", May::signed_in, meeting::post_kept_meeting,
           "Propose a conversation for somebody")
        .creates();
    r.put("/delegations/{id}/meetings/{meeting_id}/time", May::signed_in, meeting::put_kept_time,
          "Choose a time for somebody");
    r.put("/delegations/{id}/meetings/{meeting_id}/times", May::signed_in, meeting::put_kept_times,
          "Propose other times for somebody");
    r.put("/delegations/{id}/meetings/{meeting_id}/where", May::signed_in, meeting::put_kept_where,
          "Name the place for somebody");
    r.put("/delegations/{id}/meetings/{meeting_id}/holding", May::signed_in, meeting::put_kept_holding,
          "Say for somebody that the meeting was held");

    // For calendar programs.
    r.get("/calendar-feed", May::signed_in, meeting::show_feed, "Read your private calendar address").holds_secret();
    r.post("/calendar-feed", May::signed_in, meeting::post_feed,
           "Make a private calendar address; an earlier one is void")
        .by_nature()
        .holds_secret();
    r.remove("/calendar-feed", May::signed_in, meeting::remove_feed, "Let the private calendar address die");
    r.get("/calendar/{token}", May::anyone, read_calendar, "Your dates, as a calendar program reads them")
        .at_root()
        .holds_secret();
}

// Quiet: who writes what for a meeting, and when, is no more the log's to know than the coordinator's.
void add_notebook_routes(access::Routes& r) {
    constexpr std::string_view kAgenda = "agenda, topics of a meeting";
    constexpr std::string_view kPrivate = "private notes, your-turn, drafts, rehearsal";
    constexpr std::string_view kShared = "messages, shared notes, actions, files, feedback";
    r.get("/meeting-guides", May::participant, meeting::list_guides, "Read the guides of all conversations");
    r.get("/meetings/{id}/notebook", May::participant, meeting::show_notebook,
          "Read what the two of you laid out for a meeting, and your own note")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.put("/meetings/{id}/agenda/{item_id}", May::participant, meeting::put_agenda_item,
          "Put something on the agenda, or change it")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.remove("/meetings/{id}/agenda/{item_id}", May::participant, meeting::remove_agenda_item,
             "Take something off the agenda")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.get("/pairings/{id}/skipped-prompts", May::participant, meeting::show_skipped_prompts,
          "Read which prompts of the guides you have skipped; nobody else reads it")
        .quiet()
        .may_show({kPrivate});
    r.put("/pairings/{id}/skipped-prompts", May::participant, meeting::put_skipped_prompts,
          "Skip prompts of a guide, or have them asked again; kept for you alone")
        .quiet()
        .may_show({kPrivate});
    r.put("/meetings/{id}/private-note", May::participant, meeting::put_private_note,
          "Write your private note; nobody else reads it")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.put("/meetings/{id}/shared-note", May::participant, meeting::put_shared_note, "Write the note of the two of you")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.put("/meetings/{id}/promises/{promise_id}", May::participant, meeting::put_promise,
          "Write down what one of you will do, or that it is done")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.remove("/meetings/{id}/promises/{promise_id}", May::participant, meeting::remove_promise, "Take a promise away")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
    r.put("/meetings/{id}/teach-backs/{topic}", May::participant, meeting::put_teach_back,
          "Tick what somebody has shown of a topic: whoever learns it first, then both")
        .quiet()
        .may_show({kAgenda, kPrivate, kShared});
}

}  // namespace app
