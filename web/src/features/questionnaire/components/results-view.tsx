import type { ResultsAnswer } from "features/questionnaire/api/results";
import { ChangeCard } from "features/questionnaire/components/change-card";
import { QuestionResultCard } from "features/questionnaire/components/question-result-card";

/** What was answered, as far as it points at nobody; nothing where too few answered at all. */
export function ResultsView({ answer: { results, programme } }: { answer: ResultsAnswer }) {
  if (results.answered === null) return null;
  return (
    <>
      {results.changes.length > 0 && <ChangeCard changes={results.changes} />}
      {results.questions.map((result) => (
        <QuestionResultCard key={result.key} result={result} called={programme} />
      ))}
    </>
  );
}
