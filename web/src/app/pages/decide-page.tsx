import { AnsweredPage } from "app/answered-page";
import { OneQuestion } from "app/pages/voice/one-question";
import { useMyQuestions, useQuestion } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";

/** From a mail, on a phone: the decision that waits, a drafted one first, then the one whose day is nearest. */
export function DecidePage() {
  return (
    <AnsweredPage query={useMyQuestions()}>
      {({ items }) => {
        const mine = items.filter(({ allowed_actions }) => allowed_actions.includes("decide"));
        const next = mine.find(({ has_draft }) => has_draft) ?? mine[0];
        return next ? <NextDecision id={next.id} /> : <NothingToDecide />;
      }}
    </AnsweredPage>
  );
}

function NextDecision({ id }: { id: string }) {
  return (
    <AnsweredPage query={useQuestion(id)}>{(question) => <OneQuestion question={question} />}</AnsweredPage>
  );
}

function NothingToDecide() {
  const say = useSay();
  return (
    <Page
      width="narrow"
      title={say("voice.title")}
      sentence={say("voice.decide_none")}
      below={say("voice.decide_none_below")}
    >
      <div>
        <ButtonLink to="/before-i-decide">{say("voice.back")}</ButtonLink>
      </div>
    </Page>
  );
}
