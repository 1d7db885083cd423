import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useMonday } from "features/care/api/monday";
import { HelpWishesCard } from "features/care/components/help-wishes-card";
import { SituationsCard } from "features/care/components/situations-card";
import { ThresholdsCard } from "features/care/components/thresholds-card";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Three sentences a week, each with one act; then what helps when something happens. */
export function ProgrammeMondayPage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const programme = useSetUpOf(programme_id).data;
  const monday = useMonday(programme_id);
  return (
    <AnsweredPage query={monday}>
      {({ sentences, needs_somebody, help_wishes }) => (
        <Page
          above={programme && calledHere(programme, locale).name}
          sentence={needs_somebody ? say("monday.needs") : say("monday.nothing")}
          title={say("nav.monday")}
          below={say("monday.counts_alone")}
        >
          {sentences.length > 0 && (
            <Card>
              {sentences.map(({ kind, count, of }) => (
                <div key={kind} className="row">
                  <span>{say(`monday.${kind}`, { count, of })}</span>
                  {kind === "help" && <a href="#help">{say("monday.act_help")}</a>}
                  {kind === "end" && (
                    <ButtonLink to="/programmes/$programme_id/closing" params={{ programme_id }}>
                      {say("monday.act_end")}
                    </ButtonLink>
                  )}
                  {kind !== "help" && kind !== "end" && (
                    <ButtonLink to="/programmes/$programme_id/pairs" params={{ programme_id }}>
                      {say(`monday.act_${kind}`)}
                    </ButtonLink>
                  )}
                </div>
              ))}
            </Card>
          )}
          <div id="help">
            <HelpWishesCard programmeId={programme_id} wishes={help_wishes} />
          </div>
          <SituationsCard />
          <ThresholdsCard programmeId={programme_id} />
        </Page>
      )}
    </AnsweredPage>
  );
}
