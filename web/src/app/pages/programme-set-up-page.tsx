import { useDebouncedValue } from "@mantine/hooks";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useLineOutlook } from "features/matching/api/line-outlook";
import { usePeople } from "features/person/api/list-people";
import { usePlaces } from "features/person/api/list-places";
import { type ProgrammeSetUp, useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { LockedHere } from "features/programme/components/locked-here";
import {
  firstOpenStep,
  type SetUpStep,
  type StepProps,
  setUpSteps,
  stepNamed,
} from "features/programme/components/set-up-step";
import { SetUpSteps } from "features/programme/components/set-up-steps";
import { StepWays } from "features/programme/components/step-ways";
import { useSay } from "lib/i18n/say";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Answered, Loading } from "ui/state/states";

// Each step is a download of its own.
const AimsStep = lazy(async () => ({
  default: (await import("features/programme/components/aims-step")).AimsStep,
}));
const DatesStep = lazy(async () => ({
  default: (await import("features/programme/components/dates-step")).DatesStep,
}));
const LineOutlookCard = lazy(async () => ({
  default: (await import("features/matching/components/line-outlook-card")).LineOutlookCard,
}));
const PeopleStep = lazy(async () => ({
  default: (await import("features/programme/components/people-step")).PeopleStep,
}));
const PurposeStep = lazy(async () => ({
  default: (await import("features/programme/components/purpose-step")).PurposeStep,
}));
const ReadyStep = lazy(async () => ({
  default: (await import("features/programme/components/ready-step")).ReadyStep,
}));
const RulesStep = lazy(async () => ({
  default: (await import("features/programme/components/rules-step")).RulesStep,
}));
const SponsorStep = lazy(async () => ({
  default: (await import("features/programme/components/sponsor-step")).SponsorStep,
}));
const WordsStep = lazy(async () => ({
  default: (await import("features/programme/components/words-step")).WordsStep,
}));

/** The guided set-up: one step at a time, each saved by itself, so that one can leave and come back. */
export function ProgrammeSetUpPage() {
  const { programme_id, step } = useParams({ strict: false }) as { programme_id: string; step?: string };
  const setUp = useSetUpOf(programme_id);
  return (
    <AnsweredPage query={setUp}>
      {(one) => {
        const at = stepNamed(step);
        if (at) return <SetUpAt key={at} setUp={one} at={at} />;
        // Without a step it is taken up where something is missing, and stays there while that is being mended.
        const open = { programme_id, step: firstOpenStep(one) };
        return <Navigate to="/programmes/$programme_id/set-up/$step" params={open} replace />;
      }}
    </AnsweredPage>
  );
}

function SetUpAt({ setUp, at }: { setUp: ProgrammeSetUp; at: SetUpStep }) {
  const say = useSay();
  const { locale } = useIntl();
  const navigate = useNavigate();
  const programme = { programme_id: setUp.id };
  const goOn = () => {
    const step = setUpSteps[setUpSteps.indexOf(at) + 1] ?? "ready";
    void navigate({ to: "/programmes/$programme_id/set-up/$step", params: { ...programme, step } });
  };
  const ways = <StepWays setUp={setUp} at={at} />;
  const step = { setUp, onDone: goOn, ways };
  const forms: Record<SetUpStep, ReactNode> = {
    purpose: <PurposeStep {...step} />,
    aims: <AimsStep {...step} />,
    sponsor: <FindingSponsor {...step} />,
    dates: <DatesStep {...step} />,
    people: <AmongPlaces {...step} />,
    rules: <UnderTheLineRule {...step} />,
    words: <WordsStep {...step} />,
    ready: (
      <ReadyStep
        setUp={setUp}
        ways={ways}
        onOpened={() => void navigate({ to: "/programmes/$programme_id/people", params: programme })}
      />
    ),
  };
  const isReady = at === "ready" && setUp.missing.length === 0;
  return (
    <Page
      above={calledHere(setUp, locale).name}
      sentence={say(isReady ? "set_up_programme.sentence_all_there" : `set_up_programme.sentence_${at}`)}
      title={say("set_up_programme.title")}
      below={say(`set_up_programme.below_${at}`)}
    >
      <SetUpSteps setUp={setUp} at={at}>
        <Suspense fallback={<Loading />}>
          <LockedHere setUp={setUp} at={at} />
          {at === "rules" ? (
            <div className="stack">{forms.rules}</div>
          ) : (
            <Card title={say(`set_up_programme.step_${at}`)}>{forms[at]}</Card>
          )}
        </Suspense>
      </SetUpSteps>
    </Page>
  );
}

/** Looks colleagues up by name. */
function FindingSponsor(step: StepProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const people = usePeople({ search });
  const found = people.data?.pages.flatMap((page) => page.items) ?? [];
  return <SponsorStep {...step} found={found} search={typed} onSearch={setTyped} />;
}

function AmongPlaces(step: StepProps) {
  const places = usePlaces();
  return <Answered query={places}>{(there) => <PeopleStep {...step} places={there} />}</Answered>;
}

/** The rule that always holds, with what it removes, above the rules that can be set. */
function UnderTheLineRule(step: StepProps) {
  const say = useSay();
  const outlook = useLineOutlook(step.setUp.id);
  return (
    <Answered query={outlook}>
      {(counted) => (
        <>
          <LineOutlookCard outlook={counted} />
          <Card title={say("set_up_programme.step_rules")}>
            <RulesStep {...step} tops={counted.tops} />
          </Card>
        </>
      )}
    </Answered>
  );
}
