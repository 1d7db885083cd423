import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useLinkedActs, useLinkedMeeting } from "features/meeting/api/linked-meeting";
import { MeetingDate } from "features/meeting/components/meeting-date";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** A date by the link from a mail: whoever reads the mail may choose, an assistant too; nobody needs to sign in. */
export function DatePage() {
  const say = useSay();
  const { token } = useParams({ strict: false }) as { token: string };
  const meeting = useLinkedMeeting(token);
  const acts = useLinkedActs(token);
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
          below={say("date.nobody_signs_in")}
          width="narrow"
        >
          <Card>
            <MeetingDate meeting={date} acts={acts} partner={date.partner} timeZone={date.time_zone} />
          </Card>
        </Page>
      )}
    </AnsweredPage>
  );
}
