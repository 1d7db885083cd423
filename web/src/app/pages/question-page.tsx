import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { OneQuestion } from "app/pages/voice/one-question";
import { useQuestion } from "features/voice/api/questions";

/** One question, for whoever asks it, is asked or reads what came of it. Made for a phone first: one column, one step. */
export function BoardQuestionPage() {
  const { question_id } = useParams({ strict: false }) as { question_id: string };
  return (
    <AnsweredPage query={useQuestion(question_id)}>
      {(question) => <OneQuestion key={question.version} question={question} />}
    </AnsweredPage>
  );
}
