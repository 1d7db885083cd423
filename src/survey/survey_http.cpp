#include "survey/survey_http.hpp"

#include "survey/survey_actions.hpp"
#include "survey/survey_store.hpp"

namespace survey {

base::Result<MySurveys> list_my_surveys(access::Call& call) {
    MySurveys mine;
    for (auto const& own : store::list_mine(call.tx, call.viewer))
        mine.items.push_back(
            {own.id, own.kind, own.number, own.pairing_id, own.partner, own.opened_on, closes_on(own), own.state});
    return mine;
}

base::Result<SurveyAnswer> show_survey(access::Call& call) {
    TRY(id, call.id<SurveyId>("id"));
    return read_survey(call.tx, call.tools.keys, call.viewer, id);
}

base::Result<SurveyReceipt> put_answers(access::Call& call, AnswersGiven const& given) {
    TRY(id, call.id<SurveyId>("id"));
    return answer_survey(call.tx, call.tools.keys, call.viewer, id, given, call.now);
}

}  // namespace survey
