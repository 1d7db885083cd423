import { Refusal } from "lib/api-client/refusal";
import { useFieldSentence } from "ui/state/refusal-sentence";
import { Trouble } from "ui/state/trouble";

/** Why a file was not taken: what is wrong with it, where the server says so. */
export function UploadTrouble({ error }: { error: Error | null }) {
  const sentenceOf = useFieldSentence();
  const field = error instanceof Refusal ? error.fields[0] : undefined;
  if (!field) return <Trouble of={error} />;
  return <p role="alert">{sentenceOf(field)}</p>;
}
