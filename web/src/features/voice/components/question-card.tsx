import type { QuestionBrief } from "features/voice/api/questions";
import { QuestionStanding } from "features/voice/components/question-standing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** One question in a list: whose it is, how far it is, and what it waits for from the reader. */
export function QuestionCard({ question, isNext }: { question: QuestionBrief; isNext: boolean }) {
  const say = useSay();
  const { day } = useDates();
  const { seat, audience, asker, programme, answer_by, allowed_actions } = question;
  const mayAnswer = allowed_actions.includes("answer");
  const mayDecide = allowed_actions.includes("decide");
  const whose =
    seat !== "asker" && seat !== "former"
      ? say(
          seat === "drafter"
            ? "voice.you_draft"
            : seat === "successor"
              ? "voice.you_took_over"
              : "voice.asks",
          { name: asker },
        )
      : audience === "partner"
        ? say("voice.you_ask_partner")
        : say("voice.you_ask_panel", { programme: programme.name });
  return (
    <Card title={question.question} beside={<QuestionStanding question={question} />}>
      <p className="quiet">
        {whose}
        {mayAnswer && ` · ${say("voice.answer_by", { day: day(answer_by) })}`}
      </p>
      <div>
        <ButtonLink
          kind={isNext ? "filled" : "plain"}
          to="/before-i-decide/$question_id"
          params={{ question_id: question.id }}
        >
          {say(
            mayAnswer
              ? "voice.to_answer"
              : mayDecide
                ? "voice.to_decide"
                : seat === "drafter"
                  ? "voice.to_draft"
                  : "voice.read",
          )}
        </ButtonLink>
      </div>
    </Card>
  );
}
