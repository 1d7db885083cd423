import type { Comments } from "features/questionnaire/api/results";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** What was written in words, each by itself: no name, no order, no other answer beside it. */
export function CommentsView({ comments }: { comments: Comments }) {
  const say = useSay();
  return comments.items.map(({ question, words }) => (
    <Card key={question.key} title={question.text}>
      {words.length === 0 ? (
        <p className="quiet">{say("results.no_words")}</p>
      ) : (
        <ul className="stack">
          {words.map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same.
            <li key={place} className="written">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  ));
}
