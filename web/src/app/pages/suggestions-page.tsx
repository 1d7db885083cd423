import { AnsweredPage } from "app/answered-page";
import { useTopicName } from "app/topic-names";
import { useMyAcquaintances } from "features/acquaintance/api/acquaintances";
import { AcquaintanceCards } from "features/acquaintance/components/acquaintance-cards";
import { type Suggestion, useMySuggestions } from "features/matching/api/suggestions";
import { useReasonInWords } from "features/matching/components/reasons";
import { SuggestionCard } from "features/matching/components/suggestion-card";
import { useDates } from "lib/dates/dates";
import { useCalledLine } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** Whom one could meet. Answers are private and close on one day for everybody. */
export function SuggestionsPage() {
  const say = useSay();
  const dates = useDates();
  const topicName = useTopicName();
  const inWords = useReasonInWords(topicName);
  const suggestions = useMySuggestions();
  const withoutNames = useMyAcquaintances().data?.items ?? [];
  return (
    <AnsweredPage query={suggestions}>
      {({ items }) => {
        const first = items[0];
        if (!first && withoutNames.length > 0) {
          return (
            <Page
              sentence={say("acquaintance.page_sentence")}
              title={say("nav.suggestions")}
              below={say("acquaintance.page_below")}
            >
              <AcquaintanceCards inWords={inWords} />
            </Page>
          );
        }
        if (!first) {
          return (
            <Page
              sentence={say("matching.no_suggestions")}
              title={say("nav.suggestions")}
              below={say("matching.no_suggestions_below")}
            />
          );
        }
        return (
          <Page
            above={<CalledLine suggestion={first} />}
            sentence={say("home.suggestions_sentence", { count: items.length })}
            title={say("nav.suggestions")}
            below={say("matching.suggestions_below", { when: dates.weekday(first.closes_on) })}
          >
            <section className="cards" aria-label={say("nav.suggestions")}>
              {items.map((suggestion, index) => (
                <SuggestionCard
                  key={suggestion.id}
                  suggestion={suggestion}
                  others={items.filter((one) => one !== suggestion)}
                  isFirst={index === 0}
                  topicName={topicName}
                />
              ))}
            </section>
            <AcquaintanceCards inWords={inWords} />
          </Page>
        );
      }}
    </AnsweredPage>
  );
}

function CalledLine({ suggestion: { programme, side } }: { suggestion: Suggestion }) {
  return useCalledLine(programme, side);
}
