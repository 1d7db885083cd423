import type { Figures } from "features/questionnaire/api/results";
import { useSay } from "lib/i18n/say";
import { useCallback } from "react";

/** How many answered: "12", or "5 to 9" where a figure would tell too much. */
export function useAnsweredWords() {
  const say = useSay();
  return useCallback(
    ({ least, most }: Figures["answered"]) =>
      least === most ? say("ui.number", { number: least }) : say("results.between", { least, most }),
    [say],
  );
}
