import { Link } from "@tanstack/react-router";
import { BackToPair, OfPair } from "app/pages/pair/of-pair";
import type { Pairing } from "features/pairing/api/show-pairing";
import { AgreementCard } from "features/pairing/components/agreement-card";
import { CharterCard } from "features/pairing/components/charter-card";
import { ContinuationCard } from "features/pairing/components/continuation-card";
import { stageInWords } from "features/pairing/components/stage-in-words";
import { useMySurveys } from "features/survey/api/surveys";
import { SurveyList } from "features/survey/components/survey-list";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Loading } from "ui/state/states";

const GuideCard = lazy(async () => ({
  default: (await import("features/meeting/components/guide-card")).GuideCard,
}));

// The guides of half way and of looking back (content/guides).
const halfWay = "4";
const lookingBack = "6";

/** Half way and at the end: the private check first, then what the two look at together. */
export function ReviewPage() {
  return <OfPair>{(pairing, partner) => <ReviewOf pairing={pairing} partner={partner} />}</OfPair>;
}

function ReviewOf({ pairing, partner }: { pairing: Pairing; partner: string }) {
  const say = useSay();
  const isRunning = pairing.stage === "started" || pairing.stage === "paused";
  const checks = (useMySurveys().data?.items ?? []).filter(
    ({ pairing_id, kind }) => pairing_id === pairing.id && kind !== "pulse",
  );
  const guide = checks.some(({ kind }) => kind === "end") ? lookingBack : halfWay;
  return (
    <Page
      above={say("pairing.title", { partner })}
      title={say("review.title")}
      sentence={isRunning ? say("review.sentence") : stageInWords(say, pairing, partner)}
      below={say("review.below")}
    >
      {checks.length > 0 && (
        <Card title={say("review.check")}>
          <SurveyList surveys={checks} />
        </Card>
      )}
      {isRunning && (
        <>
          <Suspense fallback={<Loading />}>
            <GuideCard
              key={guide}
              title={say("review.together")}
              guide={guide}
              side={pairing.side}
              partner={partner}
              pairingId={pairing.id}
            />
          </Suspense>
          <p>
            <Link to="/pair/$pairing_id/goals" params={{ pairing_id: pairing.id }}>
              {say("pairing.goals_link")}
            </Link>
          </p>
          <AgreementCard pairingId={pairing.id} partner={partner} />
          <CharterCard pairingId={pairing.id} partner={partner} />
        </>
      )}
      {pairing.started_at !== null && <ContinuationCard pairingId={pairing.id} partner={partner} />}
      <div>
        <BackToPair pairingId={pairing.id} />
      </div>
    </Page>
  );
}
