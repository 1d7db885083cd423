import { useSay } from "lib/i18n/say";
import { useCallback } from "react";

const thenPrefix = "know_then.";
/** All ladders of a programme together, in results. */
const everyLadder = "know";

/** A question as it is read: a ladder has the name of its topic alone, and is asked about now or about the start. */
export function useQuestionWords() {
  const say = useSay();
  return useCallback(
    ({ key, kind, text }: { key: string; kind: string; text: string }) => {
      if (kind !== "ladder") return text;
      if (key === everyLadder) return say("questionnaire.ladder_all");
      const topic = text;
      return key.startsWith(thenPrefix)
        ? say("questionnaire.ladder_then", { topic })
        : say("questionnaire.ladder_now", { topic });
    },
    [say],
  );
}
