import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { AnonymousRoundsView } from "app/pages/matching/anonymous-rounds-view";
import { MatchRunView } from "app/pages/matching/match-run-view";
import { useMatchRuns, useStandingDraft } from "features/matching/api/match-runs";
import { useSetUpOf } from "features/programme/api/show-set-up";

/** Who could meet whom; where a programme is anonymous first, without saying who. */
export function MatchingPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  return (
    <AnsweredPage query={useSetUpOf(programme_id)}>
      {({ settings }) =>
        settings.anonymous_first ? (
          <AnonymousRoundsView programmeId={programme_id} />
        ) : (
          <NewestRun programme_id={programme_id} />
        )
      }
    </AnsweredPage>
  );
}

/** The newest run that has something to say, and the way to those before it. */
function NewestRun({ programme_id }: { programme_id: string }) {
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
