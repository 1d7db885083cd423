import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import {
  useLinkedActs,
  useLinkedAttend,
  useLinkedMeeting,
  useTakeLinkedSeries,
} from "features/meeting/api/linked-meeting";
import { Attendance } from "features/meeting/components/attendance";
import { MeetingDate } from "features/meeting/components/meeting-date";
import { SeriesDates } from "features/meeting/components/proposed-series";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** A date by the link from a mail: whoever reads the mail may choose, an assistant too; nobody needs to sign in. */
export function DatePage() {
  const say = useSay();
  const zone = useIntl().timeZone;
  const { token } = useParams({ strict: false }) as { token: string };
  const meeting = useLinkedMeeting(token);
  const acts = useLinkedActs(token);
  const attend = useLinkedAttend(token);
  const takeAll = useTakeLinkedSeries(token);
  if (meeting.error instanceof Refusal) {
    return <Page sentence={say("date.gone")} below={say("date.gone_below")} width="narrow" />;
  }
  return (
    <AnsweredPage query={meeting}>
      {(date) => (
        <Page
          sentence={say(date.state === "proposed" ? "date.to_choose" : "date.stands", {
            person: date.person,
            partner: date.partner,
          })}
          title={say("date.title")}
          below={say("date.nobody_signs_in", { zone })}
          width="narrow"
        >
          {date.also.length > 0 && (
            <Card title={say("date.several")}>
              <SeriesDates
                times={[...date.times, ...date.also]}
                accept={
                  date.allowed_actions.includes("choose")
                    ? { ...takeAll, mutate: () => takeAll.mutate(undefined) }
                    : undefined
                }
              />
            </Card>
          )}
          <Card title={date.also.length > 0 ? say("date.only_this") : undefined}>
            <MeetingDate meeting={date} acts={acts} partner={date.partner} />
            {date.state === "set" && (
              <Attendance attend={attend} sequence={date.sequence} own={date.coming} />
            )}
          </Card>
        </Page>
      )}
    </AnsweredPage>
  );
}
