import type { MatchRun } from "features/matching/api/match-runs";
import { useSay } from "lib/i18n/say";

type Floors = NonNullable<NonNullable<MatchRun["report"]>["floors"]>;

const ofHundred = (benefit: number) => Math.round(benefit / 10);

/** What reads alike is told as one. */
function rounded(raised: Floors["raised"]) {
  const pairsAt = new Map<number, number>();
  for (const { benefit, pairs } of raised)
    pairsAt.set(ofHundred(benefit), (pairsAt.get(ofHundred(benefit)) ?? 0) + pairs);
  return [...pairsAt].map(([benefit, pairs]) => ({ benefit, pairs }));
}

/** Who gains least where nobody is to be left with little, and who gains least above them. */
export function FloorsWords({ report }: { report: MatchRun["report"] }) {
  const say = useSay();
  if (!report?.floors) return null;
  const [first, ...next] = rounded(report.floors.raised);
  if (!first) return null;
  return (
    <p>
      {say("matching.floors_first", first)}{" "}
      {next.length > 0 &&
        `${say("matching.floors_next", { list: next.map((floor) => say("matching.floor", floor)).join(", ") })} `}
      {say(`matching.floors_end_${report.floors.end}`)}
      {report.keeping && ` ${say("matching.floors_kept", { bonus: ofHundred(report.keeping.bonus) })}`}
    </p>
  );
}
