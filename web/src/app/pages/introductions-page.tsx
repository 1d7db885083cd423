import { AnsweredPage } from "app/answered-page";
import { type MyIntroductions, useIntroductions } from "features/pairing/api/introductions";
import { IntroduceCard } from "features/pairing/components/introduce-card";
import { IntroductionCard } from "features/pairing/components/introduction-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** Introductions: those that wait for the reader's word, whom they may introduce, and what became of the others. */
export function IntroductionsPage() {
  const say = useSay();
  const introductions = useIntroductions();
  return (
    <AnsweredPage query={introductions}>
      {({ items, may_introduce }) => {
        const waiting = items.filter(waitsForYou);
        return (
          <Page
            title={say("introduction.title")}
            sentence={
              waiting.length > 0
                ? say("introduction.sentence_waits", { count: waiting.length })
                : say(may_introduce.length > 0 ? "introduction.sentence_may" : "introduction.sentence_none")
            }
            below={say("introduction.below")}
          >
            {waiting.map((one) => (
              <IntroductionCard key={one.id} introduction={one} />
            ))}
            {may_introduce.map((pair) => (
              <IntroduceCard key={pair.pairing_id} pair={pair} />
            ))}
            {items
              .filter((one) => !waitsForYou(one))
              .map((one) => (
                <IntroductionCard key={one.id} introduction={one} />
              ))}
          </Page>
        );
      }}
    </AnsweredPage>
  );
}

const waitsForYou = (one: MyIntroductions["items"][number]) => one.may_answer && one.own_answer === null;
