import {
  type GroupMeeting,
  type GroupMeetings,
  useCallOffGroupMeeting,
} from "features/circle/api/group-meetings";
import { GroupMeetingForm } from "features/circle/components/group-meeting-form";
import { GroupMeetingWhen } from "features/circle/components/group-meeting-when";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

interface GroupMeetingsCardProps {
  programmeId: string;
  called: Called | undefined;
  all: GroupMeetings;
}

/** The meetings of the whole programme: set, moved, called off. Who comes stands nowhere. */
export function GroupMeetingsCard({ programmeId, called, all }: GroupMeetingsCardProps) {
  const say = useSay();
  const [isSetting, setSetting] = useState(false);
  const [changing, setChanging] = useState<string>();
  return (
    <Card title={say("news.meetings")}>
      <p className="quiet">{say("news.meetings_below")}</p>
      {all.items.map((one) =>
        one.id === changing ? (
          <GroupMeetingForm
            key={one.id}
            programmeId={programmeId}
            called={called}
            all={all}
            meeting={one}
            onDone={() => setChanging(undefined)}
          />
        ) : (
          <OneMeeting key={one.id} meeting={one} called={called} onChange={() => setChanging(one.id)} />
        ),
      )}
      {isSetting ? (
        <GroupMeetingForm
          programmeId={programmeId}
          called={called}
          all={all}
          onDone={() => setSetting(false)}
        />
      ) : (
        all.may_set && (
          <div>
            <Button onClick={() => setSetting(true)}>{say("news.set_meeting")}</Button>
          </div>
        )
      )}
    </Card>
  );
}

interface OneMeetingProps {
  meeting: GroupMeeting;
  called: Called | undefined;
  onChange: () => void;
}

function OneMeeting({ meeting, called, onChange }: OneMeetingProps) {
  const say = useSay();
  const labels = useLabels(called);
  const [isAsking, setAsking] = useState(false);
  const callOff = useCallOffGroupMeeting(meeting.id);
  const { asked } = meeting;
  const who =
    (asked === "mentors" && labels.own("mentor")) ||
    (asked === "mentees" && labels.own("mentee")) ||
    say(`news.to_${asked}`);
  const may = (action: GroupMeeting["allowed_actions"][number]) => meeting.allowed_actions.includes(action);
  return (
    <section className="stack" aria-label={meeting.title}>
      <div className="row spread">
        <h3>{meeting.title}</h3>
        {meeting.is_called_off ? (
          <Tag tone="stop">{say("news.called_off")}</Tag>
        ) : (
          <Tag>{say(`news.kind_${meeting.kind}`)}</Tag>
        )}
      </div>
      <GroupMeetingWhen meeting={meeting} says="news.in_the_name" />
      <p className="small quiet">{who}</p>
      <div className="row">
        {may("change") && <Button onClick={onChange}>{say("news.change_meeting")}</Button>}
        {!meeting.is_called_off && (
          <a href={`/api/group-meetings/${meeting.id}/calendar`} download="date.ics">
            {say("news.calendar")}
          </a>
        )}
        {may("call_off") && (
          <Button kind="bare" onClick={() => setAsking(true)}>
            {say("news.call_off")}
          </Button>
        )}
      </div>
      <Trouble of={callOff.error} />
      <Confirm
        open={isAsking}
        question={say("news.call_off_question")}
        yes={say("news.call_off")}
        busy={callOff.isPending}
        onYes={() => callOff.mutate(meeting.version, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("news.call_off_below")}</p>
      </Confirm>
    </section>
  );
}
