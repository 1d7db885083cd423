import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useLinkedExploratory } from "features/pairing/api/linked-exploratory";
import { FirstDate } from "features/pairing/components/first-date";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** The date of a first conversation by the link from a mail: whoever reads it may move it, and sees nothing else. */
export function FirstDatePage() {
  const say = useSay();
  const zone = useIntl().timeZone;
  const { token } = useParams({ strict: false }) as { token: string };
  const date = useLinkedExploratory(token);
  if (date.error instanceof Refusal) {
    return <Page sentence={say("date.gone")} below={say("date.gone_below")} width="narrow" />;
  }
  return (
    <AnsweredPage query={date}>
      {(shown) => (
        <Page
          sentence={say("date.stands", { person: shown.person, partner: shown.partner })}
          title={say("date.title")}
          below={say("date.nobody_signs_in", { zone })}
          width="narrow"
        >
          <Card>
            <FirstDate date={shown} token={token} />
          </Card>
        </Page>
      )}
    </AnsweredPage>
  );
}
