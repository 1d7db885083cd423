#include "app/routes.hpp"
#include "record/contribution_record_http.hpp"
#include "record/pair_export_http.hpp"
#include "record/programme_facts_http.hpp"
#include "record/timeline_http.hpp"
#include "survey/survey_http.hpp"

namespace app {

using access::May;

// Quiet: whether and when somebody answers is no more the log's to know than the coordinator's.
void add_review_routes(access::Routes& r) {
    constexpr std::string_view kAnswers = "pulse, check-in, survey answers";
    r.get("/surveys", May::participant, survey::list_my_surveys, "List the questions put to you, newest first")
        .quiet()
        .may_show({kAnswers});
    r.get("/surveys/{id}", May::participant, survey::show_survey, "Read questions put to you, with your own answers")
        .quiet()
        .may_show({kAnswers});
    r.put("/surveys/{id}/answers", May::participant, survey::put_answers,
          "Answer, save or skip questions; tips from your answers come back and are not stored")
        .quiet()
        .may_show({kAnswers, "tip that follows from my own answer"});
    r.get("/pairings/{id}/export", May::participant, record::download_pair_export,
          "Take with you what you may see of one of your pairs, as one file")
        .quiet()
        .may_show({"agreement, outcomes, goals, ladder, steps", "meeting dates", "place, link",
                   "agenda, topics of a meeting", "private notes, your-turn, drafts, rehearsal",
                   "messages, shared notes, actions, files, feedback", kAnswers});
    r.get("/pairings/{id}/timeline", May::participant, record::show_timeline,
          "Read one of your pairs as a timeline: what has been, and the dates ahead")
        .quiet()
        .may_show({"that two people are a pair", "that it finished", "meeting dates", "who moved or cancelled",
                   "agreement, outcomes, goals, ladder, steps", "agenda, topics of a meeting"});
    r.get("/programmes/{id}/facts", May::participant, record::show_programme_facts,
          "Read what has happened in a programme, counted: for whoever takes part in it and whoever runs it")
        .may_show({"takes part at all", "that two people are a pair", "meeting dates", "introductions",
                   "board question and decision", "place on the waiting list"});
    r.get("/my-record", May::participant, record::show_contribution_record,
          "Read your contribution record: hours and topics, for you alone")
        .quiet()
        .may_show({"contribution record"});
    r.get("/my-record/file", May::participant, record::download_contribution_record,
          "Download your contribution record for a spreadsheet")
        .quiet()
        .may_show({"contribution record"});
}

}  // namespace app
