import type { MatchRun } from "features/matching/api/match-runs";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** "How this was found": what anybody can check again. The figures stand here and beside nobody's name. */
export function HowFoundCard({ run }: { run: MatchRun }) {
  const say = useSay();
  const report = run.report;
  if (!report) return null;
  return (
    <Card title={say("matching.how_found")}>
      <p>
        {say(run.objective === "best" ? "matching.found_best" : "matching.found_stable", {
          pairs: report.pairs,
          allowed: report.allowed_pairs,
        })}
      </p>
      <p>{say(report.certificate === "verified" ? "matching.checked" : "matching.not_checked")}</p>
      <p className="small quiet">{say("matching.draw", { seed: String(run.seed) })}</p>
      {report.unplaced_locks.length > 0 && (
        <p>{say("matching.unplaced", { count: report.unplaced_locks.length })}</p>
      )}
      <details>
        <summary>{say("matching.fingerprints")}</summary>
        <p className="small quiet" style={{ overflowWrap: "anywhere" }}>
          {report.snapshot_hash}
          <br />
          {report.result_hash}
        </p>
      </details>
    </Card>
  );
}
