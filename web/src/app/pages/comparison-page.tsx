import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { ComparisonCards, useCompared } from "features/matching/components/comparison-view";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";

/** What one search changed against another. */
export function ComparisonPage() {
  const { programme_id, run_id, before_id } = useParams({ strict: false }) as {
    programme_id: string;
    run_id: string;
    before_id: string;
  };
  const say = useSay();
  const { locale } = useIntl();
  const programme = useSetUpOf(programme_id).data;
  const called = programme && calledHere(programme, locale);
  const { finding, list } = useCompared(run_id, before_id, called);
  return (
    <AnsweredPage query={list}>
      {({ pages: [compared] }) => {
        if (!compared) return null;
        const { mentors, mentees, before, now } = compared;
        const changed = [mentors, mentees].map(({ moved, gained, lost }) => moved + gained + lost);
        return (
          <Page
            above={called?.name}
            title={say("runs.compared_title")}
            sentence={say("runs.compared_sentence", {
              kept: mentors.kept + mentees.kept,
              changed: (changed[0] ?? 0) + (changed[1] ?? 0),
            })}
            below={say("runs.compared_below", { now: now.number, before: before.number })}
            actions={
              <ButtonLink to="/programmes/$programme_id/matching" params={{ programme_id }}>
                {say("runs.newest")}
              </ButtonLink>
            }
          >
            <ComparisonCards called={called} compared={compared} finding={finding} list={list} />
          </Page>
        );
      }}
    </AnsweredPage>
  );
}
