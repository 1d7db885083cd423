import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type Closing, useClosing } from "features/programme/api/closing";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { ClosingDayCard } from "features/programme/components/closing-day-card";
import { ClosingReviewCard } from "features/programme/components/closing-review-card";
import { ClosingSponsorCard } from "features/programme/components/closing-sponsor-card";
import { ClosingTargets } from "features/programme/components/closing-targets";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** How a programme comes to its end: its last day, the review, and what is still to be done. */
export function ProgrammeClosingPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const setUp = useSetUpOf(programme_id).data;
  const locale = useIntl().locale;
  return (
    <AnsweredPage query={useClosing(programme_id)}>
      {(closing) => (
        <ClosingOf
          programmeId={programme_id}
          called={setUp ? calledHere(setUp, locale).name : ""}
          closing={closing}
        />
      )}
    </AnsweredPage>
  );
}

interface ClosingOfProps {
  programmeId: string;
  called: string;
  closing: Closing;
}

function ClosingOf({ programmeId, called, closing }: ClosingOfProps) {
  const say = useSay();
  const dates = useDates();
  const { closes_on, remaining, state, allowed_actions, version } = closing;
  const sentence = () => {
    if (state === "closed") return say("programme.sentence_closed");
    if (closes_on) return say("closing.sentence", { day: dates.day(closes_on) });
    return say("closing.sentence_not_announced");
  };
  return (
    <Page above={called} title={say("closing.title")} sentence={sentence()}>
      {remaining.length > 0 && state !== "draft" && (
        <Card title={say("closing.remaining")}>
          <ul>
            {remaining.map((step) => (
              <li key={step}>{say(`closing.step_${step}`)}</li>
            ))}
          </ul>
        </Card>
      )}
      <div className="columns">
        <ClosingDayCard programmeId={programmeId} closing={closing} />
        <ClosingSponsorCard closing={closing} />
      </div>
      {allowed_actions.includes("write_review") ? (
        <ClosingReviewCard key={version} programmeId={programmeId} closing={closing} />
      ) : (
        closing.targets.length > 0 && (
          <Card title={say("closing.review_title")}>
            <ClosingTargets targets={closing.targets} />
            {closing.thanks && <p className="written">{closing.thanks}</p>}
          </Card>
        )
      )}
    </Page>
  );
}
