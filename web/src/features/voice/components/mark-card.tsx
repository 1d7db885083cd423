import { type Question, useMark } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** Whether it is closed for somebody who was asked. */
export function MarkCard({ question }: { question: Question }) {
  const say = useSay();
  const mark = useMark(question.id);
  const { own_mark, audience, asker } = question;
  return (
    <Card
      title={say("voice.mark_question")}
      beside={
        <Sees>
          {audience === "partner"
            ? say("voice.mark_sees_partner", { name: asker })
            : say("voice.mark_sees_panel")}
        </Sees>
      }
    >
      {own_mark && <p role="status">{say(`voice.mark_is_${own_mark}`)}</p>}
      <div className="row">
        {(["closed", "not_yet"] as const)
          .filter((one) => one !== own_mark)
          .map((one) => (
            <Button key={one} busy={mark.isPending} onClick={() => mark.mutate(one)}>
              {say(`voice.mark_${one}`)}
            </Button>
          ))}
      </div>
      <Trouble of={mark.error} />
    </Card>
  );
}
