import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useAgreeToClosing, useClosingReview } from "features/programme/api/closing";
import { ClosingTargets } from "features/programme/components/closing-targets";
import { Refusal } from "lib/api-client/refusal";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** The sponsor's one tap on the targets of the review, from a mail or a copied link; nobody needs to sign in. */
export function ClosingReviewPage() {
  const say = useSay();
  const dates = useDates();
  const { link } = useParams({ strict: false }) as { link: string };
  const review = useClosingReview(link);
  const agree = useAgreeToClosing(link);
  if (review.error instanceof Refusal) {
    return <Page sentence={say("closing.void")} below={say("closing.void_below")} width="narrow" />;
  }
  return (
    <AnsweredPage query={review}>
      {(page) => (
        <Page
          above={page.organisation_name}
          title={say("closing.title")}
          sentence={say(page.agreed_at ? "closing.thank_sponsor" : "closing.ask_sponsor", {
            name: page.sponsor_name,
            programme: page.programme.name,
          })}
          below={
            page.agreed_at
              ? say("closing.agreed_on", { day: dates.dayOf(page.agreed_at) })
              : say("closing.ask_sponsor_below", { day: dates.day(page.closes_on) })
          }
          width="narrow"
        >
          <Card title={say("closing.own_targets")}>
            <ClosingTargets targets={page.targets} />
            {!page.agreed_at && (
              <div>
                <Button
                  kind="filled"
                  busy={agree.isPending}
                  onClick={() => agree.mutate({ version: page.version })}
                >
                  {say("closing.agree")}
                </Button>
              </div>
            )}
            <Trouble of={agree.error} />
          </Card>
          {page.thanks && (
            <Card title={say("closing.thanks")}>
              <p className="written">{page.thanks}</p>
            </Card>
          )}
        </Page>
      )}
    </AnsweredPage>
  );
}
