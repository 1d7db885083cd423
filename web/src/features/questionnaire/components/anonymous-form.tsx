import type { Answer, AskedQuestionnaire } from "features/questionnaire/api/questionnaires";
import { answersOf, type Given, givenOf } from "features/questionnaire/components/given";
import { Sheet } from "features/questionnaire/components/sheet";
import { WhatBecomes } from "features/questionnaire/components/what-becomes";
import { useSay } from "lib/i18n/say";
import { keepUnsent, unsentOver } from "lib/unsent";
import { useState } from "react";
import { BallotBox, type BallotInHand } from "ui/ballot/ballot-box";
import { Button } from "ui/button/button";
import { FormFoot } from "ui/form/form-foot";
import { Trouble } from "ui/state/trouble";

interface AnonymousFormProps {
  asked: AskedQuestionnaire;
  setId: string;
  /** Who is signed in. */
  owner: string;
}

/** A questionnaire that is answered without a name. */
export function AnonymousForm({ asked, setId, owner }: AnonymousFormProps) {
  return (
    <BallotBox setId={setId} owner={owner} promise={<WhatBecomes asked={asked} />}>
      {(ballot) => <OfBallot asked={asked} ballot={ballot} />}
    </BallotBox>
  );
}

const nothing: Answer[] = [];

function OfBallot({ asked, ballot }: { asked: AskedQuestionnaire; ballot: BallotInHand }) {
  const say = useSay();
  const [given, setGiven] = useState<Given>(() => givenOf(unsentOver(ballot.unsent, nothing) ?? nothing));
  const answers = answersOf(asked.questions, given);
  return (
    <Sheet
      questions={asked.questions}
      reader={asked.reader}
      given={given}
      onGiven={(changed) => {
        setGiven(changed);
        keepUnsent(ballot.unsent, nothing, answersOf(asked.questions, changed));
      }}
    >
      <p className="small quiet">{say("ballot.once")}</p>
      <Trouble of={ballot.error} />
      <FormFoot>
        <Button
          kind="filled"
          busy={ballot.isSending}
          disabled={answers.length === 0}
          onClick={() => ballot.send(answers)}
        >
          {say("questionnaire.send")}
        </Button>
      </FormFoot>
    </Sheet>
  );
}
