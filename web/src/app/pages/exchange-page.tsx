import { Link } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useCharter } from "features/pairing/api/sign-charter";
import { type OwnEnrolment, useMyEnrolments } from "features/programme/api/my-enrolments";
import { EnrolmentFoot } from "features/programme/components/enrolment-foot";
import { useExchange } from "features/topic/api/exchange";
import { useTopics } from "features/topic/api/list-topics";
import { ExchangeForm } from "features/topic/components/exchange-form";
import { useCalledLine } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { useIntl } from "react-intl";
import { WhileTyping } from "ui/form/while-typing";
import { Page } from "ui/page/page";
import { Answered, Loading } from "ui/state/states";
import { toast } from "ui/toast/toast";

// What stands further down, and what few programmes have, is a download of its own.
const WillNotDiscussCard = lazy(async () => ({
  default: (await import("features/topic/components/will-not-discuss-card")).WillNotDiscussCard,
}));
const ExclusionsCard = lazy(async () => ({
  default: (await import("features/programme/components/exclusions-card")).ExclusionsCard,
}));
const TalkToCard = lazy(async () => ({
  default: (await import("features/care/components/talk-to-card")).TalkToCard,
}));
const DrawCard = lazy(async () => ({
  default: (await import("features/programme/components/draw-card")).DrawCard,
}));

/** My exchange: what I bring, what I want, who sees what. */
export function ExchangePage() {
  const say = useSay();
  const enrolments = useMyEnrolments();
  return (
    <AnsweredPage query={enrolments}>
      {({ items: all }) => {
        const live = all.filter((one) => one.state !== "withdrawn");
        if (live.length === 0) {
          return (
            <Page
              sentence={say("exchange.none")}
              title={say("nav.exchange")}
              below={say("exchange.none_below")}
            />
          );
        }
        return live.map((one) => <ExchangeOf key={one.id} enrolment={one} />);
      }}
    </AnsweredPage>
  );
}

const waitingKey = (waiting: NonNullable<OwnEnrolment["waiting"]>) =>
  waiting.awaits_draw ? ("waiting.the_draw" as const) : (`waiting.${waiting.status}` as const);

function ExchangeOf({ enrolment }: { enrolment: OwnEnrolment }) {
  const say = useSay();
  const line = useCalledLine(enrolment.programme, enrolment.side);
  const language = useIntl().locale.split("-")[0] ?? "en";
  const exchange = useExchange(enrolment.id);
  const topics = useTopics(language);
  const charter = useCharter();
  const needed = exchange.data?.still_needed ?? [];
  const sentence = () => {
    if (needed.length > 0) {
      return say("exchange.still_needed", {
        needed: needed.map((one) => say(`exchange.needs_${one}`)).join(", "),
      });
    }
    return say(enrolment.waiting ? waitingKey(enrolment.waiting) : "exchange.ready");
  };
  return (
    <Page
      above={line}
      sentence={sentence()}
      title={say("nav.exchange")}
      below={needed.length === 0 ? say("exchange.may_change") : undefined}
    >
      {enrolment.places_are_drawn && (
        <Suspense fallback={<Loading />}>
          <DrawCard programmeId={enrolment.programme_id} mayDraw={false} />
        </Suspense>
      )}
      <Answered query={exchange}>
        {(own) => (
          <Answered query={topics}>
            {(catalogue) => (
              <Answered query={charter}>
                {(text) => (
                  <>
                    <WhileTyping latest={own}>
                      {(held, sent, touched) => (
                        <ExchangeForm
                          exchange={held}
                          catalogue={catalogue}
                          charter={text}
                          onTouch={touched}
                          onTaken={sent}
                          onDone={() => {
                            sent();
                            toast(say("ui.saved"));
                          }}
                        />
                      )}
                    </WhileTyping>
                    <div className="columns">
                      <Suspense fallback={<Loading />}>
                        <WillNotDiscussCard enrolmentId={enrolment.id} catalogue={catalogue} />
                        <ExclusionsCard />
                      </Suspense>
                    </div>
                  </>
                )}
              </Answered>
            )}
          </Answered>
        )}
      </Answered>
      <Suspense fallback={<Loading />}>
        <TalkToCard programmeId={enrolment.programme_id} />
      </Suspense>
      <p>
        <Link to="/supervisor">{say("exchange.supervisor")}</Link>
      </p>
      <EnrolmentFoot enrolment={enrolment} />
    </Page>
  );
}
