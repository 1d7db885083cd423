import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

const situations = ["no_answer", "cancelled_twice", "one_line", "tears", "leak"] as const;

/** *When this happens*: what to do, and what to leave. */
export function SituationsCard() {
  const say = useSay();
  return (
    <Card title={say("situation.title")}>
      {situations.map((situation) => (
        <details key={situation}>
          <summary>{say(`situation.${situation}`)}</summary>
          <p>{say(`situation.${situation}_do`)}</p>
          <p className="quiet">{say(`situation.${situation}_leave`)}</p>
        </details>
      ))}
    </Card>
  );
}
