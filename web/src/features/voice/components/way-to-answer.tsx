import type { Question } from "features/voice/api/questions";
import { AnonymousAnswer } from "features/voice/components/anonymous-answer";
import { AnswerCard } from "features/voice/components/answer-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";

interface WayToAnswerProps {
  question: Question;
  /** Who is signed in. */
  owner: string | undefined;
}

/** With a name or without: the choice of whoever answers, where enough were asked for it to be one. */
export function WayToAnswer({ question, owner }: WayToAnswerProps) {
  const say = useSay();
  const day = useDates().day(question.answer_by);
  const isGiven = question.own_answer !== null;
  const [how, setHow] = useState(isGiven ? "named" : "");
  const setId = question.question_set_id;
  const named = <AnswerCard question={question} isNext={!isGiven} />;
  if (!setId || !owner)
    return (
      <>
        {question.audience === "panel" && <p className="quiet">{say("voice.anonymous_none")}</p>}
        {named}
      </>
    );
  return (
    <>
      <Card>
        <ChoiceField
          label={say("voice.how_question")}
          options={[
            {
              value: "named",
              label: say("voice.how_named"),
              hint: say("voice.how_named_hint", { name: question.asker ?? "", day }),
            },
            { value: "anonymous", label: say("voice.how_anonymous"), hint: say("voice.how_anonymous_hint") },
          ]}
          value={how}
          onChange={setHow}
        />
      </Card>
      {how === "named" && named}
      {how === "anonymous" && <AnonymousAnswer question={question} setId={setId} owner={owner} />}
    </>
  );
}
