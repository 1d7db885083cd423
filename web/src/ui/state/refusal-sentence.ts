import { type FieldRefusal, Refusal, Unreachable } from "lib/api-client/refusal";
import { type MessageKey, useKnows, useSay } from "lib/i18n/say";
import { useCallback } from "react";

/** Why the server said no, as a sentence: `refusal.<code>` of the catalogue. */
export function useRefusalSentence(): (error: Error) => string {
  const say = useSay();
  const knows = useKnows();
  return useCallback(
    (error: Error) => {
      if (error instanceof Unreachable) return say("refusal.unreachable");
      if (!(error instanceof Refusal)) return say("refusal.broken");
      const key = `refusal.${error.code}`;
      return knows(key) ? say(key, { ...error.params }) : say("refusal.unknown", { code: error.code });
    },
    [say, knows],
  );
}

/** What is wrong with one field: `field.<code>` of the catalogue, with the server's numbers. */
export function useFieldSentence(): (field: FieldRefusal) => string {
  const say = useSay();
  const knows = useKnows();
  return useCallback(
    (field: FieldRefusal) => {
      // A sentence with the limit in it (`field.too_short.limit`) needs the limit.
      const wishes = Object.keys(field.params ?? {}).length > 0 ? [`field.${field.code}.limit`] : [];
      const known: MessageKey = [...wishes, `field.${field.code}`].find(knows) ?? "field.unknown";
      return say(known, { ...field.params, code: field.code });
    },
    [say, knows],
  );
}
