import { useMatchRunAudit } from "features/matching/api/match-run-audit";
import { FairnessTables } from "features/matching/components/fairness-tables";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";

/** How evenly a run reaches departments, sites and levels. Runs made before it was counted show nothing. */
export function FairnessCard({ runId }: { runId: string }) {
  const say = useSay();
  const audit = useMatchRunAudit(runId);
  if (audit.isError) return null;
  return (
    <Card title={say("fairness.title")}>
      <Answered query={audit}>{(found) => <FairnessTables audit={found} />}</Answered>
    </Card>
  );
}
