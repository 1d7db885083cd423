import { Refusal } from "lib/api-client/refusal";
import {
  type BallotAnswer,
  type QuestionSet,
  useBeginBallot,
  useCastBallot,
  useQuestionSet,
} from "lib/ballot/ballots";
import { forgetBallot, type KeptBallot, keptBallot } from "lib/ballot/kept-ballot";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { forgetUnsent } from "lib/unsent";
import { type ReactNode, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** A ballot that is begun here and not sent yet. */
export interface BallotInHand {
  /** Under which what is typed is kept in this browser until it is sent. */
  unsent: string;
  isSending: boolean;
  error: Error | null;
  /** Puts it into the box, once; then nothing of it stays here. */
  send: (answers: BallotAnswer[]) => void;
}

interface BallotBoxProps {
  setId: string;
  /** Who is signed in: each has a ballot of their own in this browser. */
  owner: string;
  /** Who can and cannot ever learn what somebody answers: read before the first question. */
  promise: ReactNode;
  children: (ballot: BallotInHand) => ReactNode;
}

/** Answers that are nobody's: begun on one device, put into a box, and never shown again. Needs the words `ballot`. */
export function BallotBox(props: BallotBoxProps) {
  return <Answered query={useQuestionSet(props.setId)}>{(set) => <OfSet {...props} set={set} />}</Answered>;
}

function OfSet({ owner, set, promise, children }: BallotBoxProps & { set: QuestionSet }) {
  const say = useSay();
  const until = useDates().until(set.closes_at);
  const [ballot, setBallot] = useState(() => keptBallot(owner, set.id));
  const [isInTheBox, setInTheBox] = useState(false);
  if (isInTheBox) return <Told>{say("ballot.in_the_box", { until })}</Told>;
  if (set.stage === "preparing") return <Told>{say("ballot.preparing")}</Told>;
  if (set.stage !== "open") return <Told>{say("ballot.over")}</Told>;
  if (set.is_issued && !ballot) return <Told>{say("ballot.issued", { until })}</Told>;
  return (
    <>
      {promise}
      {ballot?.signed ? (
        <InHand
          set={set}
          signed={ballot.signed}
          onSent={() => {
            forgetBallot(owner, set.id);
            setBallot(undefined);
            setInTheBox(true);
          }}
        >
          {children}
        </InHand>
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
  if (!isSafe()) return <Told>{say("ballot.not_safe")}</Told>;
  return (
    <Card title={say("ballot.begin_title")}>
      <p>{say("ballot.begin_means")}</p>
      <Trouble of={begin.error} />
      <div>
        <Button
          kind="filled"
          busy={begin.isPending}
          onClick={() => begin.mutate(kept, { onSuccess: onBegun })}
        >
          {say("ballot.begin")}
        </Button>
      </div>
    </Card>
  );
}

interface InHandProps {
  set: QuestionSet;
  signed: NonNullable<KeptBallot["signed"]>;
  onSent: () => void;
  children: (ballot: BallotInHand) => ReactNode;
}

function InHand({ set, signed, onSent, children }: InHandProps) {
  const unsent = `ballot.${set.id}`;
  const cast = useCastBallot();
  const done = () => {
    forgetUnsent(unsent);
    onSent();
  };
  const send = (answers: BallotAnswer[]) =>
    cast.mutate(
      { set: set.id, signed, answers },
      { onSuccess: done, onError: (error) => isCastBefore(error) && done() },
    );
  return children({ unsent, isSending: cast.isPending, error: cast.error, send });
}

// A reply was lost on its way, and something was changed since: what came first counts.
const isCastBefore = (error: Error) => error instanceof Refusal && error.code === "ballot_cast";
