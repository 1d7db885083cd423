import { AnsweredPage } from "app/answered-page";
import { BackToPair, OfPair } from "app/pages/pair/of-pair";
import { useTimeline } from "features/record/api/timeline";
import { Moments } from "features/record/components/moments";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Sees } from "ui/sees/sees";

/** What the two have behind them, and the dates ahead. */
export function TimelinePage() {
  return <OfPair>{({ id }, partner) => <TimelineOf pairingId={id} partner={partner} />}</OfPair>;
}

function TimelineOf({ pairingId, partner }: { pairingId: string; partner: string }) {
  const say = useSay();
  const dates = useDates();
  const timeline = useTimeline(pairingId);
  return (
    <AnsweredPage query={timeline}>
      {({ side, ahead, behind }) => {
        const next = ahead.find(({ at }) => at)?.at;
        return (
          <Page
            above={say("pairing.title", { partner })}
            title={say("timeline.title")}
            sentence={
              next
                ? say("timeline.next", { partner, day: dates.dayOf(next) })
                : say("timeline.sentence", { partner })
            }
          >
            {ahead.length > 0 && (
              <Card title={say("timeline.ahead")}>
                <Moments
                  label={say("timeline.ahead")}
                  moments={ahead}
                  isAhead
                  side={side}
                  partner={partner}
                />
              </Card>
            )}
            <Card
              title={say("timeline.behind")}
              beside={<Sees>{say("pairing.sees_both", { partner })}</Sees>}
            >
              <Moments label={say("timeline.behind")} moments={behind} side={side} partner={partner} />
            </Card>
            <div>
              <BackToPair pairingId={pairingId} />
            </div>
          </Page>
        );
      }}
    </AnsweredPage>
  );
}
