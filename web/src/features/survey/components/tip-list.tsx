import type { Tip } from "features/survey/api/surveys";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

/** What may help, after what was just answered. It is gone when the page is. */
export function TipList({ tips }: { tips: Tip[] }) {
  const say = useSay();
  if (tips.length === 0) return null;
  return (
    <Card title={say("survey.tips")} beside={<Sees>{say("survey.tips_see")}</Sees>}>
      <ul>
        {tips.map((tip) => (
          <li key={tip}>{say(`survey.tip_${tip}`)}</li>
        ))}
      </ul>
    </Card>
  );
}
