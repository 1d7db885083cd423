import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type ResultsAnswer, useComments, useResults } from "features/questionnaire/api/results";
import { CommentsView } from "features/questionnaire/components/comments-view";
import { ResultsView } from "features/questionnaire/components/results-view";
import { useAnsweredWords } from "features/questionnaire/components/use-answered-words";
import { useTitle } from "features/questionnaire/components/use-title";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";

/** What was answered to questions that have closed. */
export function ResultsPage() {
  const { questionnaire_id } = useParams({ strict: false }) as { questionnaire_id: string };
  return (
    <AnsweredPage query={useResults(questionnaire_id)}>{(one) => <ResultsOf answer={one} />}</AnsweredPage>
  );
}

function ResultsOf({ answer }: { answer: ResultsAnswer }) {
  const say = useSay();
  const dates = useDates();
  const title = useTitle()(answer);
  const answeredWords = useAnsweredWords();
  const { could_answer, answered } = answer.results;
  const sentence = answered
    ? say("results.sentence", { could: could_answer, answered: answeredWords(answered) })
    : say("results.sentence_too_few", { could: could_answer });
  return (
    <Page
      above={[answer.programme.name, title].join(" · ")}
      title={title}
      sentence={sentence}
      below={say(answer.is_anonymous ? "results.below_anonymous" : "results.below_confidential", {
        from: dates.day(answer.opened_on),
        until: dates.day(answer.closes_on),
      })}
      actions={
        <>
          {answer.is_reader && (
            <ButtonLink
              kind="filled"
              to="/results/$questionnaire_id/words"
              params={{ questionnaire_id: answer.id }}
            >
              {say("results.to_words")}
            </ButtonLink>
          )}
          <ButtonLink to="/programmes/$programme_id/results" params={{ programme_id: answer.programme_id }}>
            {say("results.to_all")}
          </ButtonLink>
        </>
      }
    >
      <ResultsView answer={answer} />
    </Page>
  );
}

/** What was written in words, for its reader alone. */
export function WordsPage() {
  const say = useSay();
  const { questionnaire_id } = useParams({ strict: false }) as { questionnaire_id: string };
  const title = useTitle();
  const results = useResults(questionnaire_id);
  return (
    <AnsweredPage query={useComments(questionnaire_id)}>
      {(comments) => (
        <Page
          above={results.data && [results.data.programme.name, title(results.data)].join(" · ")}
          title={say("results.words_title")}
          sentence={say(comments.are_enough ? "results.words_title" : "results.words_too_few")}
          below={comments.are_enough ? say("results.words_below") : undefined}
          actions={
            // A reader who neither takes part nor runs the programme has no figures to go to.
            results.data && (
              <ButtonLink to="/results/$questionnaire_id" params={{ questionnaire_id }}>
                {say("results.to_figures")}
              </ButtonLink>
            )
          }
        >
          <CommentsView comments={comments} />
        </Page>
      )}
    </AnsweredPage>
  );
}
