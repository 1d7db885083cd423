import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import {
  type ReleasedWords,
  type ReleasedWordsOf,
  usePublishWords,
  useReleasedWords,
} from "features/outcome/api/released-words";
import { WordsShown } from "features/outcome/components/words-shown";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

/** Sentences that people released for the report; whoever coordinates publishes them. */
export function ProgrammeWordsPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  return <AnsweredPage query={useReleasedWords(programme_id)}>{(of) => <Released of={of} />}</AnsweredPage>;
}

function Released({ of: { programme_id, programme, items } }: { of: ReleasedWordsOf }) {
  const say = useSay();
  return (
    <Page
      above={programme.name}
      title={say("released.programme_title")}
      sentence={say("released.programme_sentence", {
        count: items.filter(({ published_on }) => published_on === null).length,
      })}
      below={say("released.programme_below")}
    >
      <section className="cards" aria-label={say("released.programme_title")}>
        {items.map((words) => (
          <WordsCard key={words.id} words={words} programmeId={programme_id} />
        ))}
      </section>
    </Page>
  );
}

function WordsCard({ words, programmeId }: { words: ReleasedWords; programmeId: string }) {
  const say = useSay();
  const { day } = useDates();
  const [isAsking, setAsking] = useState(false);
  const publish = usePublishWords(programmeId, words.id);
  return (
    <Card
      title={say("released.week_of", { day: day(words.week_on) })}
      beside={
        <Tag tone={words.published_on ? "good" : "plain"}>
          {say(words.published_on ? "released.published" : "released.released")}
        </Tag>
      }
    >
      <WordsShown words={words.shown} />
      {words.allowed_actions.includes("publish") && (
        <div>
          <Button onClick={() => setAsking(true)}>{say("released.publish")}</Button>
        </div>
      )}
      {isAsking && (
        <Confirm
          open
          question={say("released.publish_question")}
          yes={say("released.publish")}
          busy={publish.isPending}
          onYes={() => publish.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onNo={() => setAsking(false)}
        >
          <WordsShown words={words.shown} />
          <p>{say("released.publish_means")}</p>
          <Trouble of={publish.error} />
        </Confirm>
      )}
    </Card>
  );
}
