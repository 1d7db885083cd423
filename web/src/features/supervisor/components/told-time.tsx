import {
  type OwnProtectedTime,
  useTakeBackTime,
  useTellSupervisor,
} from "features/supervisor/api/protected-time";
import { useAnswerInWords } from "features/supervisor/components/answer-in-words";
import { HandedLink } from "features/supervisor/components/handed-link";
import { SupervisorSheet } from "features/supervisor/components/supervisor-sheet";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";
import { toast } from "ui/toast/toast";

interface ToldTimeProps {
  programmeId: string;
  time: OwnProtectedTime;
  onChange: () => void;
}

/** What was told, and what came back. */
export function ToldTime({ programmeId, time, onChange }: ToldTimeProps) {
  const say = useSay();
  const dates = useDates();
  const inWords = useAnswerInWords();
  const [isAsking, setAsking] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const tell = useTellSupervisor(programmeId);
  const takeBack = useTakeBackTime(programmeId);
  const { page } = time;
  return (
    <>
      <Card title={say("supervisor.their_answer", { supervisor: page.supervisor })}>
        <p>{inWords(page)}</p>
        <p className="quiet">
          {say(time.is_over ? "supervisor.is_over" : "supervisor.hours_until", {
            hours: page.hours_a_month,
            day: dates.day(page.until_on),
          })}
        </p>
        <div className="row">
          <Button onClick={onChange}>{say("supervisor.change")}</Button>
          {time.mail && !time.is_over && (
            <Button
              busy={tell.isPending}
              onClick={() =>
                tell.mutate(
                  { version: time.version, by: "mail" },
                  { onSuccess: () => toast(say("supervisor.mail_sent")) },
                )
              }
            >
              {say("supervisor.send_again")}
            </Button>
          )}
          <Button kind="bare" onClick={() => setLooking(!isLooking)}>
            {say(isLooking ? "supervisor.look_less" : "supervisor.look")}
          </Button>
          <Button kind="bare" onClick={() => setAsking(true)}>
            {say("supervisor.take_back")}
          </Button>
        </div>
        <Trouble of={tell.error ?? takeBack.error} />
      </Card>
      {!time.is_over && <HandedLink time={time} />}
      {isLooking && <SupervisorSheet page={page} />}
      <Confirm
        open={isAsking}
        question={say("supervisor.take_back_question")}
        yes={say("supervisor.take_back")}
        busy={takeBack.isPending}
        onYes={() => takeBack.mutate(undefined, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("supervisor.take_back_below")}</p>
      </Confirm>
    </>
  );
}
