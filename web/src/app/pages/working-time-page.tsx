import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type SupervisorPage, useSupervisorPage } from "features/supervisor/api/protected-time";
import { AnswerForm } from "features/supervisor/components/answer-form";
import { useAnswerInWords } from "features/supervisor/components/answer-in-words";
import { SupervisorSheet } from "features/supervisor/components/supervisor-sheet";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** A supervisor's one page, by its link: what is asked, what it is not, and three answers. Nobody signs in. */
export function WorkingTimePage() {
  const say = useSay();
  const { link } = useParams({ strict: false }) as { link: string };
  const page = useSupervisorPage(link);
  if (page.error instanceof Refusal) {
    return <Page sentence={say("supervisor.gone")} below={say("supervisor.gone_below")} width="narrow" />;
  }
  return <AnsweredPage query={page}>{(shown) => <WorkingTime page={shown} link={link} />}</AnsweredPage>;
}

function WorkingTime({ page, link }: { page: SupervisorPage; link: string }) {
  const say = useSay();
  const inWords = useAnswerInWords();
  const [isChanging, setChanging] = useState(false);
  return (
    <Page
      above={page.organisation_name}
      sentence={say(page.answer ? "supervisor.thanks" : "supervisor.page_sentence", {
        person: page.person,
        supervisor: page.supervisor,
      })}
      title={say("supervisor.page_title")}
      below={say("supervisor.page_below", { person: page.person })}
      width="narrow"
    >
      {page.answer && !isChanging && (
        <Card title={say("supervisor.you_answered")}>
          <p>{inWords(page)}</p>
          <div>
            <Button onClick={() => setChanging(true)}>{say("supervisor.change_answer")}</Button>
          </div>
        </Card>
      )}
      <SupervisorSheet page={page} />
      {(!page.answer || isChanging) && (
        <Card>
          <AnswerForm page={page} link={link} onDone={() => setChanging(false)} />
        </Card>
      )}
    </Page>
  );
}
