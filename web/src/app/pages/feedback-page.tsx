import { AnsweredPage } from "app/answered-page";
import { BackToPair, OfPair } from "app/pages/pair/of-pair";
import { useFeedback, useGiveFeedback } from "features/pairing/api/feedback";
import { FeedbackCard } from "features/pairing/components/feedback-card";
import { FeedbackForm } from "features/pairing/components/feedback-form";
import { useSay } from "lib/i18n/say";
import { useRef } from "react";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** What the two have seen of each other: situation, what was seen, its effect, one wish. */
export function FeedbackPage() {
  return <OfPair>{({ id }, partner) => <FeedbackOf pairingId={id} partner={partner} />}</OfPair>;
}

function FeedbackOf({ pairingId, partner }: { pairingId: string; partner: string }) {
  const say = useSay();
  const feedback = useFeedback(pairingId);
  return (
    <AnsweredPage query={feedback}>
      {({ items, may_write }) => (
        <Page
          above={say("pairing.title", { partner })}
          title={say("feedback.title")}
          sentence={say(items.some((one) => one.is_due) ? "feedback.sentence_due" : "feedback.sentence")}
          below={say("feedback.below", { partner })}
        >
          {items
            .filter((one) => one.is_due)
            .map((one) => (
              <FeedbackCard key={one.id} pairingId={pairingId} partner={partner} feedback={one} />
            ))}
          {may_write && (
            <NewFeedback pairingId={pairingId} partner={partner} isNext={!items.some((one) => one.is_due)} />
          )}
          {items.length === 0 && !may_write && <p className="quiet">{say("feedback.none")}</p>}
          {items
            .filter((one) => !one.is_due)
            .map((one) => (
              <FeedbackCard key={one.id} pairingId={pairingId} partner={partner} feedback={one} />
            ))}
          <div className="row">
            <BackToPair pairingId={pairingId} />
            <ButtonLink to="/pair/$pairing_id/goals" params={{ pairing_id: pairingId }}>
              {say("feedback.to_goals")}
            </ButtonLink>
          </div>
        </Page>
      )}
    </AnsweredPage>
  );
}

interface NewFeedbackProps {
  pairingId: string;
  partner: string;
  isNext: boolean;
}

function NewFeedback({ pairingId, partner, isNext }: NewFeedbackProps) {
  const say = useSay();
  const give = useGiveFeedback(pairingId);
  // The same id until it is taken, so that a second press gives nothing twice.
  const id = useRef(crypto.randomUUID());
  return (
    <Card title={say("feedback.write", { partner })}>
      <FeedbackForm
        label={say("feedback.give", { partner })}
        busy={give.isPending}
        isNext={isNext}
        onGive={(words, done) =>
          give.mutate(
            { id: id.current, words },
            {
              onSuccess: () => {
                id.current = crypto.randomUUID();
                done();
              },
            },
          )
        }
      />
      <Trouble of={give.error} />
    </Card>
  );
}
