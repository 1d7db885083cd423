import { RunWorkbench } from "app/pages/matching/run-workbench";
import { useTopicName } from "app/topic-names";
import {
  type MatchRun,
  useCancelMatchRun,
  usePublishMatchRun,
  useStartMatchRun,
  useTakeBack,
} from "features/matching/api/match-runs";
import type { ByHand } from "features/matching/components/by-hand";
import { HowFoundCard } from "features/matching/components/how-found-card";
import { PublicationCard } from "features/matching/components/publication-card";
import { RunFiles } from "features/matching/components/run-files";
import { peopleIn, sentenceOf, standsOf } from "features/matching/components/run-sentence";
import { SearchAgain } from "features/matching/components/search-again";
import { useMyEnrolments } from "features/programme/api/my-enrolments";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useDates } from "lib/dates/dates";
import { type Speak, useSay } from "lib/i18n/say";
import { lazy, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { JobProgress } from "ui/job/job-progress";
import { Page } from "ui/page/page";
import { Loading } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

// The picture and what stands below it are downloads of their own.
const RunPicture = lazy(async () => ({
  default: (await import("features/matching/components/run-picture")).RunPicture,
}));
const OutlookCard = lazy(async () => ({
  default: (await import("features/matching/components/outlook-card")).OutlookCard,
}));
const PlanCard = lazy(async () => ({
  default: (await import("features/matching/components/plan-card")).PlanCard,
}));
const FairnessCard = lazy(async () => ({
  default: (await import("features/matching/components/fairness-card")).FairnessCard,
}));
const RunPairsTable = lazy(async () => ({
  default: (await import("features/matching/components/run-pairs-table")).RunPairsTable,
}));
const LeftoversCard = lazy(async () => ({
  default: (await import("features/matching/components/leftovers-card")).LeftoversCard,
}));
const WithoutPartnerCard = lazy(async () => ({
  default: (await import("features/matching/components/without-partner-card")).WithoutPartnerCard,
}));
const PricesCard = lazy(async () => ({
  default: (await import("features/matching/components/prices-card")).PricesCard,
}));
const AskWhyNot = lazy(async () => ({
  default: (await import("app/pages/matching/ask-why-not")).AskWhyNot,
}));
const RunsTable = lazy(async () => ({
  default: (await import("features/matching/components/runs-table")).RunsTable,
}));
const ByHandDialogue = lazy(async () => ({
  default: (await import("features/matching/components/by-hand-dialogue")).ByHandDialogue,
}));
const WishesCard = lazy(async () => ({
  default: (await import("features/matching/components/wishes-card")).WishesCard,
}));

// Pairs that nobody has been told of, or no longer, can be kept in a new search.
const keepsOf = ({ state }: MatchRun) => state === "draft" || state === "sending" || state === "withdrawn";
// In these states of a programme people are matched.
const matches = ["enrolling", "matching", "running"];

const waitInWords = (say: Speak, minutes: number) =>
  minutes % 60 === 0
    ? say("matching.wait_hours", { count: minutes / 60 })
    : say("matching.wait_minutes", { count: minutes });

interface MatchRunViewProps {
  programmeId: string;
  /** Nothing before the first one. */
  run: MatchRun | undefined;
  /** What happened before is looked at; a new search begins on the page of the newest. */
  isEarlier?: boolean;
  /** The draft that still stands behind one that found nothing. */
  standing?: MatchRun | undefined;
}

/** One run: as a sentence, a picture and a list; nobody is told before *publish*. */
export function MatchRunView({ programmeId, run, isEarlier = false, standing }: MatchRunViewProps) {
  const say = useSay();
  const dates = useDates();
  const topicName = useTopicName();
  const [asks, setAsks] = useState<"publish" | "withdraw" | "again">();
  const [byHand, setByHand] = useState<ByHand>();
  const { locale } = useIntl();
  const programme = useSetUpOf(programmeId).data;
  const called = programme && calledHere(programme, locale);
  const wait = programme?.settings.publication_wait_minutes ?? 60;
  const start = useStartMatchRun();
  const cancel = useCancelMatchRun();
  const publish = usePublishMatchRun();
  const withdraw = useTakeBack();
  const isWorking = run?.state === "queued" || run?.state === "running";
  const isShown = run && (run.state === "draft" || run.state === "sending" || run.state === "published");
  const hasPairs = isShown && run.report?.pairs !== 0;
  const hasPeople = isShown && peopleIn(run) > 0;
  const mayMake = run?.state === "draft" && !isEarlier && hasPeople;
  const keeps = run && (keepsOf(run) || standing !== undefined);
  const isInIt = useMyEnrolments().data?.items.some(
    (one) => one.programme_id === programmeId && one.state !== "withdrawn",
  );
  const refused = start.error ?? cancel.error ?? publish.error ?? withdraw.error;
  const below =
    run &&
    standsOf(say, run, {
      isCurrent: !isEarlier && programme !== undefined && matches.includes(programme.state),
      closesOn: run.round_closes_on ? dates.day(run.round_closes_on) : undefined,
    });

  return (
    <Page
      above={called?.name}
      sentence={sentenceOf(say, run)}
      title={say("nav.matching")}
      below={below}
      actions={
        <>
          {isEarlier && (
            <ButtonLink to="/programmes/$programme_id/matching" params={{ programme_id: programmeId }}>
              {say("runs.newest")}
            </ButtonLink>
          )}
          {!isWorking && !isEarlier && (
            <Button
              kind={run ? "plain" : "filled"}
              busy={start.isPending}
              onClick={() => (keeps ? setAsks("again") : start.mutate({ programme_id: programmeId }))}
            >
              {say(run ? "matching.run_again" : "matching.run")}
            </Button>
          )}
          {run?.state === "published" && !isEarlier && (
            <Button
              kind="filled"
              busy={start.isPending}
              onClick={() => start.mutate({ programme_id: programmeId, scope: "rest" })}
            >
              {say("matching.run_rest")}
            </Button>
          )}
          {standing && (
            <ButtonLink
              kind="filled"
              to="/programmes/$programme_id/matching/$run_id"
              params={{ programme_id: programmeId, run_id: standing.id }}
            >
              {say("matching.to_draft", { number: standing.number })}
            </ButtonLink>
          )}
          {run?.allowed_actions.includes("publish") && hasPairs && (
            <Button kind="filled" onClick={() => setAsks("publish")}>
              {say("matching.publish")}
            </Button>
          )}
          {run?.allowed_actions.includes("withdraw") && (
            <Button onClick={() => setAsks("withdraw")}>{say("matching.withdraw")}</Button>
          )}
        </>
      }
    >
      <Trouble of={refused} />
      {isInIt && isShown && <p className="small quiet">{say("matching.without_yours")}</p>}
      {run && <PublicationCard run={run} />}
      {run && isWorking && (
        <Card>
          <JobProgress
            sentence={say("matching.running")}
            progress={run.progress}
            onCancel={() => cancel.mutate(run.id)}
          />
        </Card>
      )}
      {run && hasPairs && (
        <div className="columns">
          <Card>
            <Suspense fallback={<Loading />}>
              <RunPicture
                run={run}
                called={called}
                onJoin={mayMake ? (join) => setByHand({ join }) : undefined}
              />
            </Suspense>
          </Card>
          <HowFoundCard
            run={run}
            onSearch={
              isEarlier ? undefined : (objective) => start.mutate({ programme_id: programmeId, objective })
            }
          />
        </div>
      )}
      {hasPeople && (
        <Suspense fallback={<Loading />}>
          <WithoutPartnerCard runId={run.id} />
        </Suspense>
      )}
      {run && hasPairs && (
        <Card title={say("matching.pairs")} beside={<RunFiles runId={run.id} of="pairs" />}>
          <Suspense fallback={<Loading />}>
            <RunPairsTable
              called={called}
              programmeId={programmeId}
              runId={run.id}
              topicName={topicName}
              onSomeoneElse={mayMake ? (pair) => setByHand({ pair }) : undefined}
            />
          </Suspense>
        </Card>
      )}
      {hasPeople && (
        <Suspense fallback={null}>
          <LeftoversCard runId={run.id} called={called} />
        </Suspense>
      )}
      {run && hasPairs && (
        <>
          <Suspense fallback={<Loading />}>
            <PricesCard run={run} called={called} />
          </Suspense>
          <Suspense fallback={<Loading />}>
            <FairnessCard runId={run.id} />
          </Suspense>
        </>
      )}
      {hasPeople && !isEarlier && (
        <Suspense fallback={<Loading />}>
          <AskWhyNot called={called} programmeId={programmeId} run={run} />
        </Suspense>
      )}
      {!isEarlier && !hasPairs && run?.scope !== "rest" && (
        <Suspense fallback={<Loading />}>
          <PlanCard programmeId={programmeId} topicName={topicName} />
        </Suspense>
      )}
      {mayMake && programme && (
        <Suspense fallback={<Loading />}>
          <RunWorkbench run={run} programme={programme} called={called} />
          {byHand && <ByHandDialogue run={run} what={byHand} onClose={() => setByHand(undefined)} />}
        </Suspense>
      )}
      {!isEarlier && (
        <div className="columns">
          <Suspense fallback={<Loading />}>
            <OutlookCard programmeId={programmeId} />
          </Suspense>
          <Suspense fallback={<Loading />}>
            <WishesCard programmeId={programmeId} called={called} />
          </Suspense>
        </div>
      )}
      <Card title={say("runs.title")}>
        <Suspense fallback={<Loading />}>
          <RunsTable programmeId={programmeId} shown={run} />
        </Suspense>
      </Card>
      {run && (
        <>
          {keeps && (
            <SearchAgain
              open={asks === "again"}
              run={run}
              busy={start.isPending}
              onSearch={(keep) =>
                start.mutate(
                  { programme_id: programmeId, objective: run.objective, keep },
                  { onSettled: () => setAsks(undefined) },
                )
              }
              onNo={() => setAsks(undefined)}
            />
          )}
          <Confirm
            open={asks === "publish"}
            question={say("matching.publish_question")}
            yes={say("matching.publish")}
            busy={publish.isPending}
            onYes={() => publish.mutate(run.id, { onSettled: () => setAsks(undefined) })}
            onNo={() => setAsks(undefined)}
          >
            <p>{say("matching.publish_means", { minutes: wait, wait: waitInWords(say, wait) })}</p>
          </Confirm>
          <Confirm
            open={asks === "withdraw"}
            question={say("matching.withdraw_question")}
            yes={say("matching.withdraw")}
            busy={withdraw.isPending}
            onYes={() => withdraw.mutate(run.id, { onSettled: () => setAsks(undefined) })}
            onNo={() => setAsks(undefined)}
          >
            <p>{say("matching.withdraw_means")}</p>
          </Confirm>
        </>
      )}
    </Page>
  );
}
