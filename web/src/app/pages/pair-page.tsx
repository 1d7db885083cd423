import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useMyPairings } from "features/pairing/api/list-my-pairings";
import type { Pairing } from "features/pairing/api/show-pairing";
import { MirrorLine } from "features/pairing/components/mirror-line";
import { PairingTrail } from "features/pairing/components/pairing-trail";
import { isToBeConfirmed, linesMeet, stageInWords } from "features/pairing/components/stage-in-words";
import { StopHere } from "features/pairing/components/stop-here";
import { useMySession } from "features/signin/api/my-session";
import { useNow } from "features/signin/api/now";
import { useMySurveys } from "features/survey/api/surveys";
import { SurveyList } from "features/survey/components/survey-list";
import { otherSide, useCalledLine, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Loading } from "ui/state/states";
import { WayOut } from "ui/way-out/way-out";

// A pair needs the forms of one stage only, so each is a download of its own.
const AgreementCard = lazy(async () => ({
  default: (await import("features/pairing/components/agreement-card")).AgreementCard,
}));
const MeetingsCard = lazy(async () => ({
  default: (await import("features/meeting/components/meetings-card")).MeetingsCard,
}));
const CharterCard = lazy(async () => ({
  default: (await import("features/pairing/components/charter-card")).CharterCard,
}));
const ExploratoryAnswerCard = lazy(async () => ({
  default: (await import("features/pairing/components/exploratory-answer-card")).ExploratoryAnswerCard,
}));
const ExploratoryMeetingCard = lazy(async () => ({
  default: (await import("features/pairing/components/exploratory-meeting-card")).ExploratoryMeetingCard,
}));

const GuideCard = lazy(async () => ({
  default: (await import("features/meeting/components/guide-card")).GuideCard,
}));
const LinesMetCard = lazy(async () => ({
  default: (await import("features/pairing/components/lines-met-card")).LinesMetCard,
}));
const RematchCard = lazy(async () => ({
  default: (await import("features/pairing/components/rematch-card")).RematchCard,
}));
const NudgeCard = lazy(async () => ({
  default: (await import("features/care/components/nudge-card")).NudgeCard,
}));
const HelpCard = lazy(async () => ({
  default: (await import("features/care/components/help-card")).HelpCard,
}));
const ThreadCard = lazy(async () => ({
  default: (await import("features/message/components/thread-card")).ThreadCard,
}));

const isLive = ({ stage }: Pairing) => stage !== "finished" && stage !== "set_aside";

/** The pair: of the address, or the newest one that is not over. */
export function PairPage() {
  const say = useSay();
  const pairings = useMyPairings();
  const { pairing_id } = useParams({ strict: false }) as { pairing_id?: string };

  return (
    <AnsweredPage query={pairings}>
      {({ items }) => {
        const shown = items.find((one) => one.id === pairing_id) ?? items.find(isLive) ?? items[0];
        if (!shown) {
          return (
            <Page sentence={say("pairing.none")} title={say("nav.pair")} below={say("pairing.none_below")} />
          );
        }
        return (
          <PairOf
            key={shown.id}
            pairing={shown}
            others={items.filter((one) => one !== shown && isLive(one))}
          />
        );
      }}
    </AnsweredPage>
  );
}

/** What was opened for this pair and is neither sent nor skipped. */
function WaitingQuestions({ pairingId }: { pairingId: string }) {
  const say = useSay();
  const today = useNow()?.slice(0, 10) ?? "";
  const waiting = (useMySurveys().data?.items ?? []).filter(
    ({ pairing_id, state, closes_on }) =>
      pairing_id === pairingId && (state === "open" || state === "saved") && closes_on >= today,
  );
  if (waiting.length === 0) return null;
  return (
    <Card title={say("survey.title")}>
      <SurveyList surveys={waiting} />
    </Card>
  );
}

