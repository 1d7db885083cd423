import { AnsweredPage } from "app/answered-page";
import { type MyReleasedWords, useMyWords, usePublishedWords } from "features/outcome/api/released-words";
import { AskedWordsCard } from "features/outcome/components/asked-words-card";
import { OwnWordsCard } from "features/outcome/components/own-words-card";
import { WordsShown } from "features/outcome/components/words-shown";
import { WriteWordsCard } from "features/outcome/components/write-words-card";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What changed: one's own sentences for the report, a partner's question, and what has been published. */
export function WhatChangedPage() {
  return <AnsweredPage query={useMyWords()}>{(mine) => <WhatChanged mine={mine} />}</AnsweredPage>;
}

function WhatChanged({ mine: { programmes, items, asked } }: { mine: MyReleasedWords }) {
  const say = useSay();
  const published = (usePublishedWords().data?.items ?? []).filter((one) => one.items.length > 0);
  const open = asked.find(({ answer, is_published }) => answer === null && !is_published);
  const draft = open ? undefined : items.find(({ state }) => state === "draft");
  return (
    <Page
      title={say("released.title")}
      sentence={
        open
          ? say("released.sentence_asked", { name: open.author })
          : say(programmes.length > 0 ? "released.sentence" : "released.sentence_reads")
      }
      below={programmes.length > 0 && say("released.below")}
    >
      {asked.length > 0 && (
        <section className="cards" aria-label={say("released.asked")}>
          {asked.map((one) => (
            <AskedWordsCard key={one.id} asked={one} isNext={one === open} />
          ))}
        </section>
      )}
      {programmes.map((opening) => (
        <section key={opening.programme_id} className="cards" aria-label={opening.programme.name}>
          {items
            .filter(({ programme_id }) => programme_id === opening.programme_id)
            .map((words) => (
              <OwnWordsCard key={words.id} words={words} opening={opening} isNext={words === draft} />
            ))}
          <WriteWordsCard
            opening={opening}
            isNext={!open && items.length === 0 && opening === programmes[0]}
          />
        </section>
      ))}
      {published.map(({ programme_id, programme, items: sentences }) => (
        <Card key={programme_id} title={say("released.published_in", { programme: programme.name })}>
          {sentences.map((one) => (
            <WordsShown key={one.id} words={one.shown} />
          ))}
        </Card>
      ))}
    </Page>
  );
}
