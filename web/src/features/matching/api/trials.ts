import { useDebouncedCallback } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useRef, useState } from "react";

export type Trial = Shape<"Trial">;
export type NewTrial = Shape<"NewTrialRequest">;
export type Quality = Shape<"Quality">;
export type MovedPair = Shape<"MovedPair">;

/** Long enough for the next press of an arrow key, short enough to be answered within a second. */
const settled = 300;

/**
 * What a run would find; stored nowhere. It is asked for once the last move has settled, never twice at a time, and what
 * was answered before stands until the new answer is there.
 */
export function useTrial(programmeId: string) {
  const next = useRef<NewTrial>(undefined);
  const isAsking = useRef(false);
  const [seen, setSeen] = useState<{ asked: NewTrial; found: Trial }>();
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (body: NewTrial) =>
      answer(api.POST("/api/programmes/{id}/match-trials", { params: { path: { id: programmeId } }, body })),
    onSuccess: (found, asked) => setSeen({ asked, found }),
    onSettled: () => {
      isAsking.current = false;
      goOn();
    },
  });
  const goOn = () => {
    if (isAsking.current || !next.current) return;
    const body = next.current;
    next.current = undefined;
    isAsking.current = true;
    mutate(body);
  };
  const later = useDebouncedCallback(goOn, settled);
  const wish = (body: NewTrial) => {
    next.current = body;
  };
  return {
    /** The last answer, with what it answers. */
    seen,
    error,
    isAsking: isPending,
    /** After the last move. */
    ask: (body: NewTrial) => {
      wish(body);
      later();
    },
    /** At once, for what was chosen rather than moved. */
    askNow: (body: NewTrial) => {
      wish(body);
      goOn();
    },
    forget: () => {
      next.current = undefined;
      setSeen(undefined);
      reset();
    },
  };
}
