import { useCancelMeeting } from "features/meeting/api/change-meeting";
import type { Meeting, PairMeetings } from "features/meeting/api/list-meetings";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { ChoiceField } from "ui/form/choice-field";
import { Trouble } from "ui/state/trouble";

interface CancelMeetingProps {
  meeting: Meeting;
  /** One's own. */
  side: PairMeetings["side"];
  partner: string;
}

/** Cancels a date ahead; of one that has begun, says whose side did not come. */
export function CancelMeeting({ meeting, side, partner }: CancelMeetingProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [whose, setWhose] = useState<"mine" | "partners">("mine");
  const cancel = useCancelMeeting(meeting.id);
  if (!meeting.allowed_actions.includes("cancel")) return null;
  const hasBegun = meeting.allowed_actions.includes("hold");
  const other = side === "mentor" ? ("mentee" as const) : ("mentor" as const);
  const send = () =>
    cancel.mutate(
      { version: meeting.version, whose: whose === "mine" ? side : other },
      { onSettled: () => setAsking(false) },
    );
  return (
    <>
      <Button kind="bare" onClick={() => setAsking(true)}>
        {say(hasBegun ? "meeting.it_was_not_held" : "meeting.cancel")}
      </Button>
      <Trouble of={cancel.error} />
      <Confirm
        open={asking}
        question={say(hasBegun ? "meeting.not_held_question" : "meeting.cancel_question")}
        yes={say(hasBegun ? "meeting.it_was_not_held" : "meeting.cancel")}
        busy={cancel.isPending}
        onYes={send}
        onNo={() => setAsking(false)}
      >
        {hasBegun && (
          <ChoiceField
            label={say("meeting.who_could_not")}
            sees={say("meeting.sees_two")}
            value={whose}
            options={[
              { value: "mine", label: say("meeting.i_could_not") },
              { value: "partners", label: say("meeting.partner_could_not", { partner }) },
            ]}
            onChange={(value) => setWhose(value === "partners" ? "partners" : "mine")}
          />
        )}
        <p>{say(hasBegun ? "meeting.not_held_meaning" : "meeting.cancel_meaning", { partner })}</p>
      </Confirm>
    </>
  );
}
