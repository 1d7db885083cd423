import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { type LaunchDocument, linesOf, needsMet } from "features/programme/components/launch-kit";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { toast } from "ui/toast/toast";

interface LaunchToolsProps {
  document: LaunchDocument;
  setUp: ProgrammeSetUp;
  /** The programme has a link for a poster. */
  hasCode: boolean;
}

/** What is done with a sheet, and what the set-up would have to say for the rest of it; none of it is printed. */
export function LaunchTools({ document, setUp, hasCode }: LaunchToolsProps) {
  const say = useSay();
  const { missing } = linesOf(document, needsMet(setUp));
  const copy = async () => {
    await navigator.clipboard.writeText(
      (
        window.document.querySelector<HTMLElement>("[data-copied]") ??
        window.document.querySelector<HTMLElement>("[data-letter]")
      )?.innerText ?? "",
    );
    toast(say("launch.copied"));
  };
  return (
    <div className="stack" data-screen>
      <div className="row">
        <Button kind="filled" onClick={() => window.print()}>
          {say("launch.print")}
        </Button>
        <Button onClick={copy}>{say("launch.copy")}</Button>
      </div>
      {missing.length > 0 && (
        <p className="quiet">
          {say("launch.missing", { lines: missing.map((one) => say(`launch.missing_${one}`)).join(", ") })}
        </p>
      )}
      {document === "poster" && !hasCode && <p className="quiet">{say("launch.no_code")}</p>}
    </div>
  );
}
