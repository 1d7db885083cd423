import type { AskedQuestion } from "features/questionnaire/api/questionnaires";
import { answersOf, type Given, withAnswer } from "features/questionnaire/components/given";
import { QuestionField } from "features/questionnaire/components/question-field";
import styles from "features/questionnaire/components/sheet.module.css";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

interface SheetProps {
  questions: AskedQuestion[];
  reader: string | null;
  given: Given;
  disabled?: boolean;
  /** Who sees the answers, in a few words. */
  sees?: string;
  onGiven: (given: Given) => void;
  /** The buttons, and what became of the last press. */
  children?: ReactNode;
}

/** The questions, in the order given. Any of them may be left out. */
export function Sheet({ questions, reader, given, disabled = false, sees, onGiven, children }: SheetProps) {
  const say = useSay();
  const answered = answersOf(questions, given).length;
  return (
    <Card
      title={say(disabled ? "questionnaire.your_answers" : "questionnaire.questions")}
      beside={sees ? <Sees>{sees}</Sees> : undefined}
    >
      {!disabled && <p className="quiet">{say("questionnaire.leave_out")}</p>}
      <div className={styles.questions}>
        {questions.map((question, place) => (
          <QuestionField
            key={question.key}
            question={question}
            answer={given[question.key]}
            reader={reader}
            isFirstOfKind={questions[place - 1]?.kind !== question.kind}
            disabled={disabled}
            onAnswer={(answer) => onGiven(withAnswer(given, question.key, answer))}
          />
        ))}
      </div>
      <p className="small quiet">
        {say("questionnaire.answered", { count: answered, of: questions.length })}
      </p>
      {children}
    </Card>
  );
}
