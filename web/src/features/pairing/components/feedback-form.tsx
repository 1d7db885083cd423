import type { FeedbackWords } from "features/pairing/api/feedback";
import { personWordsIn } from "features/pairing/components/person-words";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { LongTextField } from "ui/form/fields";

const parts = [
  ["situation", 500],
  ["saw", 500],
  ["effect", 500],
  ["wish", 300],
] as const;
const nothing: FeedbackWords = { situation: "", saw: "", effect: "", wish: "" };

interface FeedbackFormProps {
  words?: FeedbackWords;
  label: string;
  busy: boolean;
  /** The page's next step. */
  isNext?: boolean;
  onGive: (words: FeedbackWords, done: () => void) => void;
}

/** The four parts, each with what it is for; words that speak about a person are noticed here and nowhere else. */
export function FeedbackForm({ words = nothing, label, busy, isNext = false, onGive }: FeedbackFormProps) {
  const say = useSay();
  const [written, setWritten] = useState(words);
  return (
    <>
      {parts.map(([part, most]) => (
        <div key={part} className="stack">
          <LongTextField
            label={say(`feedback.${part}`)}
            hint={say(`feedback.${part}_hint`)}
            rows={2}
            value={written[part]}
            maxLength={most}
            onChange={
              ((event: { currentTarget: HTMLTextAreaElement }) => {
                const text = event.currentTarget.value;
                setWritten((before) => ({ ...before, [part]: text }));
              }) as never
            }
          />
          <PersonWords text={written[part]} />
        </div>
      ))}
      <div>
        <Button
          kind={isNext ? "filled" : "plain"}
          busy={busy}
          disabled={parts.some(([part]) => written[part].trim() === "")}
          onClick={() => onGive(written, () => setWritten(nothing))}
        >
          {label}
        </Button>
      </div>
    </>
  );
}

function PersonWords({ text }: { text: string }) {
  const say = useSay();
  const intl = useIntl();
  const found = personWordsIn(text, say("feedback.person_word_list"));
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <p className="quiet">
          {say("feedback.person_words", {
            count: found.length,
            words: intl.formatList(found.map((word) => `“${word}”`)),
          })}
        </p>
      )}
    </div>
  );
}
