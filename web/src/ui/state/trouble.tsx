import { useRefusalSentence } from "ui/state/refusal-sentence";

/** What came in the way of the last press, beside the button that was pressed; nothing when nothing did. */
export function Trouble({ of: error }: { of: Error | null }) {
  const sentenceOf = useRefusalSentence();
  return error && <p role="alert">{sentenceOf(error)}</p>;
}
