#pragma once
// The doors of the sounding board.

#include "access/call.hpp"
#include "voice/question_shapes.hpp"

namespace voice {

base::Result<QuestionOpenings> list_question_openings(access::Call& call);
base::Result<QuestionOpenings> put_panel_membership(access::Call& call);
base::Result<QuestionOpenings> remove_panel_membership(access::Call& call);
base::Result<MyQuestions> list_my_questions(access::Call& call);
base::Result<BoardQuestion> put_question(access::Call& call, QuestionAsked const& asked);
base::Result<BoardQuestion> show_question(access::Call& call);
base::Result<BoardQuestion> put_panel_answer(access::Call& call, PanelAnswerWanted const& wanted);
base::Result<BoardQuestion> remove_panel_answer(access::Call& call);
base::Result<BoardQuestion> put_decision(access::Call& call, DecisionWanted const& wanted);
base::Result<BoardQuestion> put_mark(access::Call& call, MarkWanted const& wanted);

}  // namespace voice
