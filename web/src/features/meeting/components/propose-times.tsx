import type { MeetingActs } from "features/meeting/api/change-meeting";
import type { SlotsOf } from "features/meeting/api/list-slots";
import { filledIn, TimePicker, type WantedTime } from "features/meeting/components/time-picker";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { FormFoot } from "ui/form/form-foot";
import { Trouble } from "ui/state/trouble";

interface ProposeTimesProps {
  meeting: { version: number; state: string };
  propose: MeetingActs["propose"];
  partner: string;
  slotsOf?: SlotsOf;
  /** Whoever moves a date means soon, whatever the two agreed on how often. */
  fromOn?: string;
  onDone: () => void;
}

/** Other times instead of the date, or of those on the table. */
export function ProposeTimes({ meeting, propose, partner, slotsOf, fromOn, onDone }: ProposeTimesProps) {
  const say = useSay();
  const own = useIntl().timeZone ?? "UTC";
  const [times, setTimes] = useState<WantedTime[]>(slotsOf ? [] : [{ starts_local: "", time_zone: own }]);
  const wanted = filledIn(times);
  return (
    <div className="stack">
      {meeting.state === "set" && <p>{say("meeting.moving_means", { partner })}</p>}
      <TimePicker
        slotsOf={slotsOf}
        fromOn={fromOn}
        partner={partner}
        timeZone={own}
        times={times}
        onChange={setTimes}
      />
      <Trouble of={propose.error} />
      <FormFoot>
        <Button
          kind="filled"
          busy={propose.isPending}
          disabled={wanted.length === 0}
          onClick={() => propose.mutate({ version: meeting.version, times: wanted }, { onSuccess: onDone })}
        >
          {say("meeting.propose_these")}
        </Button>
        <Button kind="bare" onClick={onDone}>
          {say("meeting.leave_it")}
        </Button>
      </FormFoot>
    </div>
  );
}
