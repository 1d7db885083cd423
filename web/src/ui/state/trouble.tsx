import { Refusal } from "lib/api-client/refusal";
import { useFieldSentence, useRefusalSentence } from "ui/state/refusal-sentence";

/** What came in the way of the last press, beside the button that was pressed; nothing when nothing did. */
export function Trouble({ of: error }: { of: Error | null }) {
  const sentenceOf = useRefusalSentence();
  const fieldSentenceOf = useFieldSentence();
  const fields = error instanceof Refusal ? error.fields : [];
  if (fields.length > 0) return <p role="alert">{[...new Set(fields.map(fieldSentenceOf))].join(" ")}</p>;
  return error && <p role="alert">{sentenceOf(error)}</p>;
}