function PairOf({ pairing, others }: { pairing: Pairing; others: Pairing[] }) {
  const say = useSay();
  const intl = useIntl();
  const session = useMySession();
  const today = useNow()?.slice(0, 10);
  const line = useCalledLine(pairing.programme, pairing.side);
  const { own } = useLabels(pairing.programme);
  const partner = pairing.partner.called_name ?? pairing.partner.name;
  const isAgreed = pairing.stage === "agreeing" || pairing.stage === "started" || pairing.stage === "paused";

  return (
    <Page
      above={line}
      sentence={stageInWords(say, pairing, partner)}
      title={say("pairing.title", { partner })}
      below={[own(otherSide(pairing.side)), partnerInWords(pairing)].filter(Boolean).join(" · ")}
    >
      <MirrorLine mirror={pairing.mirror} />
      {isLive(pairing) && linesMeet(pairing) && (
        <Suspense fallback={<Loading />}>
          <LinesMetCard pairing={pairing} partner={partner} />
        </Suspense>
      )}
      <WaitingQuestions pairingId={pairing.id} />
      {isLive(pairing) && (
        <Card>
          <PairingTrail stage={pairing.stage} />
        </Card>
      )}
      <Suspense fallback={<Loading />}>
        {pairing.stage === "started" && <NudgeCard pairingId={pairing.id} />}
        {isToBeConfirmed(pairing) && <ExploratoryAnswerCard pairing={pairing} partner={partner} />}
        {pairing.stage === "exploring" && !isToBeConfirmed(pairing) && (
          <>
            <div className="columns">
              <ExploratoryMeetingCard
                pairing={pairing}
                partner={partner}
                timeZone={session.data?.time_zone ?? pairing.partner.time_zone}
              />
              <ExploratoryAnswerCard pairing={pairing} partner={partner} />
            </div>
            <GuideCard guide="0" side={pairing.side} partner={partner} pairingId={pairing.id} />
          </>
        )}
        {isAgreed && pairing.allowed_actions.includes("set_meeting") && (
          <ExploratoryMeetingCard
            pairing={pairing}
            partner={partner}
            timeZone={session.data?.time_zone ?? pairing.partner.time_zone}
          />
        )}
        {isAgreed && pairing.stage !== "agreeing" && (
          <MeetingsCard pairingId={pairing.id} partner={partner} today={today} isNext />
        )}
        {isAgreed && (
          <>
            <AgreementCard pairingId={pairing.id} partner={partner} />
            <CharterCard pairingId={pairing.id} partner={partner} />
            {pairing.stage === "agreeing" && (
              <MeetingsCard pairingId={pairing.id} partner={partner} today={today} isNext={false} />
            )}
          </>
        )}
        {pairing.stage === "finished" && <RematchCard pairingId={pairing.id} />}
        {pairing.started_at === null && (
          <p className="row">
            <Link to="/pair/$pairing_id/timeline" params={{ pairing_id: pairing.id }}>
              {say("pairing.timeline_link")}
            </Link>
          </p>
        )}
        {pairing.started_at !== null && (
          <p className="row">
            <Link to="/pair/$pairing_id/timeline" params={{ pairing_id: pairing.id }}>
              {say("pairing.timeline_link")}
            </Link>
            <Link to="/pair/$pairing_id/goals" params={{ pairing_id: pairing.id }}>
              {say("pairing.goals_link")}
            </Link>
            <Link to="/pair/$pairing_id/review" params={{ pairing_id: pairing.id }}>
              {say("pairing.review_link")}
            </Link>
            <Link to="/pair/$pairing_id/feedback" params={{ pairing_id: pairing.id }}>
              {say("pairing.feedback_link")}
            </Link>
            <Link to="/introductions">{say("pairing.introductions_link")}</Link>
            {pairing.side === "mentor" && <Link to="/my-record">{say("pairing.record_link")}</Link>}
          </p>
        )}
        <ThreadCard threadId={pairing.id} partner={partner} />
        {isLive(pairing) && pairing.mirror.seen_by.length > 0 && (
          <HelpCard
            pairingId={pairing.id}
            programmeId={pairing.programme_id}
            names={intl.formatList(pairing.mirror.seen_by)}
          />
        )}
      </Suspense>
      {others.map((other) => (
        <p key={other.id}>
          <Link to="/pair/$pairing_id" params={{ pairing_id: other.id }}>
            {say("pairing.title", { partner: other.partner.called_name ?? other.partner.name })}
          </Link>
        </p>
      ))}
      <WayOut
        facts={
          <Link to="/talk" search={{ about: pairing.id }}>
            {say("thread.something_is_wrong")}
          </Link>
        }
      >
        <StopHere pairing={pairing} />
      </WayOut>
    </Page>
  );
}

/** "Director of Stores · Stores · Lyon" */
function partnerInWords({ partner }: Pairing): string {
  return [partner.pronouns, partner.job_title, partner.department, partner.site].filter(Boolean).join(" · ");
}
