import { type OwnEnrolment, useMoveEnrolment } from "features/programme/api/my-enrolments";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";
import { WayOut } from "ui/way-out/way-out";

/** The way out of a programme: a pause, or the end. */
export function EnrolmentFoot({ enrolment }: { enrolment: OwnEnrolment }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [askingToPause, setAskingToPause] = useState(false);
  const move = useMoveEnrolment(enrolment.id);
  const isMoving = (to: typeof move.variables) => move.isPending && move.variables === to;
  return (
    <WayOut facts={say(`enrolment.state_${enrolment.state}`)}>
      <span className="row">
        {enrolment.state === "paused" ? (
          <Button kind="bare" busy={isMoving("resume")} onClick={() => move.mutate("resume")}>
            {say("pairing.resume")}
          </Button>
        ) : (
          <Button kind="bare" onClick={() => setAskingToPause(true)}>
            {say("pairing.pause")}
          </Button>
        )}
        <Button kind="bare" onClick={() => setAsking(true)}>
          {say("enrolment.withdraw")}
        </Button>
      </span>
      <Trouble of={move.error} />
      <Confirm
        open={askingToPause}
        question={say("enrolment.pause_question")}
        yes={say("pairing.pause")}
        busy={isMoving("pause")}
        onYes={() => move.mutate("pause", { onSettled: () => setAskingToPause(false) })}
        onNo={() => setAskingToPause(false)}
      >
        <p>{say("enrolment.pause_meaning")}</p>
      </Confirm>
      <Confirm
        open={asking}
        question={say("enrolment.withdraw_question")}
        yes={say("enrolment.withdraw")}
        busy={isMoving("withdraw")}
        onYes={() => move.mutate("withdraw", { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("enrolment.withdraw_meaning")}</p>
      </Confirm>
    </WayOut>
  );
}
