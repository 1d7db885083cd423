import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useResultsOf } from "features/questionnaire/api/results";
import { ResultsList } from "features/questionnaire/components/results-list";
import { useProgrammeFacts } from "features/record/api/programme-facts";
import { FactsCard } from "features/record/components/facts-card";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What has been asked in a programme and answered: for everybody who takes part, and whoever runs it. */
export function ProgrammeResultsPage() {
  const say = useSay();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const facts = useProgrammeFacts(programme_id).data;
  return (
    <AnsweredPage query={useResultsOf(programme_id)}>
      {({ items }) => (
        <Page
          title={say("results.title")}
          sentence={say(items.length === 0 ? "results.none" : "results.list_sentence")}
          below={say("results.list_below")}
          width="narrow"
        >
          {items.length > 0 && (
            <Card>
              <ResultsList results={items} />
            </Card>
          )}
          {facts && (
            <FactsCard facts={facts}>
              {facts.questions > 0 && (
                <p>
                  <Link to="/before-i-decide/board/$programme_id" params={{ programme_id }}>
                    {say("facts.to_board")}
                  </Link>
                </p>
              )}
            </FactsCard>
          )}
        </Page>
      )}
    </AnsweredPage>
  );
}
