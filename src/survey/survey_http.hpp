#pragma once

#include "access/call.hpp"
#include "survey/survey_shapes.hpp"

namespace survey {

base::Result<MySurveys> list_my_surveys(access::Call& call);
base::Result<SurveyAnswer> show_survey(access::Call& call);
base::Result<SurveyReceipt> put_answers(access::Call& call, AnswersGiven const& given);

}  // namespace survey
