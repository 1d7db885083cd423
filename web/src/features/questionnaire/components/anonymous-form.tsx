import {
  type QuestionSet,
  useBeginBallot,
  useCastBallot,
  useQuestionSet,
} from "features/questionnaire/api/ballots";
import { forgetBallot, type KeptBallot, keptBallot } from "features/questionnaire/api/kept-ballot";
import type { Answer, AskedQuestionnaire } from "features/questionnaire/api/questionnaires";
import { answersOf, type Given, givenOf } from "features/questionnaire/components/given";
import { Sheet } from "features/questionnaire/components/sheet";
import { WhatBecomes } from "features/questionnaire/components/what-becomes";
import { Refusal } from "lib/api-client/refusal";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { forgetUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { type ReactNode, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { FormFoot } from "ui/form/form-foot";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

interface AnonymousFormProps {
  asked: AskedQuestionnaire;
  setId: string;
  /** Who is signed in: each has a ballot of their own in this browser. */
  owner: string;
}

/** Answers that are nobody's: begun on one device, put into a box, and never shown again. */
export function AnonymousForm({ asked, setId, owner }: AnonymousFormProps) {
  return (
    <Answered query={useQuestionSet(setId)}>
      {(set) => <OfSet asked={asked} owner={owner} set={set} />}
    </Answered>
  );
}

interface OfSetProps {
  asked: AskedQuestionnaire;
  owner: string;
  set: QuestionSet;
}

function OfSet({ asked, owner, set }: OfSetProps) {
  const say = useSay();
  const until = useDates().until(set.closes_at);
  const [ballot, setBallot] = useState(() => keptBallot(owner, set.id));
  const [isInTheBox, setInTheBox] = useState(false);
  if (isInTheBox) return <Told>{say("questionnaire.in_the_box", { until })}</Told>;
  if (set.stage === "preparing") return <Told>{say("questionnaire.preparing")}</Told>;
  if (set.stage !== "open") return <Told>{say("questionnaire.over")}</Told>;
  if (set.is_issued && !ballot) return <Told>{say("questionnaire.issued", { until })}</Told>;
  return (
    <>
      <WhatBecomes asked={asked} />
      {ballot?.signed ? (
        <OfBallot
          asked={asked}
          set={set}
          signed={ballot.signed}
          onSent={() => {
            forgetBallot(owner, set.id);
            setBallot(undefined);
            setInTheBox(true);
          }}
        />
      ) : (
        <Beginning owner={owner} set={set} kept={ballot} onBegun={setBallot} />
      )}
    </>
  );
}

function Told({ children }: { children: ReactNode }) {
  return (
    <Card>
      <p role="status">{children}</p>
    </Card>
  );
}

interface BeginningProps {
  owner: string;
  set: QuestionSet;
  kept: KeptBallot | undefined;
  onBegun: (ballot: KeptBallot) => void;
}

// A browser does this arithmetic only where nobody on the way can read along.
const isSafe = () => "subtle" in crypto;

function Beginning({ owner, set, kept, onBegun }: BeginningProps) {
  const say = useSay();
  const begin = useBeginBallot(owner, set);
  if (!isSafe()) return <Told>{say("questionnaire.not_safe")}</Told>;
  return (
    <Card title={say("questionnaire.begin_title")}>
      <p>{say("questionnaire.begin_means")}</p>
      <Trouble of={begin.error} />
      <div>
        <Button
          kind="filled"
          busy={begin.isPending}
          onClick={() => begin.mutate(kept, { onSuccess: onBegun })}
        >
          {say("questionnaire.begin")}
        </Button>
      </div>
    </Card>
  );
}

interface OfBallotProps {
  asked: AskedQuestionnaire;
  set: QuestionSet;
  signed: NonNullable<KeptBallot["signed"]>;
  onSent: () => void;
}

const nothing: Answer[] = [];

function OfBallot({ asked, set, signed, onSent }: OfBallotProps) {
  const say = useSay();
  const name = `ballot.${set.id}`;
  const [given, setGiven] = useState<Given>(() => givenOf(unsentOver(name, nothing) ?? nothing));
  const cast = useCastBallot();
  const answers = answersOf(asked.questions, given);
  const done = () => {
    forgetUnsent(name);
    onSent();
  };
  const send = () =>
    cast.mutate(
      { set: set.id, signed, answers },
      { onSuccess: done, onError: (error) => isCastBefore(error) && done() },
    );
  return (
    <Sheet
      questions={asked.questions}
      reader={asked.reader}
      given={given}
      onGiven={(changed) => {
        setGiven(changed);
        keepUnsent(name, nothing, answersOf(asked.questions, changed));
      }}
    >
      <p className="small quiet">{say("questionnaire.once")}</p>
      <Trouble of={cast.error} />
      <FormFoot>
        <Button kind="filled" busy={cast.isPending} disabled={answers.length === 0} onClick={send}>
          {say("questionnaire.send")}
        </Button>
      </FormFoot>
    </Sheet>
  );
}

// A reply was lost on its way, and something was changed since: what came first counts.
const isCastBefore = (error: Error) => error instanceof Refusal && error.code === "ballot_cast";
