#pragma once

#include "access/call.hpp"
#include "questionnaire/questionnaire_shapes.hpp"

namespace questionnaire {

base::Result<MyQuestionnaires> list_my_questionnaires(access::Call& call);
base::Result<MyQuestionnaires> put_waiting_consent(access::Call& call);
base::Result<MyQuestionnaires> remove_waiting_consent(access::Call& call);
base::Result<AskedQuestionnaire> show_questionnaire(access::Call& call);
base::Result<AskedQuestionnaire> put_questionnaire_answers(access::Call& call, QuestionnaireReply const& given);

base::Result<QuestionnaireOutlines> list_questionnaires(access::Call& call);
base::Result<QuestionnaireForm> post_questionnaire(access::Call& call, QuestionnaireDraft const& draft);
base::Result<QuestionnaireForm> show_form(access::Call& call);
base::Result<QuestionnaireForm> put_form(access::Call& call, QuestionnaireDraft const& draft);
base::Result<access::Nothing> remove_form(access::Call& call);
base::Result<QuestionnaireForm> put_opening(access::Call& call, QuestionnaireOpening const& opening);

base::Result<ResultsList> list_results(access::Call& call);
base::Result<ResultsAnswer> show_results(access::Call& call);
base::Result<Comments> show_comments(access::Call& call);

}  // namespace questionnaire
