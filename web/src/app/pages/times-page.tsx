import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useLinkedNudge } from "features/care/api/linked-nudge";
import { LinkedTimes } from "features/care/components/linked-times";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Times that fit two people, by the link from a mail: whoever reads it may propose them, and sees nothing else. */
export function TimesPage() {
  const say = useSay();
  const zone = useIntl().timeZone;
  const { token } = useParams({ strict: false }) as { token: string };
  const nudge = useLinkedNudge(token);
  if (nudge.error instanceof Refusal) {
    return <Page sentence={say("date.gone")} below={say("date.gone_below")} width="narrow" />;
  }
  return (
    <AnsweredPage query={nudge}>
      {(shown) => (
        <Page
          sentence={say("care.link_fit", { person: shown.person, partner: shown.partner })}
          title={say("date.title")}
          below={`${say("date.nobody_signs_in", { zone })} ${say("care.link_stop")}`}
          width="narrow"
        >
          <Card>
            <LinkedTimes nudge={shown} token={token} />
          </Card>
        </Page>
      )}
    </AnsweredPage>
  );
}
