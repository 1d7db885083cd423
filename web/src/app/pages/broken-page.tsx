import type { ErrorComponentProps } from "@tanstack/react-router";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Broken, Refused } from "ui/state/states";

// After an upgrade the files of an open tab may be gone: drawing again would ask for the same ones, a reload does not.
const reload = () => window.location.reload();

/** Where a page goes that broke while it was drawn. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const say = useSay();
  return (
    <Page sentence={say("broken.sentence")} width="narrow">
      {error instanceof Refusal ? (
        <Refused error={error} />
      ) : (
        <Broken
          error={error instanceof Error ? error : new Error(String(error))}
          onRetry={navigator.onLine ? reload : reset}
        />
      )}
    </Page>
  );
}
