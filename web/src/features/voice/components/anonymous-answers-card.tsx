import type { Question } from "features/voice/api/questions";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

interface AnonymousAnswersCardProps {
  answers: NonNullable<Question["anonymous_answers"]>;
  /** The last day of answers. */
  answerBy: string;
}

/** What people said without their names, or why nothing of it is shown. */
export function AnonymousAnswersCard({ answers: { state, texts }, answerBy }: AnonymousAnswersCardProps) {
  const say = useSay();
  const day = useDates().day(answerBy);
  return (
    <Card title={say("voice.anonymous_title")}>
      <p className="quiet">{say(`voice.anonymous_${state}`, { day })}</p>
      {texts.length > 0 && (
        <ul>
          {texts.map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and the list never changes
            <li key={place} className="written">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
