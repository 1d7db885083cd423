import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useQuestionnairesOf } from "features/questionnaire/api/forms";
import { AskedList, PlannedList } from "features/questionnaire/components/asked-list";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Empty } from "ui/state/states";

/** What is asked in a programme: what has been, what is being written, and what the house asks by itself. */
export function ProgrammeQuestionsPage() {
  const say = useSay();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const setUp = useSetUpOf(programme_id).data;
  const locale = useIntl().locale;
  return (
    <AnsweredPage query={useQuestionnairesOf(programme_id)}>
      {({ items, planned }) => (
        <Page
          above={setUp && calledHere(setUp, locale).name}
          title={say("nav.questions")}
          sentence={say("asking.sentence", { count: items.filter(({ state }) => state === "open").length })}
          below={say("asking.below")}
          actions={
            <>
              <ButtonLink
                kind="filled"
                to="/programmes/$programme_id/questions/new"
                params={{ programme_id }}
              >
                {say("asking.write")}
              </ButtonLink>
              <ButtonLink to="/programmes/$programme_id/results" params={{ programme_id }}>
                {say("asking.to_results")}
              </ButtonLink>
              <ButtonLink to="/programmes/$programme_id/what-people-see" params={{ programme_id }}>
                {say("asking.to_what_people_see")}
              </ButtonLink>
              <ButtonLink to="/programmes/$programme_id/released-words" params={{ programme_id }}>
                {say("asking.to_released_words")}
              </ButtonLink>
            </>
          }
        >
          <div className="columns">
            <Card title={say("asking.asked")}>
              {items.length === 0 ? (
                <Empty sentence={say("asking.nothing_asked")} />
              ) : (
                <AskedList programmeId={programme_id} outlines={items} />
              )}
            </Card>
            {planned.length > 0 && (
              <Card title={say("asking.planned")}>
                <p className="quiet">{say("asking.planned_means")}</p>
                <PlannedList planned={planned} />
              </Card>
            )}
          </div>
        </Page>
      )}
    </AnsweredPage>
  );
}
