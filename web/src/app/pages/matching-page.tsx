import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { MatchRunView } from "app/pages/matching/match-run-view";
import { useMatchRuns } from "features/matching/api/match-runs";

/** Who could meet whom: the newest run, and the way to those before it. */
export function MatchingPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  return (
    <AnsweredPage query={useMatchRuns(programme_id)}>
      {({ items: [run] }) => <MatchRunView programmeId={programme_id} run={run} key={run?.id ?? ""} />}
    </AnsweredPage>
  );
}
