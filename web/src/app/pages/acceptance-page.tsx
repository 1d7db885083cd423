import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useAcceptance } from "features/programme/api/accept-as-sponsor";
import { AcceptanceForm } from "features/programme/components/acceptance-form";
import { Refusal } from "lib/api-client/refusal";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** A sponsor's one tap, from a mail or a printed letter; nobody needs to sign in. */
export function AcceptancePage() {
  const say = useSay();
  const dates = useDates();
  const { link } = useParams({ strict: false }) as { link: string };
  const acceptance = useAcceptance(link);
  if (acceptance.error instanceof Refusal) {
    return <Page sentence={say("acceptance.void")} below={say("acceptance.void_below")} width="narrow" />;
  }
  return (
    <AnsweredPage query={acceptance}>
      {(page) => (
        <Page
          above={page.organisation_name}
          sentence={say(page.accepted_at ? "acceptance.thanks" : "acceptance.sentence", {
            name: page.sponsor_name,
            programme: page.programme.name,
          })}
          title={say("acceptance.title")}
          below={
            page.accepted_at
              ? say("acceptance.accepted_on", { day: dates.dayOf(page.accepted_at) })
              : undefined
          }
          width="narrow"
        >
          {(page.programme.purpose || page.aims.length > 0 || page.results_use) && (
            <Card title={page.programme.name}>
              {page.programme.purpose && <p>{page.programme.purpose}</p>}
              <ul>
                {page.aims.map((aim) => (
                  <li key={aim}>{aim}</li>
                ))}
              </ul>
              {page.results_use && <p className="quiet">{page.results_use}</p>}
            </Card>
          )}
          {!page.accepted_at && (
            <Card title={say("acceptance.what_it_means")}>
              <p>{say("acceptance.three_acts")}</p>
              <AcceptanceForm link={link} />
            </Card>
          )}
        </Page>
      )}
    </AnsweredPage>
  );
}
