import type { Question } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

/** What whoever asked was told, and whether it is closed for those who told it. */
export function HeardCard({ question }: { question: Question }) {
  const say = useSay();
  const { answers, marks, audience } = question;
  const ofPartner =
    marks && marks.closed > 0 ? "voice.mark_of_partner_closed" : "voice.mark_of_partner_not_yet";
  return (
    <Card title={say("voice.answers_title")} beside={<Sees>{say("voice.answers_sees")}</Sees>}>
      {answers.length === 0 && (
        <p className="quiet">
          {say(question.anonymous_answers ? "voice.answers_none_named" : "voice.answers_none")}
        </p>
      )}
      {answers.map(({ name, text }) => (
        <div key={name + text}>
          <h3>{name}</h3>
          <blockquote>{text}</blockquote>
        </div>
      ))}
      {marks && audience === "panel" && <p>{say("voice.marks", marks)}</p>}
      {marks && audience === "partner" && marks.closed + marks.not_yet > 0 && <p>{say(ofPartner)}</p>}
    </Card>
  );
}
