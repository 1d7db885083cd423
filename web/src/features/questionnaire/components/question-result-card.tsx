import type { QuestionResult, SliceResult } from "features/questionnaire/api/results";
import { Bars } from "features/questionnaire/components/bars";
import { agreements, confidences, rungs } from "features/questionnaire/components/scales";
import { useAnsweredWords } from "features/questionnaire/components/use-answered-words";
import { useQuestionWords } from "features/questionnaire/components/use-question-words";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

interface QuestionResultCardProps {
  result: QuestionResult;
  called: Called;
}

/** What was answered to one question: by everybody, and by each side where that points at nobody. */
export function QuestionResultCard({ result, called }: QuestionResultCardProps) {
  const wordsOf = useQuestionWords();
  const answers = useAnswersOf(result);
  return (
    <Card title={wordsOf(result)}>
      <div className="thirds">
        {inOrder(result.slices).map((slice) => (
          <Slice key={slice.side ?? "everybody"} slice={slice} answers={answers} called={called} />
        ))}
      </div>
    </Card>
  );
}

const places = ["mentor", "mentee"];

/** Everybody first, then those who bring a topic, as on every page. */
const inOrder = (slices: SliceResult[]) =>
  slices.toSorted((one, other) => places.indexOf(one.side ?? "") - places.indexOf(other.side ?? ""));

interface SliceProps {
  slice: SliceResult;
  answers: string[];
  called: Called;
}

function Slice({ slice: { side, figures, hidden }, answers, called }: SliceProps) {
  const say = useSay();
  const labels = useLabels(called);
  const answeredWords = useAnsweredWords();
  return (
    <section className="stack">
      <div>
        <h3>{side ? labels.head(side) : say("results.everybody")}</h3>
        {figures && (
          <p className="small quiet">
            {say("results.answered", { answered: answeredWords(figures.answered) })}
            {figures.mean !== null && ` · ${say("results.mean", { mean: figures.mean })}`}
          </p>
        )}
      </div>
      {figures ? (
        <Bars answers={answers} shares={figures.shares} />
      ) : (
        <p className="quiet">{say(`results.hidden_${hidden ?? "suppressed"}`)}</p>
      )}
    </section>
  );
}

/** The words of each answer there was to choose from. */
function useAnswersOf({ kind, choices }: QuestionResult): string[] {
  const say = useSay();
  switch (kind) {
    case "agreement":
      return agreements.map((value) => say(`questionnaire.agree_${value}`));
    case "confidence":
      return confidences.map((value) => say("ui.number", { number: value }));
    case "ladder":
      return rungs.map((value) => say(`questionnaire.rung_${value}`));
    default:
      return choices;
  }
}
