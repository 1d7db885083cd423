import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type AskedQuestionnaire, useQuestionnaire } from "features/questionnaire/api/questionnaires";
import { AnonymousForm } from "features/questionnaire/components/anonymous-form";
import { ConfidentialForm } from "features/questionnaire/components/confidential-form";
import { givenOf } from "features/questionnaire/components/given";
import { Sheet } from "features/questionnaire/components/sheet";
import { useTitle } from "features/questionnaire/components/use-title";
import { useMySession } from "features/signin/api/my-session";
import { useNow } from "features/signin/api/now";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Questions put to everybody who takes part, for one of them to answer. */
export function QuestionnairePage() {
  const { questionnaire_id } = useParams({ strict: false }) as { questionnaire_id: string };
  return (
    <AnsweredPage query={useQuestionnaire(questionnaire_id)}>
      {(asked) => <QuestionnaireOf key={asked.id} asked={asked} />}
    </AnsweredPage>
  );
}

function QuestionnaireOf({ asked }: { asked: AskedQuestionnaire }) {
  const say = useSay();
  const day = useDates().day(asked.closes_on);
  const title = useTitle()(asked);
  const owner = useMySession().data?.person?.id;
  const form = () => {
    if (!asked.is_open) return <Closed asked={asked} />;
    if (!asked.is_anonymous) return <ConfidentialForm asked={asked} />;
    return owner && asked.question_set_id ? (
      <AnonymousForm asked={asked} setId={asked.question_set_id} owner={owner} />
    ) : null;
  };
  return (
    <Page
      above={asked.programme.name}
      title={title}
      sentence={title}
      below={say(asked.is_open ? "questionnaire.open_until" : "questionnaire.was_open_until", { day })}
      width="narrow"
    >
      {form()}
    </Page>
  );
}

function Closed({ asked }: { asked: AskedQuestionnaire }) {
  const say = useSay();
  const today = useNow()?.slice(0, 10);
  const isOver = today !== undefined && asked.closes_on < today;
  const knowsPartner = asked.moment === "start" && !isOver;
  return (
    <>
      <Card>
        <p>{say(knowsPartner ? "questionnaire.partner_known" : "questionnaire.over")}</p>
        {isOver && (
          <div>
            <ButtonLink to="/results/$questionnaire_id" params={{ questionnaire_id: asked.id }}>
              {say("questionnaire.to_results")}
            </ButtonLink>
          </div>
        )}
      </Card>
      {asked.answers.length > 0 && (
        <Sheet
          questions={asked.questions}
          reader={asked.reader}
          given={givenOf(asked.answers)}
          sees={say("sees.only_you")}
          disabled
          onGiven={() => {}}
        />
      )}
    </>
  );
}
