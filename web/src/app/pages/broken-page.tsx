import type { ErrorComponentProps } from "@tanstack/react-router";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Broken, Refused } from "ui/state/states";

/** Where a page goes that broke while it was drawn. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const say = useSay();
  return (
    <Page sentence={say("broken.sentence")} width="narrow">
      {error instanceof Refusal ? (
        <Refused error={error} />
      ) : (
        <Broken error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
      )}
    </Page>
  );
}
