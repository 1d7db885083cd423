import type { Question } from "features/voice/api/questions";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** A decision as it was published. */
export function DecisionCard({ decision }: { decision: Question["decisions"][number] }) {
  const say = useSay();
  const { day } = useDates();
  const { outcome, until_on, reason, heard, decided_on } = decision;
  const until = until_on === null ? "" : day(until_on);
  return (
    <Card
      title={say(`voice.outcome_${outcome}`, { day: until })}
      beside={<span className="quiet">{say("voice.decided_on", { day: day(decided_on) })}</span>}
    >
      {outcome !== "deferred" && until !== "" && <p>{say("voice.by_when", { day: until })}</p>}
      <h3>{say("voice.reason")}</h3>
      <p>{reason}</p>
      <h3>{say("voice.heard_title")}</h3>
      <p>{heard}</p>
    </Card>
  );
}
