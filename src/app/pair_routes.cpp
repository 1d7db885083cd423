#include "app/routes.hpp"
#include "matching/band_http.hpp"
#include "matching/comparison_http.hpp"
#include "matching/fairness_http.hpp"
#include "matching/line_outlook_http.hpp"
#include "matching/match_plan_http.hpp"
#include "matching/match_preview_http.hpp"
#include "matching/match_run_http.hpp"
#include "matching/prices_http.hpp"
#include "matching/remedy_http.hpp"
#include "matching/run_file_http.hpp"
#include "matching/suggestion_http.hpp"
#include "matching/trial_http.hpp"
#include "matching/why_not_http.hpp"
#include "pairing/agreement_http.hpp"
#include "pairing/continuation_http.hpp"
#include "pairing/feedback_http.hpp"
#include "pairing/goal_http.hpp"
#include "pairing/introduction_http.hpp"
#include "pairing/pairing_http.hpp"
#include "pairing/rematch_http.hpp"

namespace app {

using access::May;

void add_pair_routes(access::Routes& r) {
    // matching
    r.post("/match-previews", May::people, matching::post_match_preview, "Match pasted rows; nothing is stored")
        .by_nature();
    r.post("/match-runs", May::coordinator, matching::post_match_run, "Find who could meet whom").accepted();
    r.get("/match-runs", May::coordinator, matching::list_match_runs, "List the runs of a programme, newest first");
    r.get("/match-runs/{id}", May::coordinator, matching::show_match_run, "Read a run: how far it is, what it found");
    r.get("/match-runs/{id}/pairs", May::coordinator, matching::list_match_run_pairs, "Page through a draft's pairs")
        .may_show({"name, department, site, function", "what I bring / want, ordinary topics", "working-style answers",
                   "times I can meet"});
    r.get("/match-runs/{id}/pairs/file", May::coordinator, matching::download_pairs,
          "Download a draft's pairs for a spreadsheet, in the words of the page")
        .may_show({"name, department, site, function", "what I bring / want, ordinary topics"});
    r.get("/match-runs/{id}/leftovers", May::coordinator, matching::list_match_run_leftovers,
          "Page through those without a partner yet, each with the reason")
        .may_show({"name, department, site, function"});
    r.get("/match-runs/{id}/bands", May::coordinator, matching::show_bands,
          "Count a run's pairs by department, level or site: both sides in groups, and the pairs between them")
        .may_show({"name, department, site, function"});
    r.get("/match-runs/{id}/audit", May::coordinator, matching::show_match_run_audit,
          "How a run treats departments, sites and levels; small groups together");
    r.get("/match-runs/{id}/leftovers/file", May::coordinator, matching::download_leftovers,
          "Download who has no partner yet for a spreadsheet")
        .may_show({"name, department, site, function"});
    r.get("/match-runs/{id}/comparison", May::coordinator, matching::show_comparison,
          "Page through what a run changed against another: who keeps whom, and who does not")
        .may_show({"name, department, site, function"});
    r.get("/match-runs/{id}/remedies", May::coordinator, matching::show_remedies,
          "What would give somebody a partner, each tried out on today's people")
        .may_show({"name, department, site, function", "what I bring / want, ordinary topics"});
    r.get("/match-runs/{id}/prices", May::coordinator, matching::show_prices,
          "What each objective gives, and what each rule and each wish costs")
        .may_show({"name, department, site, function"});
    r.post("/match-runs/{id}/cancellation", May::coordinator, matching::post_cancellation, "Stop a run");
    r.put("/match-runs/{id}/publication", May::coordinator, matching::put_publication,
          "Publish a draft: after the programme's wait it is sent as suggestions of a new round");
    r.put("/match-runs/{id}/publication/sending", May::coordinator, matching::put_sending,
          "Send what was published without waiting any longer");
    r.remove("/match-runs/{id}/publication", May::coordinator, matching::remove_publication,
             "Undo the publication before it is sent; afterwards take the suggestions back while the round is open");
    r.post("/programmes/{id}/match-trials", May::coordinator, matching::post_match_trial,
           "Try other weights, rules or wishes; nothing is stored")
        .by_nature()
        .may_show({"name, department, site, function"});
    r.get("/programmes/{id}/match-outlook", May::coordinator, matching::show_outlook,
          "How many pairs are possible, and how many each rule removes");
    r.get("/programmes/{id}/match-plan", May::coordinator, matching::show_match_plan,
          "What the people who are there would give, and who or what would give more")
        .may_show({"what I bring / want, ordinary topics"});
    r.get("/programmes/{id}/line-outlook", May::people, matching::show_line_outlook,
          "How many pairs each part of the line rule removes, before anybody is invited");
    r.get("/programmes/{id}/why-not", May::coordinator, matching::show_why_not,
          "Why two people are not suggested to each other, in public reasons")
        .may_show({"name, department, site, function", "what I bring / want, ordinary topics", "working-style answers",
                   "times I can meet"});
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
    r.get("/pairings/{id}/goals", May::participant, pairing::show_goals,
          "Read the goals of a pair with their steps, the ladder of its topics and the targets of its end")
        .may_show({"agreement, outcomes, goals, ladder, steps"});
    r.put("/pairings/{id}/goals/{side}/{position}", May::participant, pairing::put_goal,
          "Write a goal down or move it on, by either of the two")
        .may_show({"agreement, outcomes, goals, ladder, steps"});
    r.remove("/pairings/{id}/goals/{side}/{position}", May::participant, pairing::delete_goal,
             "Take a goal away; an outcome of the agreement stands again in its place")
        .may_show({"agreement, outcomes, goals, ladder, steps"});
    r.put("/pairings/{id}/ladder", May::participant, pairing::put_ladder,
          "Say how far you can do each topic; your partner sees it, and nobody else")
        .quiet()
        .may_show({"agreement, outcomes, goals, ladder, steps"});
    r.put("/pairings/{id}/targets", May::participant, pairing::put_targets,
          "Say what you will have done ninety days after the end: one to three targets")
        .quiet()
        .may_show({"agreement, outcomes, goals, ladder, steps"});
    r.put("/pairings/{id}/echo", May::participant, pairing::put_echo,
          "Say, ninety days after the end, what became of your targets; shown to you alone")
        .quiet()
        .may_show({"pulse, check-in, survey answers"});
    constexpr std::string_view kFeedback = "messages, shared notes, actions, files, feedback";
    r.get("/pairings/{id}/feedback", May::participant, pairing::show_feedback, "Read the feedback of you two")
        .quiet()
        .may_show({kFeedback});
    r.put("/pairings/{id}/feedback/{feedback_id}", May::participant, pairing::put_feedback,
          "Give feedback: the situation, what you saw, its effect, one wish")
        .quiet()
        .may_show({kFeedback});
    r.remove("/pairings/{id}/feedback/{feedback_id}", May::participant, pairing::remove_feedback,
             "Take feedback of yours back while it is no goal")
        .quiet()
        .may_show({kFeedback});
    r.put("/pairings/{id}/feedback/{feedback_id}/goal", May::participant, pairing::put_feedback_goal,
          "Pick the wish of your partner as a goal of yours, in your own words")
        .quiet()
        .may_show({kFeedback});
    r.put("/pairings/{id}/feedback/{feedback_id}/look", May::participant, pairing::put_feedback_look,
          "Look at a wish again: what you see now")
        .quiet()
        .may_show({kFeedback});
    r.get("/introductions", May::signed_in, pairing::list_introductions,
          "List the introductions you have a part in, and whom you may introduce")
        .quiet()
        .may_show({"introductions"});
    r.put("/pairings/{id}/introductions/{introduction_id}", May::participant, pairing::put_introduction,
          "Introduce your partner to a colleague: your partner is asked, then the colleague")
        .quiet()
        .may_show({"introductions"});
    r.remove("/pairings/{id}/introductions/{introduction_id}", May::participant, pairing::remove_introduction,
             "Take an introduction back while it waits")
        .quiet()
        .may_show({"introductions"});
    r.put("/introductions/{id}/answer", May::participant, pairing::put_introduction_answer,
          "Say privately whether you would like to be introduced: yes or not now")
        .quiet()
        .may_show({"introductions"});
    r.get("/programmes/{id}/introduction-count", May::signed_in, pairing::show_introduction_count,
          "How many introductions were made in a programme, for those who coordinate it or stand for it and for "
          "analysts")
        .may_show({"introductions"});
    r.put("/pairings/{id}/pause", May::participant, pairing::put_pause, "Pause the pair");
    r.remove("/pairings/{id}/pause", May::participant, pairing::remove_pause, "Go on after a pause");
    r.put("/pairings/{id}/closure", May::participant, pairing::put_closure, "Stop here, without a reason").quiet();
    r.get("/pairings/{id}/rematch", May::participant, pairing::show_rematch,
          "After a pair: what you said about a new partner, and from when suggestions may come")
        .may_show({"order, happy to meet / rather not, go on / not this time"});
    r.put("/pairings/{id}/rematch", May::participant, pairing::put_rematch,
          "Say privately whether you would like a new partner: now, later or not")
        .quiet();
    r.get("/pairings/{id}/continuation", May::participant, pairing::show_continuation,
          "How you would like to go on after the end, and when the pair is completed")
        .may_show({"order, happy to meet / rather not, go on / not this time"});
    r.put("/pairings/{id}/continuation", May::participant, pairing::put_continuation,
          "Say privately how you would like to go on after the end; opened when both choose alike")
        .quiet()
        .may_show({"order, happy to meet / rather not, go on / not this time"});
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
