import type { LoopItem } from "features/voice/api/loop-board";
import { QuestionStanding } from "features/voice/components/question-standing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** One question on the board, with the last word on it. */
export function LoopItemCard({ item }: { item: LoopItem }) {
  const say = useSay();
  const { day } = useDates();
  const { asker, asked_on, decision, is_own } = item;
  const asked = { name: asker, day: day(asked_on) };
  return (
    <Card title={item.question} beside={<QuestionStanding question={item} />}>
      <p className="quiet">
        {is_own && `${say("voice.yours")} · `}
        {say(asker === null ? "voice.asked_by_some" : "voice.asked_by", asked)}
      </p>
      {decision && (
        <>
          <p>
            <strong>
              {say(`voice.outcome_${decision.outcome}`, {
                day: decision.until_on === null ? "" : day(decision.until_on),
              })}
            </strong>{" "}
            <span className="quiet">{say("voice.decided_on", { day: day(decision.decided_on) })}</span>
          </p>
          <h3>{say("voice.reason")}</h3>
          <p>{decision.reason}</p>
          <h3>{say("voice.heard_title")}</h3>
          <p>{decision.heard}</p>
        </>
      )}
    </Card>
  );
}
