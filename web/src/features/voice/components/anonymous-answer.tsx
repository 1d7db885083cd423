import type { Question } from "features/voice/api/questions";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { keepUnsent, unsentOver } from "lib/unsent";
import { type ChangeEvent, useState } from "react";
import { BallotBox, type BallotInHand } from "ui/ballot/ballot-box";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { FormFoot } from "ui/form/form-foot";
import { Trouble } from "ui/state/trouble";

interface AnonymousAnswerProps {
  question: Question;
  setId: string;
  /** Who is signed in. */
  owner: string;
}

/** An answer to a panel's question that is nobody's, after what becomes of it. */
export function AnonymousAnswer({ question, setId, owner }: AnonymousAnswerProps) {
  return (
    <BallotBox setId={setId} owner={owner} promise={<WhatBecomes question={question} />}>
      {(ballot) => <OfBallot ballot={ballot} />}
    </BallotBox>
  );
}

function WhatBecomes({ question }: { question: Question }) {
  const say = useSay();
  const day = useDates().day(question.answer_by);
  const name = question.asker ?? "";
  return (
    <Card title={say("voice.what_becomes")}>
      <p>
        <Say k="voice.anonymous_whose" values={{ name, day }} />
      </p>
      <p>{say("voice.anonymous_after")}</p>
      <p>{say("voice.anonymous_decision")}</p>
      <p>{say("voice.anonymous_end")}</p>
      <p className="quiet">{say("voice.anonymous_lost")}</p>
    </Card>
  );
}

function OfBallot({ ballot }: { ballot: BallotInHand }) {
  const say = useSay();
  const [text, setText] = useState(() => unsentOver(ballot.unsent, "") ?? "");
  const written = text.trim();
  return (
    <Card title={say("voice.your_answer")}>
      <LongTextField
        label={say("voice.your_answer")}
        rows={5}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget: { value } }: ChangeEvent<HTMLTextAreaElement>) => {
          setText(value);
          keepUnsent(ballot.unsent, "", value);
        }}
      />
      <p className="small quiet">{say("ballot.once")}</p>
      <Trouble of={ballot.error} />
      <FormFoot>
        <Button
          kind="filled"
          busy={ballot.isSending}
          disabled={written === ""}
          onClick={() => ballot.send([{ question: "answer", value: null, text: written }])}
        >
          {say("voice.anonymous_send")}
        </Button>
      </FormFoot>
    </Card>
  );
}
