import type { MatchRun } from "features/matching/api/match-runs";
import { FloorsWords } from "features/matching/components/floors-words";
import { KeptWords } from "features/matching/components/kept-words";
import { OtherWay } from "features/matching/components/other-way";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

interface HowFoundCardProps {
  run: MatchRun;
  /** Looks once more, for something else; not there where an earlier run is looked at. */
  onSearch?: ((objective: MatchRun["objective"]) => void) | undefined;
}

/** "How this was found": what anybody can check again. The figures stand here and beside nobody's name. */
export function HowFoundCard({ run, onSearch }: HowFoundCardProps) {
  const say = useSay();
  const report = run.report;
  if (!report) return null;
  return (
    <Card title={say("matching.how_found")}>
      <p>{say(`matching.found_${run.objective}`, { pairs: report.pairs, allowed: report.allowed_pairs })}</p>
      <FloorsWords report={report} />
      <KeptWords run={run} />
      <p>{say(report.certificate === "verified" ? "matching.checked" : "matching.not_checked")}</p>
      {report.outlook && (
        <p>
          {say("matching.expected", {
            low: report.outlook.expected_at_60,
            middle: report.outlook.expected_at_70,
            high: report.outlook.expected_at_80,
          })}{" "}
          {say("matching.costly", { count: report.outlook.costly })}
        </p>
      )}
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
      {onSearch && <OtherWay now={run.objective} onSearch={onSearch} />}
    </Card>
  );
}
