import type { Answer, AskedQuestion } from "features/questionnaire/api/questionnaires";
import styles from "features/questionnaire/components/question-field.module.css";
import { agreements, confidences, rungs } from "features/questionnaire/components/scales";
import { useQuestionWords } from "features/questionnaire/components/use-question-words";
import { useSay } from "lib/i18n/say";
import { useId } from "react";
import { Button } from "ui/button/button";
import { LongTextField } from "ui/form/fields";

interface QuestionFieldProps {
  question: AskedQuestion;
  answer: Answer | undefined;
  /** Who reads what is written in words. */
  reader: string | null;
  /** Said above the first question of its kind. */
  isFirstOfKind: boolean;
  disabled: boolean;
  onAnswer: (answer: Answer | undefined) => void;
}

/** One question, to be answered with a thumb. Whatever was tapped can be taken back. */
export function QuestionField(props: QuestionFieldProps) {
  return props.question.kind === "text" ? <InWords {...props} /> : <ToChoose {...props} />;
}

function InWords({ question, answer, reader, disabled, onAnswer }: QuestionFieldProps) {
  const say = useSay();
  const write = (text: string) =>
    onAnswer(text === "" ? undefined : { question: question.key, value: null, text });
  if (disabled)
    return (
      <div>
        <h3>{question.text}</h3>
        <p className={answer?.text ? "written" : "quiet"}>{answer?.text ?? say("questionnaire.left_out")}</p>
      </div>
    );
  return (
    <LongTextField
      label={question.text}
      hint={reader ? say("questionnaire.reader", { reader }) : say("questionnaire.reader_nobody")}
      value={answer?.text ?? ""}
      maxLength={2000}
      onChange={
        ((event: { currentTarget: HTMLTextAreaElement }) => write(event.currentTarget.value)) as never
      }
    />
  );
}

const cannotSay = "cannot_say";
type Chosen = number | typeof cannotSay;

/** One way to answer: a native radio under a large label. */
interface WayProps {
  name: string;
  isChosen: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function ToChoose({ question, answer, isFirstOfKind, disabled, onAnswer }: QuestionFieldProps) {
  const say = useSay();
  const wordsOf = useQuestionWords();
  const name = useId();
  const chosen = answer && (answer.value ?? cannotSay);
  const way = (value: Chosen): WayProps => ({
    name,
    isChosen: chosen === value,
    disabled,
    onChoose: () =>
      onAnswer({ question: question.key, value: value === cannotSay ? null : value, text: null }),
  });
  const ways = { agreement: Agreement, confidence: Confidence, ladder: Ladder, choice: Choice, text: Choice };
  const Ways = ways[question.kind];
  return (
    <fieldset className={styles.question}>
      <legend>{wordsOf(question)}</legend>
      {isFirstOfKind && question.kind !== "choice" && (
        <p className="small quiet">{say(`questionnaire.how_${question.kind as "agreement"}`)}</p>
      )}
      <Ways way={way} choices={question.choices} />
      {answer && !disabled && (
        <div>
          <Button
            kind="bare"
            label={`${say("questionnaire.take_back")}: ${wordsOf(question)}`}
            onClick={() => onAnswer(undefined)}
          >
            {say("questionnaire.take_back")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface WaysProps {
  way: (value: Chosen) => WayProps;
  choices: string[];
}

function Agreement({ way }: WaysProps) {
  const say = useSay();
  return (
    <>
      <div className={styles.row}>
        {agreements.map((value) => (
          <Tile
            key={value}
            number={value}
            label={say(`questionnaire.agree_${value}`)}
            words={say(`questionnaire.agreement_${value}`)}
            {...way(value)}
          />
        ))}
      </div>
      <Line words={say("questionnaire.cannot_say")} {...way(cannotSay)} />
    </>
  );
}

function Confidence({ way }: WaysProps) {
  const say = useSay();
  return (
    <>
      <div className={styles.eleven}>
        {confidences.map((value) => (
          <Tile key={value} number={value} label={say("ui.number", { number: value })} {...way(value)} />
        ))}
      </div>
      <div className={styles.ends}>
        <span>{say("questionnaire.confidence_0")}</span>
        <span>{say("questionnaire.confidence_10")}</span>
      </div>
    </>
  );
}

function Ladder({ way }: WaysProps) {
  const say = useSay();
  return (
    <div className={styles.list}>
      {rungs.map((value) => (
        <Line key={value} words={say(`questionnaire.rung_${value}`)} {...way(value)} />
      ))}
    </div>
  );
}

function Choice({ way, choices }: WaysProps) {
  return (
    <div className={styles.list}>
      {choices.map((choice, place) => (
        <Line key={choice} words={choice} {...way(place + 1)} />
      ))}
    </div>
  );
}

interface TileProps extends WayProps {
  number: number;
  /** What is heard of it. */
  label: string;
  words?: string;
}

function Tile({ number, label, words, name, isChosen, disabled, onChoose }: TileProps) {
  const say = useSay();
  return (
    <label className={styles.tile}>
      <input
        type="radio"
        name={name}
        aria-label={label}
        checked={isChosen}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className={styles.number} aria-hidden>
        {say("ui.number", { number })}
      </span>
      {words && (
        <span className={styles.words} aria-hidden>
          {words}
        </span>
      )}
    </label>
  );
}

function Line({ words, name, isChosen, disabled, onChoose }: WayProps & { words: string }) {
  return (
    <label className={styles.line}>
      <input type="radio" name={name} checked={isChosen} disabled={disabled} onChange={onChoose} />
      <span>{words}</span>
    </label>
  );
}
