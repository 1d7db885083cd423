import type { ChangeResult } from "features/questionnaire/api/results";
import { type MessageKey, useKnows, useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** How people who answered both times have moved; and what that does not show. */
export function ChangeCard({ changes }: { changes: ChangeResult[] }) {
  const say = useSay();
  const knows = useKnows();
  const nameOf = (instrument: string) => {
    const key: string = `results.about_${instrument}`;
    return say(knows(key) ? key : ("results.about_other" satisfies MessageKey));
  };
  const points = ({ change: mean, low, high }: ChangeResult) =>
    mean === null
      ? undefined
      : say(low === null || high === null ? "results.mean_change" : "results.interval", { mean, low, high });
  return (
    <Card title={say("results.since_start")}>
      <ul className="stack">
        {changes.map((change) => (
          <li key={change.instrument}>
            <strong>{nameOf(change.instrument)}</strong>
            <div>{say(`results.verdict_${change.verdict}`)}</div>
            <div className="small quiet">
              {[change.people !== null && say("results.both_times", { count: change.people }), points(change)]
                .filter(Boolean)
                .join(" ")}
            </div>
          </li>
        ))}
      </ul>
      <p>{say("results.without_comparison")}</p>
    </Card>
  );
}
