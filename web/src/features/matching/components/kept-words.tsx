import type { MatchRun } from "features/matching/api/match-runs";
import { useSay } from "lib/i18n/say";

/** Whom a run looked at, where that was not everybody, and how many pairs of before it gave up. */
export function KeptWords({ run: { scope, report } }: { run: MatchRun }) {
  const say = useSay();
  const keeping = report?.keeping;
  return (
    <>
      {scope === "rest" && <p>{say("matching.for_rest")}</p>}
      {keeping && (
        <p>
          {say("matching.kept_pairs", {
            pairs: keeping.pairs,
            number: keeping.number,
            moves: keeping.moves,
          })}
        </p>
      )}
    </>
  );
}
