import { useDebouncedCallback } from "@mantine/hooks";
import {
  type Answer,
  type AskedQuestionnaire,
  useAnswerQuestionnaire,
} from "features/questionnaire/api/questionnaires";
import { answersOf, type Given, givenOf } from "features/questionnaire/components/given";
import { Sheet } from "features/questionnaire/components/sheet";
import { WhatBecomes } from "features/questionnaire/components/what-becomes";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { forgetUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { FormFoot } from "ui/form/form-foot";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

const saveAfter = 800;

/** Answers that only their owner reads again: saved by themselves, sent with a press, changed until the last day. */
export function ConfidentialForm({ asked }: { asked: AskedQuestionnaire }) {
  const [now, setNow] = useState<"answering" | "sent" | "skipped">(
    asked.standing === "sent" ? "sent" : "answering",
  );
  const say = useSay();
  const dates = useDates();
  const day = dates.day(asked.closes_on);
  if (now === "answering") return <Answering asked={asked} onDone={setNow} />;
  return (
    <Card beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p role="status">{say(`questionnaire.now_${now}`, { day })}</p>
      <div>
        <Button onClick={() => setNow("answering")}>{say(`questionnaire.again_${now}`)}</Button>
      </div>
    </Card>
  );
}

interface AnsweringProps {
  asked: AskedQuestionnaire;
  onDone: (how: "sent" | "skipped") => void;
}

function Answering({ asked, onDone }: AnsweringProps) {
  const say = useSay();
  const kept = useKeptAnswers(asked);
  const reply = useAnswerQuestionnaire(asked.id);
  const [wantsToSkip, setWantsToSkip] = useState(false);
  const wasSent = asked.standing === "sent";
  const answers = answersOf(asked.questions, kept.given);

  const save = (wanted: Answer[]) =>
    reply.mutate({ state: "saved", answers: wanted }, { onSuccess: () => kept.nowSaved(wanted) });
  const saveSoon = useDebouncedCallback(save, { delay: saveAfter, flushOnUnmount: true });
  const change = (given: Given) => {
    kept.keep(given);
    // What was sent counts until it is sent again: half a change is never saved over it.
    if (!wasSent) saveSoon(answersOf(asked.questions, given));
  };
  const finish = (state: "sent" | "skipped") => {
    saveSoon.cancel();
    setWantsToSkip(false);
    reply.mutate(
      { state, answers: state === "sent" ? answers : [] },
      {
        onSuccess: () => {
          kept.forget();
          onDone(state);
        },
      },
    );
  };
  const standing = () => {
    if (reply.error) return undefined;
    if (wasSent) return kept.isChanged ? say("questionnaire.changed_not_sent") : undefined;
    if (reply.isPending || kept.isChanged) return say("questionnaire.saving");
    return answers.length > 0 ? say("questionnaire.saved") : undefined;
  };

  return (
    <>
      <WhatBecomes asked={asked} />
      <Sheet
        questions={asked.questions}
        reader={asked.reader}
        given={kept.given}
        sees={say("sees.only_you")}
        onGiven={change}
      >
        <p role="status" className="small quiet">
          {standing()}
        </p>
        <Trouble of={reply.error} />
        {reply.error && <p className="small quiet">{say("questionnaire.kept_here")}</p>}
        <FormFoot>
          <Button kind="filled" disabled={answers.length === 0} onClick={() => finish("sent")}>
            {say(wasSent ? "questionnaire.send_again" : "questionnaire.send")}
          </Button>
          <Button kind="bare" onClick={() => (answers.length > 0 ? setWantsToSkip(true) : finish("skipped"))}>
            {say("questionnaire.skip")}
          </Button>
        </FormFoot>
      </Sheet>
      <Confirm
        open={wantsToSkip}
        question={say("questionnaire.skip_question")}
        yes={say("questionnaire.skip")}
        busy={reply.isPending}
        onYes={() => finish("skipped")}
        onNo={() => setWantsToSkip(false)}
      >
        <p>{say("questionnaire.skip_means")}</p>
      </Confirm>
    </>
  );
}

/** What stands in the sheet, also after a crash: whatever the house has not yet is kept in this tab. */
function useKeptAnswers({ id, questions, answers }: AskedQuestionnaire) {
  const name = `questionnaire.${id}`;
  const saved = useRef(answersOf(questions, givenOf(answers)));
  const [given, setGiven] = useState<Given>(() => givenOf(unsentOver(name, saved.current) ?? saved.current));
  const latest = useRef(given);
  const [isChanged, setChanged] = useState(false);
  const compare = () => {
    const typed = answersOf(questions, latest.current);
    keepUnsent(name, saved.current, typed);
    setChanged(JSON.stringify(typed) !== JSON.stringify(saved.current));
  };
  return {
    given,
    isChanged,
    keep: (typed: Given) => {
      latest.current = typed;
      setGiven(typed);
      compare();
    },
    nowSaved: (those: Answer[]) => {
      saved.current = those;
      compare();
    },
    forget: () => forgetUnsent(name),
  };
}
