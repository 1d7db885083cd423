import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type MyQuestionnaires, useMyQuestionnaires } from "features/questionnaire/api/questionnaires";
import { QuestionnaireList, WordsToReadList } from "features/questionnaire/components/questionnaire-list";
import { WaitingConsentCard } from "features/questionnaire/components/waiting-consent-card";
import { useNow } from "features/signin/api/now";
import { useMySurveys, useSurvey } from "features/survey/api/surveys";
import { SurveyForm } from "features/survey/components/survey-form";
import { SurveyList } from "features/survey/components/survey-list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

const nothing: MyQuestionnaires = { items: [], to_read: [], waiting: [] };

/** Questions put to the reader: to everybody who takes part, and about their pairs. */
export function QuestionsPage() {
  const say = useSay();
  const today = useNow()?.slice(0, 10);
  const { items: questionnaires, to_read, waiting } = useMyQuestionnaires().data ?? nothing;
  return (
    <AnsweredPage query={useMySurveys()}>
      {({ items }) => (
        <Page
          title={say("survey.title")}
          sentence={say(items.length + questionnaires.length === 0 ? "survey.none" : "survey.sentence")}
          below={say("questionnaire.list_below")}
          width="narrow"
        >
          {questionnaires.length > 0 && (
            <Card title={say("questionnaire.to_everybody")}>
              <QuestionnaireList questionnaires={questionnaires} today={today} />
            </Card>
          )}
          {to_read.length > 0 && (
            <Card title={say("questionnaire.to_read")}>
              <WordsToReadList items={to_read} />
            </Card>
          )}
          {waiting.map((one) => (
            <WaitingConsentCard key={one.programme_id} waiting={one} />
          ))}
          {items.length > 0 && (
            <Card title={say("questionnaire.about_pairs")}>
              <SurveyList surveys={items} />
            </Card>
          )}
        </Page>
      )}
    </AnsweredPage>
  );
}

/** One of them. */
export function QuestionPage() {
  const say = useSay();
  const dates = useDates();
  const { survey_id } = useParams({ strict: false }) as { survey_id: string };
  return (
    <AnsweredPage query={useSurvey(survey_id)}>
      {(survey) => (
        <Page
          above={say("survey.until", { day: dates.day(survey.closes_on) })}
          title={say("survey.title")}
          sentence={say(`survey.kind_${survey.kind}`, { number: survey.number, partner: survey.partner })}
          below={say("survey.below")}
          width="narrow"
        >
          <SurveyForm key={survey.id} survey={survey} />
          <p className="quiet">
            {say("survey.help")} <Link to="/messages">{say("nav.messages")}</Link>
          </p>
        </Page>
      )}
    </AnsweredPage>
  );
}
