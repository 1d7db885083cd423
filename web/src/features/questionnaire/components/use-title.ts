import type { Moment } from "features/questionnaire/api/questionnaires";
import { useSay } from "lib/i18n/say";
import { useCallback } from "react";

/** What a questionnaire is called: by its moment, or as a coordinator wrote. */
export function useTitle() {
  const say = useSay();
  return useCallback(
    ({ moment, title }: { moment: Moment; title?: string }) =>
      moment === "own" ? (title ?? "") : say(`questionnaire.title_${moment}`),
    [say],
  );
}
