import type { UseQueryResult } from "@tanstack/react-query";
import { NotFoundPage } from "app/pages/not-found-page";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";
import { useRefusalSentence } from "ui/state/refusal-sentence";
import { Answered, Broken } from "ui/state/states";

interface AnsweredPageProps<Answer> {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}

/** What a whole page waits for: a refusal or a breakage is a page too, with a sentence and a way on. */
export function AnsweredPage<Answer>({ query, children }: AnsweredPageProps<Answer>) {
  const say = useSay();
  const sentenceOf = useRefusalSentence();
  const { data, error } = query;
  if (data !== undefined || !error) return <Answered query={query}>{children}</Answered>;
  if (!(error instanceof Refusal)) {
    return (
      <Page sentence={say("broken.sentence")} width="narrow">
        <Broken error={error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (error.status === 404) return <NotFoundPage />;
  return (
    <Page sentence={sentenceOf(error)} width="narrow">
      <div>
        <ButtonLink to="/">{say("nav.first_page")}</ButtonLink>
      </div>
    </Page>
  );
}
