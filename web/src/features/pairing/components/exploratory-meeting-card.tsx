import { useSetExploratoryMeeting } from "features/pairing/api/set-exploratory-meeting";
import type { Pairing } from "features/pairing/api/show-pairing";
import { FirstConversationFields } from "features/pairing/components/first-conversation-fields";
import { useAgain } from "lib/api-client/again";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";

interface ExploratoryMeetingCardProps {
  pairing: Pairing;
  /** The reader's own zone: the clock on the wall that the date is typed by. */
  timeZone: string;
  /** Called by the name they like. */
  partner: string;
}

/** The date of the first conversation: set it, see it, move it. */
export function ExploratoryMeetingCard({ pairing, timeZone, partner }: ExploratoryMeetingCardProps) {
  const say = useSay();
  const dates = useDates();
  const [moving, setMoving] = useState(false);
  const calledOff = pairing.exploratory_meeting?.is_called_off;
  const meeting = calledOff ? null : pairing.exploratory_meeting;
  const mayMove = pairing.allowed_actions.includes("set_meeting");

  return (
    <Card
      title={say("pairing.first_conversation")}
      beside={<Sees>{say("pairing.sees_both", { partner })}</Sees>}
    >
      <p>{say("pairing.first_conversation_guide")}</p>
      {calledOff && <p>{say("pairing.called_off")}</p>}
      {meeting && !moving && (
        <div className="row spread">
          <p>
            <Say
              k="pairing.meeting_stands"
              values={{
                when: <strong>{dates.moment(meeting.starts_at)}</strong>,
                mode: say(`pairing.mode_${meeting.mode}`),
                place: meeting.place || "–",
              }}
            />
          </p>
          {mayMove && <Button onClick={() => setMoving(true)}>{say("pairing.move_it")}</Button>}
        </div>
      )}
      {mayMove && (!meeting || moving) && (
        <MeetingForm pairing={pairing} timeZone={timeZone} onDone={() => setMoving(false)} />
      )}
    </Card>
  );
}

const shown = ({ exploratory_meeting: meeting }: Pairing) => ({
  starts_local: meeting?.starts_local ?? "",
  mode: meeting?.mode ?? ("in_person" as const),
  place: meeting?.place ?? "",
});

function MeetingForm({
  pairing,
  timeZone,
  onDone,
}: {
  pairing: Pairing;
  timeZone: string;
  onDone: () => void;
}) {
  const say = useSay();
  const meeting = pairing.exploratory_meeting;
  const again = useAgain<Pairing>(["pairing", pairing.id]);
  const form = useRequestForm({
    initialValues: shown(pairing),
    request: useSetExploratoryMeeting(pairing.id),
    over: { read: pairing, again, values: shown, onTaken: onDone },
    body: (values, { exploratory_meeting }) => ({
      ...values,
      version: exploratory_meeting?.version ?? 0,
      time_zone: exploratory_meeting?.time_zone ?? timeZone,
    }),
    onDone,
  });
  return (
    <RequestForm form={form} submit={say("pairing.set_date")} kind={meeting ? "plain" : "filled"}>
      <FirstConversationFields form={form} zone={meeting?.time_zone ?? timeZone} />
    </RequestForm>
  );
}
