#include "app/routes.hpp"
#include "questionnaire/questionnaire_http.hpp"

namespace app {

using access::May;

// Quiet: whether and when somebody answers is nobody's to know.
void add_questionnaire_routes(access::Routes& r) {
    constexpr std::string_view kAnswers = "pulse, check-in, survey answers";
    constexpr std::string_view kSettings = "settings, and who changed them";
    r.get("/questionnaires", May::participant, questionnaire::list_my_questionnaires,
          "List the questionnaires put to you, newest first")
        .quiet()
        .may_show({kAnswers});
    r.put("/programmes/{id}/waiting-consent", May::participant, questionnaire::put_waiting_consent,
          "Consent to be asked, while you wait for a place, what participants are asked")
        .quiet()
        .may_show({kAnswers});
    r.remove("/programmes/{id}/waiting-consent", May::participant, questionnaire::remove_waiting_consent,
             "Take that consent back; what you answered to what is open goes with it")
        .quiet()
        .may_show({kAnswers});
    r.get("/questionnaires/{id}", May::participant, questionnaire::show_questionnaire,
          "Read a questionnaire put to you, with your own answers where it is a confidential one")
        .quiet()
        .may_show({kAnswers});
    r.put("/questionnaires/{id}/answers", May::participant, questionnaire::put_questionnaire_answers,
          "Answer, save or skip a confidential questionnaire")
        .quiet()
        .may_show({kAnswers});
    r.get("/questionnaires/{id}/results", May::participant, questionnaire::show_results,
          "Read what was answered to a questionnaire that has closed, as far as it points at nobody")
        .may_show({kAnswers});
    r.get("/questionnaires/{id}/comments", May::participant, questionnaire::show_comments,
          "Read what was written in words, as the reader who was named")
        .quiet()
        .may_show({"survey comments"});
    r.get("/questionnaires/{id}/form", May::coordinator, questionnaire::show_form,
          "Read a questionnaire as those see it who are asked, with nobody's answers")
        .may_show({kSettings});
    r.put("/questionnaires/{id}/form", May::coordinator, questionnaire::put_form,
          "Change a questionnaire of your own that has not been opened")
        .may_show({kSettings});
    r.remove("/questionnaires/{id}/form", May::coordinator, questionnaire::remove_form,
             "Throw away a questionnaire that has not been opened");
    r.put("/questionnaires/{id}/opening", May::coordinator, questionnaire::put_opening,
          "Open a questionnaire: it is put to everybody it is for, and changes no more")
        .may_show({kSettings});
    r.get("/programmes/{id}/questionnaires", May::coordinator, questionnaire::list_questionnaires,
          "List the questionnaires of a programme, and when the house asks by itself")
        .may_show({kSettings});
    r.post("/programmes/{id}/questionnaires", May::coordinator, questionnaire::post_questionnaire,
           "Write a questionnaire of your own")
        .creates()
        .may_show({kSettings});
    r.get("/programmes/{id}/results", May::participant, questionnaire::list_results,
          "List the questionnaires of a programme whose results you may read")
        .may_show({kAnswers});
}

}  // namespace app
