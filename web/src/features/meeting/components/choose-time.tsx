import type { MeetingActs } from "features/meeting/api/change-meeting";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { Trouble } from "ui/state/trouble";

interface ChooseTimeProps {
  meeting: { version: number; times: { starts_at: string }[] };
  choose: MeetingActs["choose"];
}

/** One of the times that the other proposed. */
export function ChooseTime({ meeting, choose }: ChooseTimeProps) {
  const say = useSay();
  const dates = useDates();
  const [chosen, setChosen] = useState(meeting.times[0]?.starts_at ?? "");
  return (
    <div className="stack">
      <ChoiceField
        label={say("meeting.times")}
        value={chosen}
        onChange={setChosen}
        options={meeting.times.map(({ starts_at }) => ({
          value: starts_at,
          label: `${dates.dayOf(starts_at)}, ${dates.time(starts_at)}`,
        }))}
      />
      <div className="row">
        <Button
          kind="filled"
          busy={choose.isPending}
          onClick={() => choose.mutate({ version: meeting.version, starts_at: chosen })}
        >
          {say("meeting.choose_this")}
        </Button>
      </div>
      <Trouble of={choose.error} />
    </div>
  );
}
