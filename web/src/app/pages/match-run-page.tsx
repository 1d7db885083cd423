import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { MatchRunView } from "app/pages/matching/match-run-view";
import { useMatchRun } from "features/matching/api/match-runs";

/** One run of a programme, whichever it is. */
export function MatchRunPage() {
  const { run_id } = useParams({ strict: false }) as { run_id: string };
  return (
    <AnsweredPage query={useMatchRun(run_id)}>
      {(run) => <MatchRunView programmeId={run.programme_id} run={run} isEarlier key={run.id} />}
    </AnsweredPage>
  );
}
