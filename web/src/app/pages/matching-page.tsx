import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { MatchRunView } from "app/pages/matching/match-run-view";
import { useMatchRuns, useStandingDraft } from "features/matching/api/match-runs";

/** Who could meet whom: the newest run that has something to say, and the way to those before it. */
export function MatchingPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const newest = useMatchRuns(programme_id);
  const state = newest.data?.items[0]?.state;
  const standing = useStandingDraft(programme_id, state === "cancelled" || state === "failed").data?.items[0];
  return (
    <AnsweredPage query={newest}>
      {({ items: [last] }) => {
        // One that was cancelled has nothing to say: what stood before it stands.
        const run = last?.state === "cancelled" ? (standing ?? last) : last;
        return (
          <MatchRunView
            programmeId={programme_id}
            run={run}
            standing={run?.state === "failed" ? standing : undefined}
            key={run?.id ?? ""}
          />
        );
      }}
    </AnsweredPage>
  );
}
